import type {
  Again,
  ApprovalStep,
  Deadline,
  LapseAction,
  Nature,
  Participant,
  Regulation,
  ReturnPolicy,
  RuleConditions,
  Stage,
  TaskSettings,
  Transition,
} from '@reglament/regulation';

const title = { ru: 'Слово', en: 'Word' };

export const participants: Record<string, Participant> = {
  author: { title, type: 'initiator' },
  chief: { title, type: 'head' },
  curator: { title, type: 'curator' },
  head: { title, type: 'role', role: 'HEAD' },
  manager: { title, type: 'role', role: 'MGR' },
  lawyer: { title, type: 'role', role: 'LAWYER' },
  editor: { title, type: 'role', role: 'EDITOR' },
  checker: { title, type: 'role', role: 'PROC' },
  registrar: { title, type: 'role', role: 'REGR' },
  finance: { title, type: 'role', role: 'FIN', organisation: 'fin' },
  executors: { title, type: 'card', field: 'executors' },
  ...Object.fromEntries(
    ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map((id) => [
      id,
      { title, type: 'position', position: id.toUpperCase() } satisfies Participant,
    ]),
  ),
};

export const lapses = {
  L1: [{ do: 'remind', before: { amount: 1, unit: 'workingDays' } }, { do: 'remind' }, { do: 'mark' }],
  L2: [{ do: 'mark' }],
  L3: [{ do: 'mark' }, { do: 'escalate', after: { amount: 1, unit: 'workingDays' } }],
  L4: [{ do: 'remind' }, { do: 'autoVisa' }],
} satisfies Record<string, readonly LapseAction[]>;

const days = (amount: number, onLapse: readonly LapseAction[]): Deadline => ({
  title,
  term: { amount, unit: 'workingDays' },
  onLapse,
});

/** `1wd`, `2wd`, `3wd` and `0wd` with L3; `silent` is two working days with L4; `week` is seven calendar days. */
export const deadlines: Record<string, Deadline> = {
  '0wd': days(0, lapses.L3),
  '1wd': days(1, lapses.L3),
  '2wd': days(2, lapses.L3),
  '3wd': days(3, lapses.L3),
  reminded: days(3, lapses.L1),
  silent: days(2, lapses.L4),
  week: { title, term: { amount: 7, unit: 'calendarDays' }, onLapse: [] },
};

interface Common {
  readonly again?: Again;
  readonly deadline?: string;
  readonly nature?: readonly Nature[];
  readonly in?: readonly [block: string, branch: string];
}

function common({ nature, in: parent }: Common) {
  return {
    title,
    ...(nature === undefined ? {} : { nature }),
    ...(parent === undefined ? {} : { parent: { block: parent[0], branch: parent[1] } }),
  };
}

export function approval(
  who: readonly string[] | readonly ApprovalStep[],
  options: Common & { readonly mode?: ApprovalStep['mode']; readonly lateDecisions?: boolean } = {},
): Stage {
  const { again = 'kept', deadline = '1wd', mode = 'parallel', lateDecisions = false } = options;
  const steps = who.flatMap((one): ApprovalStep[] => (typeof one === 'string' ? [] : [one]));
  const names = who.flatMap((one) => (typeof one === 'string' ? one : []));
  const all = steps.length > 0 ? steps : [{ mode, participants: names }];
  const named = Object.fromEntries(all.map((step, index) => [`s${index + 1}`, step]));
  return {
    kind: 'approval',
    ...common(options),
    settings: { steps: named, stepOrder: Object.keys(named), deadline, again, lateDecisions },
  };
}

/** Outcomes `done` and `returned` unless others are named. */
export function task(performer: string, options: Common & Partial<TaskSettings> = {}): Stage {
  const { again = 'changed', deadline = '1wd', in: _, nature: __, ...rest } = options;
  const outcomes = rest.outcomes ?? {
    done: { title, tone: 'forward' as const },
    returned: { title, tone: 'return' as const },
  };
  return {
    kind: 'task',
    ...common(options),
    settings: { performer, deadline, again, ...rest, outcomes, outcomeOrder: Object.keys(outcomes) },
  };
}

export function rework(): Stage {
  return task('author', {
    deadline: '2wd',
    rework: true,
    edits: { card: 'all', files: true, visas: 'keptAndMarked' },
    outcomes: { sent: { title, tone: 'forward' }, annulled: { title, tone: 'annul' } },
  });
}

export function signing(signer = 'head'): Stage {
  return { kind: 'signing', title, nature: ['signing'], settings: { signer, deadline: '1wd' } };
}

export function registration(): Stage {
  return {
    kind: 'registration',
    title,
    settings: { performer: 'registrar', register: 'main', deadline: '0wd' },
  };
}

export function acquaintance(...who: readonly string[]): Stage {
  return { kind: 'acquaintance', title, settings: { participants: who, deadline: '3wd' } };
}

export function wait(options: Common & { readonly kept?: boolean } = {}): Stage {
  const { deadline = 'week', kept = true } = options;
  return { kind: 'wait', ...common(options), settings: { deadline, again: kept ? 'kept' : 'always' } };
}

export function block(branches: Readonly<Record<string, { first: string; when?: string }>>): Stage {
  const titled = Object.entries(branches).map(([id, branch]) => [id, { title, ...branch }]);
  return {
    kind: 'parallel',
    title,
    settings: { branches: Object.fromEntries(titled), branchOrder: Object.keys(branches) },
  };
}

export function choice(options: Common = {}): Stage {
  return { kind: 'choice', ...common(options), settings: {} };
}

export function end(as: 'completed' | 'annulled' = 'completed'): Stage {
  return { kind: 'end', title, settings: { as } };
}

/** `[stage.outcome, target]`, or a list of alternatives `[rule or null, target]`; a policy is that of each way back. */
export type Edge = readonly [
  from: string,
  to: string | readonly (readonly [rule: string | null, to: string])[],
  policy?: ReturnPolicy,
];

function transitionOf([from, to, policy]: Edge): Transition {
  const [stage, outcome] = from.split('.') as [string, string];
  const pairs = typeof to === 'string' ? ([[null, to]] as const) : to;
  const alternatives = pairs.map(([rule, target], index) => [
    `a${index + 1}`,
    {
      to: target,
      ...(rule === null ? {} : { rule }),
      ...(policy === undefined ? {} : { policy }),
    },
  ]);
  return {
    from: stage,
    outcome,
    alternatives: Object.fromEntries(alternatives),
    order: alternatives.map(([id]) => String(id)),
  };
}

/** A regulation of these stages, in this order; the first is the start. */
export function buildRegulation(
  stages: Readonly<Record<string, Stage>>,
  edges: readonly Edge[],
  rest: Partial<Regulation> & { readonly when?: Readonly<Record<string, RuleConditions>> } = {},
): Regulation {
  const { when = {}, ...overrides } = rest;
  const stageOrder = Object.keys(stages);
  return {
    format: 'reglament/1',
    id: 'test',
    needs: [],
    title,
    documentKind: { title, projectPrefix: 'Т', titleField: 'subject' },
    fields: {
      subject: { type: 'text', title, required: true },
      price: { type: 'money', title },
      spends: { type: 'flag', title },
      urgent: { type: 'flag', title },
      executors: { type: 'posts', title },
    },
    fieldOrder: ['subject', 'price', 'spends', 'urgent', 'executors'],
    participants,
    deadlines,
    legalTerms: {},
    registers: { main: { title, numberTemplate: '{seq}' } },
    rules: Object.fromEntries(
      Object.entries(when).map(([id, conditions]) => [id, { title, when: conditions }]),
    ),
    readers: ['REGR'],
    start: stageOrder[0] ?? '',
    stages,
    stageOrder,
    transitions: Object.fromEntries(edges.map((edge, index) => [`t${index + 1}`, transitionOf(edge)])),
    ...overrides,
  };
}
