import {
  type Alternative,
  type Deadline,
  type LapseAction,
  type Participant,
  type Regulation,
  roleTitle,
  type Slug,
  type Stage,
  type Text,
  type Transition,
} from '@reglament/regulation';
import { blankRegulation, type RegulationName } from '../blank.ts';
import { freeAmong } from '../free-id.ts';
import { slugOf } from '../slug-of.ts';
import { standardParts } from '../standard-parts.ts';
import { type Answers, type Draft, type DraftRow, matchTable } from './match-table.ts';
import {
  ownRoleTitle,
  type Person,
  type QuestionCode,
  type RefusalWay,
  type Silence,
  type SilenceAct,
  type TableContext,
} from './meaning.ts';
import type { Columns } from './read-columns.ts';
import { refusalOf, usualRefusal } from './read-refusal.ts';
import { mayBeSilent, offersFor } from './read-silence.ts';
import { usualTerm } from './read-term.ts';
import { same } from './read-who.ts';
import type { Table } from './table.ts';

/** A table, what is known of the organisation, and which columns a person chose. */
export interface Matched {
  readonly table: Table;
  readonly context: TableContext;
  readonly columns?: Partial<Columns>;
}

/**
 * A regulation out of a table: its rows one after another, refusals where they say, and what a table leaves out: the
 * author's rework, the ends. It lints without errors, has no positions, and what was not answered stays in the note of its
 * stage. Without a single row it is blank. Pure.
 *
 * @throws EditRefused `id-wrong`
 */
export function draftFromTable(
  { table, context, columns = {} }: Matched,
  answers: Answers,
  name: RegulationName,
): Regulation {
  return regulationOf(matchTable(table, context, columns, answers), name);
}

/** The regulation of a draft as it stands; see {@link draftFromTable}. Pure. */
export function regulationOf(draft: Draft, name: RegulationName): Regulation {
  const { rows } = draft;
  if (rows.length === 0) return blankRegulation(name);
  const making = new Making(name, draft.roleTitles);
  const ids = new Map(rows.map((row) => [row.row, making.idOf(row.name)]));
  const beside = reworkAmong(rows);
  const way = rows.filter((row) => row !== beside);
  const first = ids.get(way[0]!.row)!;
  const rework = () => (beside === undefined ? making.addRework() : ids.get(beside.row)!);

  for (const row of rows) making.addStage(ids.get(row.row)!, row, row === beside);
  way.forEach((row, index) => {
    const id = ids.get(row.row)!;
    const next = way[index + 1];
    making.lead(id, making.forwardOf(id), {
      to: next === undefined ? making.end('done') : ids.get(next.row)!,
    });
    const back = making.backOf(id);
    const refusal = refusalIn(way, index);
    if (back !== undefined && refusal.to !== 'none') {
      const to =
        refusal.to === 'annul'
          ? making.end('annulled')
          : refusal.to === 'row'
            ? ids.get(refusal.row)!
            : refusal.to === 'start'
              ? first
              : rework();
      const policy = refusal.to === 'start' ? 'R2' : refusal.to === 'rework' ? refusal.policy : 'R1';
      making.lead(id, back, { to, ...(policy !== 'R1' && { policy }) });
    }
    if (row.stage.value.kind === 'signing') making.lead(id, 'annulled', { to: making.end('annulled') });
  });
  const after = beside === undefined ? making.reworkId : ids.get(beside.row);
  if (after !== undefined) {
    making.lead(after, 'sent', { to: first });
    making.lead(after, 'annulled', { to: making.end('annulled') });
  }
  return making.finished(
    first,
    rows.map(({ row }) => ids.get(row)!),
  );
}

/**
 * The row that is the author's rework: the first that says so, when a refusal leads to rework. Nothing would lead to it
 * otherwise, and it stands on the way like the others.
 */
function reworkAmong(rows: readonly DraftRow[]): DraftRow | undefined {
  const beside = rows.find(({ stage }) => stage.value.rework);
  if (beside === undefined) return undefined;
  const way = rows.filter((row) => row !== beside);
  return way.some((_, index) => refusalIn(way, index).to === 'rework') ? beside : undefined;
}

/** Where the refusal of a row leads among the rows of the way: back only, and where its kind can be refused at all. */
function refusalIn(way: readonly DraftRow[], index: number): RefusalWay {
  const row = way[index]!;
  const { kind, rework } = row.stage.value;
  const { value } = row.refusal;
  if (refusalOf[kind] === 'never' || (kind === 'task' && (rework || value.to === 'none')))
    return { to: 'none' };
  if (value.to === 'none') return usualRefusal(kind);
  const lost =
    value.to === 'start'
      ? index === 0
      : value.to === 'row' && !way.slice(0, index).some((one) => one.row === value.row);
  return lost ? { to: 'rework', policy: 'R1' } : value;
}

const ends = {
  done: { as: 'completed', title: { ru: 'Завершён', en: 'Completed' } },
  annulled: { as: 'annulled', title: { ru: 'Аннулирован', en: 'Annulled' } },
} as const;

/** A regulation that grows by its stages; ids are given once. */
class Making {
  reworkId: Slug | undefined;
  private readonly blank: Regulation;
  private readonly stages: Record<Slug, Stage> = {};
  private readonly transitions: Record<Slug, Transition> = {};
  private readonly participants: Record<Slug, Participant> = {};
  private readonly deadlines: Record<Slug, Deadline> = {};
  private readonly asked: { readonly person: Person; readonly id: Slug }[] = [];
  private readonly taken = new Set<Slug>();
  private readonly ends = new Map<keyof typeof ends, Slug>();
  private registers = false;
  private readonly roleTitles: Draft['roleTitles'];

  constructor(name: RegulationName, roleTitles: Draft['roleTitles']) {
    this.blank = blankRegulation(name);
    this.roleTitles = roleTitles;
  }

  idOf(name: string): Slug {
    const id = freeAmong((one) => this.taken.has(one), slugOf(name));
    this.taken.add(id);
    return id;
  }

  end(which: keyof typeof ends): Slug {
    const known = this.ends.get(which);
    if (known !== undefined) return known;
    const id = this.idOf(which);
    this.ends.set(which, id);
    this.stages[id] = { kind: 'end', title: ends[which].title, settings: { as: ends[which].as } };
    return id;
  }

  /** The author's task after a refusal, when the table has none. */
  addRework(): Slug {
    if (this.reworkId !== undefined) return this.reworkId;
    const id = this.idOf('rework');
    const title = { ru: 'Доработка', en: 'Rework' };
    this.reworkId = id;
    this.deadlines[id] = { title, term: usualTerm, onLapse: [{ do: 'mark' }] };
    this.stages[id] = reworkStage(title, this.participant({ by: 'initiator' }), id);
    return id;
  }

  addStage(id: Slug, row: DraftRow, isRework: boolean): void {
    const { kind, nature, edits } = row.stage.value;
    const title = titleOf(row.name);
    const people = row.who.value.people.map((person) => this.participant(person));
    const [performer = this.participant({ by: 'initiator' })] = people;
    this.deadlines[id] = { title, term: row.term.value, onLapse: lapseOf(allowed(row)) };
    const note = noteOf(row);
    const shared = {
      title,
      ...(nature.length > 0 && { nature: [...nature] }),
      ...(note && { notes: note }),
    };
    switch (kind) {
      case 'approval': {
        const participants = people.length === 0 ? [performer] : [...new Set(people)];
        const mode = row.who.value.inTurn ? 'sequential' : 'parallel';
        this.stages[id] = {
          kind,
          ...shared,
          settings: {
            steps: { visa: { mode, participants } },
            stepOrder: ['visa'],
            deadline: id,
            again: nature.length > 0 ? 'changed' : 'kept',
            lateDecisions: false,
          },
        };
        return;
      }
      case 'signing':
        this.stages[id] = { kind, ...shared, settings: { signer: performer, deadline: id } };
        return;
      case 'registration':
        this.registers = true;
        this.stages[id] = {
          kind,
          ...shared,
          settings: { performer, register: standardParts.registers.id, deadline: id },
        };
        return;
      case 'acquaintance':
        this.stages[id] = {
          kind,
          ...shared,
          settings: { participants: people.length === 0 ? [performer] : [...new Set(people)], deadline: id },
        };
        return;
      case 'wait':
        this.stages[id] = { kind, ...shared, settings: { deadline: id, again: 'always' } };
        return;
      case 'task': {
        if (isRework) {
          this.stages[id] = { ...reworkStage(title, performer, id), ...shared };
          return;
        }
        const returns = row.refusal.value.to !== 'none' && row.stage.value.rework !== true;
        this.stages[id] = {
          kind,
          ...shared,
          settings: {
            performer,
            deadline: id,
            again: 'changed',
            outcomes: {
              done: { title: { ru: 'Выполнено', en: 'Done' }, tone: 'forward' },
              ...(returns && {
                returned: { title: { ru: 'Вернуть', en: 'Return' }, tone: 'return' } as const,
              }),
            },
            outcomeOrder: returns ? ['done', 'returned'] : ['done'],
            ...(edits && { edits: { card: [], files: true, visas: 'keptAndMarked' } as const }),
          },
        };
        return;
      }
    }
  }

  forwardOf(id: Slug): Slug {
    const kind = this.stages[id]?.kind;
    return kind === 'approval'
      ? 'approved'
      : kind === 'signing'
        ? 'signed'
        : kind === 'registration'
          ? 'registered'
          : kind === 'wait'
            ? 'elapsed'
            : 'done';
  }

  backOf(id: Slug): Slug | undefined {
    const stage = this.stages[id];
    if (stage?.kind === 'approval') return 'refused';
    if (stage?.kind === 'signing' || stage?.kind === 'registration') return 'returned';
    return stage?.kind === 'task' && Object.hasOwn(stage.settings.outcomes, 'returned')
      ? 'returned'
      : undefined;
  }

  lead(from: Slug, outcome: Slug, way: Alternative): void {
    const id = freeAmong((one) => Object.hasOwn(this.transitions, one), `${from}-${outcome}`.slice(0, 64));
    this.transitions[id] = { from, outcome, alternatives: { on: way }, order: ['on'] };
  }

  finished(start: Slug, order: readonly Slug[]): Regulation {
    const added = Object.keys(this.stages).filter((id) => !order.includes(id));
    return {
      ...this.blank,
      participants: this.participants,
      deadlines: this.deadlines,
      registers: this.registers ? { [standardParts.registers.id]: standardParts.registers.part } : {},
      start,
      stages: this.stages,
      stageOrder: [...order, ...added],
      transitions: this.transitions,
    };
  }

  private participant(person: Person): Slug {
    const known = this.asked.find((one) => same(one.person, person));
    if (known) return known.id;
    const { wished, participant } = participantOf(person, this.roleTitles);
    const id = freeAmong((one) => Object.hasOwn(this.participants, one), wished);
    this.participants[id] = participant;
    this.asked.push({ person, id });
    return id;
  }
}

function reworkStage(title: Text, performer: Slug, deadline: Slug): Stage {
  return {
    kind: 'task',
    title,
    settings: {
      performer,
      deadline,
      again: 'always',
      outcomes: {
        sent: { title: { ru: 'Отправить дальше', en: 'Send forward' }, tone: 'forward' },
        annulled: { title: { ru: 'Аннулировать', en: 'Annul' }, tone: 'annul' },
      },
      outcomeOrder: ['sent', 'annulled'],
      edits: { card: 'all', files: true, visas: 'keptAndMarked' },
      rework: true,
    },
  };
}

function participantOf(
  person: Person,
  roleTitles: Draft['roleTitles'],
): { wished: string; participant: Participant } {
  switch (person.by) {
    case 'initiator':
      return { wished: 'author', participant: { type: 'initiator', title: { ru: 'Автор', en: 'Author' } } };
    case 'head': {
      const title = { ru: 'Начальник отдела автора', en: 'Head of the author’s unit' };
      return { wished: 'unit-head', participant: { type: 'head', title } };
    }
    case 'curator': {
      const title = { ru: 'Куратор отдела автора', en: 'Curator of the author’s unit' };
      return { wished: 'curator', participant: { type: 'curator', title } };
    }
    case 'role': {
      const { role, organisation } = person;
      const title = roleTitle(role) ?? ownRoleTitle(role, { roleTitles }) ?? { ru: role, en: role };
      return {
        wished: slugOf(title.en),
        participant: { type: 'role', role, ...(organisation !== undefined && { organisation }), title },
      };
    }
    case 'position': {
      const title = titleOf(person.title);
      return {
        wished: slugOf(person.title),
        participant: { type: 'position', position: person.position, title },
      };
    }
    case 'list': {
      const title = titleOf(person.words);
      const most = person.one ? 1 : 10;
      return { wished: slugOf(person.words), participant: { type: 'chosen', min: 1, max: most, title } };
    }
  }
}

/** An answer may stand from when the stage was of another kind. */
function allowed({ stage, silence }: DraftRow): Silence {
  return silence.value.includes('autoVisa') && !mayBeSilent(stage.value)
    ? offersFor(stage.value)[0]!
    : silence.value;
}

/** What silence does, as a deadline has it. Pure. */
export function lapseOf(silence: Silence): readonly LapseAction[] {
  const days = (amount: number) => ({ amount, unit: 'calendarDays' }) as const;
  const workingDay = { amount: 1, unit: 'workingDays' } as const;
  const actions = (act: SilenceAct): readonly LapseAction[] => {
    switch (act) {
      case 'remind':
        return [{ do: 'remind', before: workingDay }, { do: 'remind' }];
      case 'statutory':
        return [10, 5, 3, 1].map((before) => ({
          do: 'remind',
          before: days(before),
          to: ['performer', 'superior'],
        }));
      case 'mark':
        return [{ do: 'mark' }];
      case 'escalate':
        return [{ do: 'escalate', after: workingDay }];
      case 'autoVisa':
        return [{ do: 'autoVisa' }];
    }
  };
  return silence.flatMap(actions);
}

function titleOf(words: string): Text {
  const numbered = /^Этап (\d+)$/u.exec(words);
  return { ru: words, en: numbered ? `Stage ${numbered[1]}` : words };
}

/** What was not answered, and what a stage of its kind has no place for, in the methodologist's note. */
function noteOf(row: DraftRow): Text | undefined {
  const columns = ['stage', 'who', 'term', 'silence', 'refusal'] as const;
  const open = columns.flatMap((column) => {
    const { question, said } = row[column];
    return question ? [{ words: asking[question.code], said }] : [];
  });
  const unused =
    row.stage.value.kind === 'wait' && row.who.said !== ''
      ? [{ words: nobodyAsked, said: row.who.said }]
      : [];
  const long =
    row.stage.said.length > row.name.length + 20 ? [{ words: wholeName, said: row.stage.said }] : [];
  const all = [...open, ...unused, ...long];
  if (all.length === 0) return undefined;
  const line = (locale: 'ru' | 'en') =>
    all
      .map(({ words, said }) => {
        const quoted = said.replaceAll('\n', ' ').slice(0, 500).toWellFormed();
        return `${words[locale]}${quoted === '' ? '' : `: «${quoted}»`}`;
      })
      .join('\n');
  return { ru: line('ru').slice(0, 4000), en: line('en').slice(0, 4000) };
}

const nobodyAsked: Text = { ru: 'В таблице исполнитель', en: 'The table names a performer' };
const wholeName: Text = { ru: 'В таблице полностью', en: 'In full in the table' };

const asking: Readonly<Record<QuestionCode, Text>> = {
  nameMissing: { ru: 'В таблице нет названия этапа', en: 'The table does not name the stage' },
  kindTwo: { ru: 'Уточните вид этапа', en: 'Make the kind of the stage clear' },
  kindNoRefusal: {
    ru: 'Такой этап не отклоняют, уточните вид',
    en: 'Such a stage is not refused, make its kind clear',
  },
  whoMissing: { ru: 'В таблице не сказано, кто', en: 'The table does not say who' },
  whoUnknown: { ru: 'Уточните, кто', en: 'Make clear who' },
  whoMany: { ru: 'Уточните, кто именно', en: 'Make clear who exactly' },
  whoEither: { ru: 'Уточните, кто из двоих', en: 'Make clear which of the two' },
  onePerformer: {
    ru: 'Исполнитель у этапа один, уточните',
    en: 'The stage has one performer, make clear who',
  },
  termMissing: { ru: 'В таблице нет срока', en: 'The table gives no term' },
  termUnknown: { ru: 'Уточните срок', en: 'Make the term clear' },
  termUnit: { ru: 'Уточните, каких дней', en: 'Make clear which days' },
  termRange: { ru: 'Уточните срок из двух', en: 'Make clear which of two terms' },
  silenceUnknown: { ru: 'Уточните, что при молчании', en: 'Make clear what silence does' },
  autoVisaForbidden: { ru: 'Молчанием не решается, уточните', en: 'Silence may not decide here, make clear' },
  autoVisaKind: {
    ru: 'Автовиза бывает у согласования, уточните',
    en: 'Only an approval has an auto-visa, make clear',
  },
  refusalUnknown: { ru: 'Уточните, что при отказе', en: 'Make clear what a refusal does' },
  refusalMissing: { ru: 'Уточните, что при отказе', en: 'Make clear what a refusal does' },
};
