import type { Again, ApprovalStep, Regulation, ReturnPolicy, Stage } from '@reglament/regulation';
import fc from 'fast-check';
import {
  acquaintance,
  approval,
  block,
  buildRegulation,
  choice,
  type Edge,
  end,
  registration,
  rework,
  signing,
  task,
  wait,
} from './build-regulation.ts';

type Where = { readonly in: readonly [string, string] } | object;

interface Piece {
  readonly kind: 'task' | 'edit' | 'approval' | 'wait' | 'choice';
  readonly who: readonly string[];
  readonly again: Again;
  readonly policy: ReturnPolicy;
  readonly sequential: boolean;
  /** The first of them in a step of his own. */
  readonly stepped: boolean;
  readonly silent: boolean;
  readonly late: boolean;
}

const posts = ['p1', 'p2', 'p3', 'p4', 'chief', 'lawyer', 'registrar', 'curator'];

const piece = (kinds: readonly Piece['kind'][]): fc.Arbitrary<Piece> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    who: fc.uniqueArray(fc.constantFrom(...posts), { minLength: 1, maxLength: 3 }),
    again: fc.constantFrom<Again>('kept', 'changed', 'always'),
    policy: fc.constantFrom<ReturnPolicy>('R1', 'R2', 'R5'),
    sequential: fc.boolean(),
    stepped: fc.boolean(),
    silent: fc.boolean(),
    late: fc.boolean(),
  });

type Segment =
  | { readonly is: 'piece'; readonly piece: Piece }
  | { readonly is: 'block'; readonly policy: ReturnPolicy; readonly branches: readonly (readonly Piece[])[] };

const segment: fc.Arbitrary<Segment> = fc.oneof(
  {
    weight: 4,
    arbitrary: piece(['task', 'edit', 'approval', 'approval', 'wait', 'choice']).map((one) => ({
      is: 'piece' as const,
      piece: one,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('block' as const),
      policy: fc.constantFrom<ReturnPolicy>('R1', 'R2', 'R5'),
      branches: fc.array(fc.array(piece(['task', 'approval', 'wait']), { minLength: 1, maxLength: 2 }), {
        minLength: 2,
        maxLength: 3,
      }),
    }),
  },
);

function stageOf(one: Piece, where: Where): Stage {
  const [first = 'p1'] = one.who;
  switch (one.kind) {
    case 'task':
      return task(first, { again: one.again, ...where });
    case 'edit':
      return task(first, {
        again: one.again,
        edits: { card: ['subject'], files: true, visas: one.late ? 'askedAgain' : 'keptAndMarked' },
        ...where,
      });
    case 'approval': {
      const mode = one.sequential ? 'sequential' : 'parallel';
      const rest = one.who.slice(1);
      const steps: ApprovalStep[] = [
        { mode: 'parallel', participants: [first] },
        { mode, participants: rest },
      ];
      return approval(one.stepped && rest.length > 0 ? steps : one.who, {
        again: one.again,
        mode,
        deadline: one.silent ? 'silent' : '2wd',
        lateDecisions: one.late,
        ...where,
      });
    }
    case 'wait':
      return wait({ kept: one.again === 'kept', ...where });
    case 'choice':
      return choice(where);
  }
}

const forward: Record<Piece['kind'], string> = {
  task: 'done',
  edit: 'done',
  approval: 'approved',
  wait: 'elapsed',
  choice: 'chosen',
};
const back: Partial<Record<Piece['kind'], string>> = {
  task: 'returned',
  edit: 'returned',
  approval: 'refused',
};

function assemble(
  segments: readonly Segment[],
  tail: { readonly register: boolean; readonly read: boolean },
): Regulation {
  const stages: Record<string, Stage> = {};
  const edges: Edge[] = [];
  const names = segments.map((_, index) => `s${index}`);
  const after = (index: number) => names[index + 1] ?? 'sign';
  segments.forEach((one, index) => {
    const name = names[index] ?? '';
    const next = after(index);
    if (one.is === 'piece') {
      stages[name] = stageOf(one.piece, {});
      // While remarks are open a choice does not skip what comes next, or leads to the rework without a refusal.
      const to: Edge[1] =
        one.piece.kind === 'choice'
          ? [
              ['remarks', one.piece.late ? 'rework' : next],
              [null, one.piece.late ? next : (names[index + 2] ?? 'sign')],
            ]
          : next;
      edges.push([`${name}.${forward[one.piece.kind]}`, to]);
      const no = back[one.piece.kind];
      // Some returns lead straight to the first stage, without a new round.
      const direct = one.piece.stepped && index > 0;
      if (no !== undefined)
        edges.push([`${name}.${no}`, direct ? (names[0] ?? '') : 'rework', one.piece.policy]);
      return;
    }
    const branches: Record<string, { first: string; when?: string }> = {};
    one.branches.forEach((pieces, branch) => {
      const id = (part: number) => `${name}b${branch}x${part}`;
      branches[`b${branch}`] = branch === 1 ? { first: id(0), when: 'spends' } : { first: id(0) };
      pieces.forEach((inner, part) => {
        stages[id(part)] = stageOf(inner, { in: [name, `b${branch}`] });
        edges.push([`${id(part)}.${forward[inner.kind]}`, part + 1 < pieces.length ? id(part + 1) : '$end']);
        const no = back[inner.kind];
        if (no !== undefined) edges.push([`${id(part)}.${no}`, '$end']);
      });
    });
    stages[name] = block(branches);
    edges.push([`${name}.approved`, next], [`${name}.refused`, 'rework', one.policy]);
  });
  Object.assign(stages, {
    sign: signing(),
    ...(tail.register ? { register: registration() } : {}),
    ...(tail.read ? { read: acquaintance('author', 'p1') } : {}),
    rework: rework(),
    done: end(),
    gone: end('annulled'),
  });
  const last = tail.read ? 'read' : 'done';
  edges.push(
    ['sign.signed', tail.register ? 'register' : last],
    ['sign.returned', 'rework', 'R1'],
    ['sign.annulled', 'gone'],
    ['rework.sent', names[0] ?? 'sign'],
    ['rework.annulled', 'gone'],
  );
  if (tail.register) edges.push(['register.registered', last], ['register.returned', 'rework', 'R5']);
  if (tail.read) edges.push(['read.done', 'done']);
  return buildRegulation(stages, edges, {
    start: names[0] ?? 'sign',
    when: {
      remarks: { all: [{ fact: 'remarks.open', operator: 'greaterThan', value: 0 }] },
      spends: { all: [{ fact: 'card.spends', operator: 'equal', value: true }] },
    },
  });
}

/** A small regulation: one to four stages or blocks in a row, choices between them, returns of every policy. */
export const anyRegulation: fc.Arbitrary<Regulation> = fc
  .tuple(
    fc.array(segment, { minLength: 1, maxLength: 4 }),
    fc.record({ register: fc.boolean(), read: fc.boolean() }),
  )
  .map(([segments, tail]) => assemble(segments, tail));
