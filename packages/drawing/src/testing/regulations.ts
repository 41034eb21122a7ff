import {
  type Alternative,
  branchEnd,
  type Regulation,
  type Stage,
  type StageKind,
  type StageOf,
  stageKinds,
  type Text,
  type Transition,
} from '@reglament/regulation';

/** A text that reads the same in both languages. */
export function text(words: string): Text {
  return { ru: words, en: words };
}

/** A regulation of the stages and transitions given; the rest is as little as a drawing needs. */
export function regulationOf(
  stages: Readonly<Record<string, Stage>>,
  transitions: Readonly<Record<string, Transition>> = {},
  start: string = Object.keys(stages)[0] ?? 'none',
): Regulation {
  const day = { amount: 1, unit: 'workingDays' } as const;
  return {
    format: 'reglament/1',
    id: 'sample',
    needs: [],
    title: text('Образец'),
    documentKind: { title: text('Акт'), projectPrefix: '', titleField: 'title' },
    fields: {},
    fieldOrder: [],
    participants: {
      author: { type: 'initiator', title: text('Автор') },
      lawyer: { type: 'role', role: 'lawyer', title: text('Юрист') },
    },
    deadlines: {
      day: { title: text('День'), term: day, onLapse: [{ do: 'mark' }, { do: 'escalate', after: day }] },
      silent: {
        title: text('Молча'),
        term: { ...day, amount: 2 },
        onLapse: [{ do: 'remind' }, { do: 'autoVisa' }],
      },
      today: { title: text('Сегодня'), term: { ...day, amount: 0 }, onLapse: [{ do: 'remind' }] },
      week: { title: text('Неделя'), term: { amount: 7, unit: 'calendarDays' }, onLapse: [] },
    },
    legalTerms: {},
    registers: { acts: { title: text('Журнал'), numberTemplate: '{seq}' } },
    rules: { spends: { title: text('Требует расходов'), when: { all: [] } } },
    readers: [],
    start,
    stages,
    stageOrder: Object.keys(stages),
    transitions,
  };
}

/** A stage of a kind with settings that fit it. */
export function stage(kind: StageKind, title: string, more: Partial<StageOf<StageKind>> = {}): Stage {
  return { kind, title: text(title), settings: settingsOf(kind), ...more } as Stage;
}

/** A block whose branches start with the stages named; a name with `?` has a rule. */
export function block(
  title: string,
  branches: Readonly<Record<string, string>>,
  more: Partial<Stage> = {},
): Stage {
  const entries = Object.entries(branches).map(([id, first]) => {
    const when = first.endsWith('?') ? { when: 'spends' } : {};
    return [id, { title: text(id), first: first.replace('?', ''), ...when }] as const;
  });
  return stage('parallel', title, {
    settings: { branches: Object.fromEntries(entries), branchOrder: Object.keys(branches) },
    ...more,
  } as Partial<StageOf<StageKind>>);
}

/** A transition; a target with `?` is under a rule. */
export function way(from: string, outcome: string, ...targets: readonly string[]): Transition {
  const alternatives: [string, Alternative][] = targets.map((target, index) => [
    `a${index + 1}`,
    target.endsWith('?') ? { to: target.slice(0, -1), rule: 'spends' } : { to: target },
  ]);
  return {
    from,
    outcome,
    alternatives: Object.fromEntries(alternatives),
    order: alternatives.map(([id]) => id),
  };
}

function settingsOf(kind: StageKind): unknown {
  const deadline = 'day';
  switch (kind) {
    case 'task':
      return {
        performer: 'author',
        deadline,
        again: 'always',
        outcomes: { done: { title: text('Выполнено'), tone: 'forward' } },
        outcomeOrder: ['done'],
      };
    case 'approval':
      return {
        steps: { visa: { mode: 'parallel', participants: ['lawyer'] } },
        stepOrder: ['visa'],
        deadline,
        again: 'kept',
        lateDecisions: false,
      };
    case 'signing':
      return { signer: 'lawyer', deadline };
    case 'registration':
      return { performer: 'lawyer', register: 'acts', deadline };
    case 'acquaintance':
      return { participants: ['lawyer', 'author'], deadline };
    case 'wait':
      return { deadline: 'week', again: 'kept' };
    case 'end':
      return { as: 'completed' };
    case 'parallel':
      return { branches: {}, branchOrder: [] };
    case 'choice':
      return {};
  }
}

/**
 * Any regulation at all, made from numbers: parents that are no blocks or lie in each other, targets that do not exist,
 * positions here and there. Titles are taken from `titles` in turn.
 */
export function regulationFrom(picks: readonly number[], titles: readonly string[] = ['Этап']): Regulation {
  let at = 0;
  const pick = (below: number) => (picks.length === 0 ? 0 : picks[at++ % picks.length]! % below);
  const count = 1 + pick(12);
  const ids = Array.from({ length: count }, (_, index) => `s${index}`);
  const stages: Record<string, Stage> = {};
  for (const [index, id] of ids.entries()) {
    const kind = stageKinds[pick(stageKinds.length)]!;
    const title = titles[index % titles.length]!;
    const parent = pick(3) === 0 ? { parent: { block: ids[pick(count)]!, branch: `b${pick(3)}` } } : {};
    const made =
      kind === 'parallel'
        ? block(title, { b0: `${ids[pick(count)]}${pick(2) === 0 ? '?' : ''}`, b1: ids[pick(count)]! })
        : stage(kind, title);
    const rework =
      made.kind === 'task' && pick(2) === 0 ? { settings: { ...made.settings, rework: true } } : {};
    stages[id] = { ...made, ...rework, ...parent } as Stage;
  }
  const transitions: Record<string, Transition> = {};
  const outcomes = ['approved', 'refused', 'done', 'chosen', 'signed', 'annulled', 'elapsed'];
  const targets = [...ids, branchEnd, 'nowhere'];
  for (let index = 0; index < pick(20); index++) {
    const to = Array.from({ length: 1 + pick(3) }, () => targets[pick(targets.length)]!);
    const given = to.map((target, order) => (order < to.length - 1 ? `${target}?` : target));
    transitions[`t${index}`] = way(ids[pick(count)]!, outcomes[pick(outcomes.length)]!, ...given);
  }
  return regulationOf(stages, transitions, ids[pick(count)]!);
}

/** The same with a position at some of its stages, by the numbers given. */
export function withPositions(regulation: Regulation, picks: readonly number[]): Regulation {
  const stages = Object.entries(regulation.stages).map(([id, one], index) => {
    const number = picks[index % Math.max(1, picks.length)] ?? 0;
    if (number % 3 === 0) return [id, one] as const;
    return [id, { ...one, position: { x: (number % 50) * 40, y: (number % 37) * 40 } }] as const;
  });
  return { ...regulation, stages: Object.fromEntries(stages) };
}
