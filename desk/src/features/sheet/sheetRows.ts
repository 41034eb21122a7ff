import type { RemarkRow, SheetData, TextRow, VisaRow } from '@reglament/api';
import { visaStatus } from '../../shared/visas.tsx';

type Waiting = SheetData['waiting'][number];

/** Decisions of one visit of a stage, in the order they came, and who is still awaited there. */
export interface SheetGroup {
  readonly title: TextRow;
  readonly round: number;
  readonly visas: readonly VisaRow[];
  readonly waiting: readonly Waiting[];
}

/** The table of the sheet: neighbouring decisions of the same stage and round stand together. Pure. */
export function groupsOf({
  visas,
  waiting,
  totals,
}: Pick<SheetData, 'visas' | 'waiting' | 'totals'>): SheetGroup[] {
  const groups: { title: TextRow; round: number; visas: VisaRow[]; waiting: Waiting[] }[] = [];
  for (const visa of visas) {
    const last = groups.at(-1);
    if (last && last.title.ru === visa.stageTitle.ru && last.round === visa.round) last.visas.push(visa);
    else groups.push({ title: visa.stageTitle, round: visa.round, visas: [visa], waiting: [] });
  }
  for (const one of waiting) {
    const same = groups.findLast(
      ({ title, round }) => title.ru === one.stageTitle.ru && round === totals.rounds,
    );
    if (same) same.waiting.push(one);
    else groups.push({ title: one.stageTitle, round: totals.rounds, visas: [], waiting: [one] });
  }
  return groups;
}

/** What the sheet says about the document: in approval, registered and still being read, or over. Pure. */
export function stateOf({
  waiting,
  registration,
}: Pick<SheetData, 'waiting' | 'registration'>): 'stateWaiting' | 'stateRegistered' | 'stateEnded' {
  if (waiting.length === 0) return 'stateEnded';
  return registration ? 'stateRegistered' : 'stateWaiting';
}

/** Remarks that came with a decision. Pure. */
export function remarksWith(visa: VisaRow, remarks: readonly RemarkRow[]): RemarkRow[] {
  return remarks.filter(
    ({ by, atMs, stage }) =>
      atMs === visa.atMs && by.name === visa.person.name && stage.ru === visa.stageTitle.ru,
  );
}

/** What the last line of the sheet counts. Pure. */
export function totalsOf({ visas, waiting, remarks, totals }: SheetData) {
  const of = (status: ReturnType<typeof visaStatus>) =>
    visas.filter((visa) => visaStatus(visa) === status).length;
  return {
    rounds: totals.rounds,
    all: visas.length,
    approved: of('approved'),
    remarks: of('remarks'),
    rejected: of('rejected'),
    automatic: totals.automatic,
    late: totals.late,
    waiting: waiting.length,
    open: remarks.filter(({ status }) => status === 'open').length,
  };
}
