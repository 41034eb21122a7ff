import type { RemarkRow, SessionRow, VisaRow } from '@reglament/api';

interface Said {
  remarks: readonly RemarkRow[];
  visas: readonly VisaRow[];
}

/** Remarks that the reader made, or whoever stands in for him on his post: with what the author answered. Pure. */
export function remarksOf(
  remarks: readonly RemarkRow[],
  me: Pick<SessionRow, 'employee' | 'posts'>,
): RemarkRow[] {
  const posts = new Set(me.posts.map(({ position }) => position));
  return remarks.filter(
    ({ by }) =>
      (by.employee !== undefined && by.employee === me.employee.employee) ||
      (by.position !== undefined && posts.has(by.position)),
  );
}

/** The general words of a refusal, where they are not a remark of their own. Pure. */
export function reasonOf(visa: VisaRow, remarks: readonly RemarkRow[]): string {
  if (visa.tone !== 'return' || !visa.text) return '';
  return remarks.some((remark) => isOf(remark, visa) && remark.text === visa.text) ? '' : visa.text;
}

/** The general words of the decision that brought a remark. Pure. */
export function reasonBeside(remark: RemarkRow, { remarks, visas }: Said): string {
  const visa = visas.find((one) => isOf(remark, one));
  return visa ? reasonOf(visa, remarks) : '';
}

/** Decisions of this round that sent the document back with general words beside their remarks. Pure. */
export function refusalsOf({ remarks, visas }: Said, round: number): { visa: VisaRow; reason: string }[] {
  return visas.flatMap((visa) => {
    const reason = visa.round === round && !visa.replaced ? reasonOf(visa, remarks) : '';
    return reason ? [{ visa, reason }] : [];
  });
}

const isOf = ({ by, atMs }: RemarkRow, { person, atMs: decidedMs }: VisaRow) =>
  atMs === decidedMs && by.position === person.position && by.name === person.name;
