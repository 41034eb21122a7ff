import { type Difference, diffRegulations } from '@reglament/editing';
import type { I18n } from '@reglament/i18n';
import {
  branchesOf,
  deadlineOf,
  participantsOf,
  type Regulation,
  type Slug,
  type Stage,
  stageOf,
  type Text,
} from '@reglament/regulation';
import type { StaffNames } from '@reglament/wording';
import { startId } from '../canvas/scene.ts';
import { wordDifference } from './words/wordDifference.ts';
import type { Worded } from './words/wording.ts';

export type How = 'added' | 'changed' | 'removed';

/** Where a change is seen on a drawing: stages (`$start` is the mark of the beginning) and ways, `<transition>.<alternative>`. */
export interface Touched {
  readonly stages: readonly Slug[];
  readonly ways: readonly (readonly [id: string, how: How])[];
}

/** What of a stage's facts a change is about, so that the drawing can say it. */
export type TouchedFact = 'who' | 'term' | 'silence';

/** One change of meaning, with the number that it has in the list and on both drawings. */
export interface ListedChange {
  readonly number: number;
  readonly how: How;
  readonly difference: Difference;
  readonly words: Worded;
  readonly left: Touched;
  readonly right: Touched;
  readonly fact?: TouchedFact;
}

export interface ChangeList {
  readonly changes: readonly ListedChange[];
  /** Words, notes and grounds: documents go as before. */
  readonly texts: readonly Worded[];
  /** How many stages stand elsewhere on the drawing. */
  readonly moved: number;
  readonly notes: NoteChanges;
}

/** Notes that differ: what of them is marked on the drawings, and how many only lie or measure otherwise. */
export interface NoteChanges {
  readonly marks: ReadonlyMap<Slug, How>;
  readonly moved: number;
}

/** Everything that differs between two versions, in the order in which the route is read. Pure. */
export function listChanges(
  a: Regulation,
  b: Regulation,
  i18n: I18n,
  say: (text: Text) => string,
  staff?: StaffNames,
): ChangeList {
  const differences = diffRegulations(a, b);
  const word = (difference: Difference) => wordDifference(difference, a, b, i18n, say, staff);
  const rankOf = readingOrder(a, b);
  const changes = differences
    .filter(({ kind }) => kind === 'meaning')
    .map((difference) => {
      const [left, right] = [touchedBy(difference, a), touchedBy(difference, b)];
      return { difference, left, right, rank: rankOf(difference, left, right) };
    })
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ difference, left, right }, index): ListedChange => {
      const fact = factOf(difference);
      return {
        number: index + 1,
        how: howOf(difference),
        difference,
        words: word(difference),
        left,
        right,
        ...(fact === undefined ? {} : { fact }),
      };
    });
  return {
    changes,
    texts: differences.filter(({ kind }) => kind === 'text').map(word),
    moved: differences.filter(({ of, kind }) => of === 'part' && kind === 'place').length,
    notes: noteChanges(differences),
  };
}

function noteChanges(differences: readonly Difference[]): NoteChanges {
  const notes = differences.filter((difference) => difference.of === 'note');
  const worded = notes.filter(({ kind }) => kind === 'text');
  const marks = new Map(worded.map(({ id, how }): [Slug, How] => [id, how]));
  return { marks, moved: notes.length - worded.length };
}

/** What came or went is a sign of its own; a transition that only got or lost ways too. */
function howOf(difference: Difference): How {
  if (difference.of === 'part') return difference.how;
  if (difference.of !== 'transition') return 'changed';
  const { how, ways, reordered } = difference;
  const [first] = ways;
  if (how !== 'changed' || reordered || !first) return how;
  return ways.every((way) => way.how === first.how) ? first.how : 'changed';
}

function touchedBy(difference: Difference, regulation: Regulation): Touched {
  const stages = (asked: (stage: Stage, id: Slug) => boolean): Touched => ({
    stages: regulation.stageOrder.filter((id) => {
      const stage = stageOf(regulation, id);
      return stage !== undefined && asked(stage, id);
    }),
    ways: [],
  });
  switch (difference.of) {
    case 'order':
    case 'note':
      return nowhere;
    case 'document':
      if (difference.key === 'start') return { ...nowhere, stages: [startId, regulation.start] };
      return nowhere;
    case 'transition': {
      const { id, ways, reordered } = difference;
      const transition = regulation.transitions[id];
      if (!transition) return nowhere;
      const changed = new Map(ways.map(({ alternative, how }) => [alternative, how]));
      const touched = transition.order.filter((way) => reordered || changed.has(way));
      return { stages: [], ways: touched.map((way) => [`${id}.${way}`, changed.get(way) ?? 'changed']) };
    }
    case 'part': {
      const { map, id } = difference;
      switch (map) {
        case 'stages':
          return stages((_, stage) => stage === id);
        case 'participants':
          return stages((stage) => participantsOf(stage).includes(id));
        case 'deadlines':
          return stages((stage) => deadlineOf(stage) === id);
        case 'registers':
          return stages((stage) => stage.kind === 'registration' && stage.settings.register === id);
        case 'fields':
          return stages((stage) => stage.kind === 'task' && (stage.settings.edits?.card ?? []).includes(id));
        case 'rules':
          return touchedByRule(regulation, id);
        case 'legalTerms': {
          const term = Object.hasOwn(regulation.legalTerms, id) ? regulation.legalTerms[id] : undefined;
          return {
            ways: [],
            stages: term ? [term.from, term.to].flatMap((event) => placesOf(event, regulation)) : [],
          };
        }
      }
    }
  }
}

const nowhere: Touched = { stages: [], ways: [] };

function touchedByRule(regulation: Regulation, rule: Slug): Touched {
  const ways = Object.entries(regulation.transitions).flatMap(([id, { order, alternatives }]) =>
    order
      .filter((way) => alternatives[way]?.rule === rule)
      .map((way) => [`${id}.${way}`, 'changed'] as const),
  );
  const stages = regulation.stageOrder.filter((id) => {
    const stage = stageOf(regulation, id);
    return stage?.kind === 'parallel' && branchesOf(stage).some(([, { when }]) => when === rule);
  });
  return { stages, ways };
}

/** The stages at which a legal term begins or ends. */
function placesOf(event: string, { stageOrder, stages }: Regulation): readonly Slug[] {
  if (event === 'sent') return [startId];
  if (event === 'registered') return stageOrder.filter((id) => stages[id]?.kind === 'registration');
  const [id = ''] = event.split('.');
  return Object.hasOwn(stages, id) ? [id] : [];
}

function factOf(difference: Difference): TouchedFact | undefined {
  if (difference.of !== 'part' || difference.how !== 'changed') return undefined;
  const keys = difference.settings.map(({ path }) =>
    path[0] === 'settings' ? (path[1] ?? '') : (path[0] ?? ''),
  );
  if (difference.map === 'deadlines')
    return keys.includes('term') ? 'term' : keys.includes('onLapse') ? 'silence' : undefined;
  if (difference.map !== 'stages' || keys.includes('kind')) return undefined;
  if (keys.includes('deadline')) return 'term';
  return keys.some((key) => ['performer', 'signer', 'steps', 'participants'].includes(key))
    ? 'who'
    : undefined;
}

/** What concerns the whole comes first, then what is seen, as the route goes, then what no drawing shows. */
function readingOrder(a: Regulation, b: Regulation) {
  const places = new Map<string, number>([[startId, 0]]);
  for (const [index, id] of b.stageOrder.entries()) places.set(id, index + 1);
  for (const [index, id] of a.stageOrder.entries()) {
    if (places.has(id)) continue;
    places.set(id, (places.get(a.stageOrder[index - 1] ?? startId) ?? 0) + 0.4);
  }
  const last = b.stageOrder.length + 1;
  return (difference: Difference, left: Touched, right: Touched): number => {
    if (difference.of === 'document') return -1;
    if (difference.of === 'transition')
      return (places.get((difference.after ?? difference.before)?.from ?? '') ?? last) + 0.2;
    const seen = [...right.stages, ...left.stages].map((id) => places.get(id) ?? last);
    const ways = [...right.ways, ...left.ways].map(([id]) => {
      const [transition = ''] = id.split('.');
      return (places.get((b.transitions[transition] ?? a.transitions[transition])?.from ?? '') ?? last) + 0.2;
    });
    return Math.min(last, ...seen, ...ways);
  };
}
