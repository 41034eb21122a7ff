import { outcomesOf, type Regulation, type Slug, type StageKind, stageKinds } from '@reglament/regulation';
import { freeId } from '../free-id.ts';
import type { BranchName, NewStage } from '../new-stage.ts';
import { type Operation, operationNames } from '../operation.ts';
import type { SettablePart } from '../operations/parts.ts';
import { copyPiece } from '../piece.ts';

/** A number from 0 to below `count`. */
export type Draw = (count: number) => number;

/** Draws from a list of numbers again and again, so that a sequence of operations is plain data of a property test. */
export function drawFrom(numbers: readonly number[]): Draw {
  let at = 0;
  return (count) => {
    const number = numbers[at % numbers.length] ?? 0;
    at += 1;
    return number % count;
  };
}

const settableParts: readonly SettablePart[] = [
  'participants',
  'deadlines',
  'registers',
  'rules',
  'fields',
  'legalTerms',
];

const title = { ru: 'Новое', en: 'New' };

/**
 * Some operation on a document, mostly one that fits it: names that are there, now and then one that is not. Every
 * operation is drawn. Pure in `draw`.
 */
export function randomOperation(regulation: Regulation, draw: Draw): Operation {
  const pick = <T>(list: readonly T[], none: T): T => list[draw(Math.max(list.length, 1))] ?? none;
  const chance = (oneIn: number) => draw(oneIn) === 0;
  const idIn = (map: SettablePart | 'stages' | 'transitions' | 'notes'): Slug =>
    chance(20) ? 'nothing' : pick(Object.keys(regulation[map] ?? {}), 'nothing');
  const stageId = () => idIn('stages');
  const newId = (wished: string) => (chance(20) ? stageId() : freeId(regulation, 'stages', wished));
  const position = () => ({ x: draw(2000), y: draw(1000) });
  const branches: readonly BranchName[] = Object.entries(regulation.stages).flatMap(([block, stage]) =>
    stage.kind === 'parallel'
      ? stage.settings.branchOrder.map((branch): BranchName => ({ block, branch }))
      : [],
  );
  const branch = () => pick(branches, { block: stageId(), branch: 'nothing' });
  const newStage = (): NewStage => {
    const kind: StageKind = pick(stageKinds, 'task');
    return {
      id: newId(kind),
      kind,
      title,
      ...(chance(2) ? { position: position() } : {}),
      ...(chance(4) ? { parent: branch() } : {}),
    };
  };
  const outcome = (id: Slug): Slug => {
    const stage = regulation.stages[id];
    return stage === undefined
      ? 'done'
      : pick(
          outcomesOf(stage).map((each) => each.id),
          'done',
        );
  };
  const target = () => (chance(6) ? '$end' : stageId());
  const way = () => {
    const transition = idIn('transitions');
    return { transition, alternative: pick(regulation.transitions[transition]?.order ?? [], 'nothing') };
  };
  const turned = <T>(list: readonly T[]): readonly T[] => {
    const by = draw(list.length + 1);
    return [...list.slice(by), ...list.slice(0, by)];
  };
  const stages = () => [...new Set([stageId(), stageId()])];

  const noteIds = () => [...new Set([idIn('notes'), idIn('notes')])];
  const size = () => ({ width: 96 + draw(400), height: chance(2) ? 96 : 40 + draw(300) });

  const name = pick(operationNames, 'addStage');
  switch (name) {
    case 'addStage':
      return { do: name, ...newStage() };
    case 'removeStages':
      return { do: name, ids: stages() };
    case 'moveStages': {
      const parent = pick<BranchName | null | undefined>([null, undefined, branch(), branch()], null);
      const moves = stages().map((id) => ({
        id,
        position: position(),
        ...(parent === undefined ? {} : { parent }),
      }));
      return { do: name, moves };
    }
    case 'reorderStages':
      return { do: name, order: turned(regulation.stageOrder) };
    case 'replaceKind':
      return { do: name, id: stageId(), kind: pick(stageKinds, 'task') };
    case 'renameStage':
      return { do: name, id: stageId(), to: newId('renamed') };
    case 'renamePart': {
      const map = pick(settableParts, 'fields');
      return { do: name, map, id: idIn(map), to: freeId(regulation, map, 'renamed') };
    }
    case 'setStage': {
      const id = stageId();
      return pick<Operation>(
        [
          { do: name, id, path: ['title'], value: { ru: `Этап ${draw(100)}`, en: `Stage ${draw(100)}` } },
          { do: name, id, path: ['notes'], value: title },
          { do: name, id, path: ['nature'], value: ['legal'] },
          { do: name, id, path: ['settings', 'deadline'], value: idIn('deadlines') },
          {
            do: name,
            id,
            path: ['settings', 'outcomes', `o${draw(5)}`],
            value: { title, tone: 'forward' },
          },
          {
            do: name,
            id,
            path: ['settings', 'form'],
            value: { why: { type: 'text', title }, form: { type: 'flag', title } },
          },
          { do: name, id, path: ['settings'], value: { as: 'completed' } },
          { do: name, id, path: ['kind'], value: 'task' },
        ],
        { do: name, id, path: ['title'], value: title },
      );
    }
    case 'unsetStage': {
      const paths = [
        ['notes'],
        ['ask'],
        ['nature'],
        ['settings', 'outcomes', `o${draw(5)}`],
        ['settings', 'form'],
      ];
      return { do: name, id: stageId(), path: pick(paths, ['notes']) };
    }
    case 'setDocument':
      return pick<Operation>(
        [
          { do: name, path: ['title'], value: { ru: `Регламент ${draw(100)}`, en: 'Regulation' } },
          { do: name, path: ['readers'], value: ['CTRL'] },
          { do: name, path: ['urgency'], value: null },
          { do: name, path: ['start'], value: stageId() },
          { do: name, path: ['documentKind', 'projectPrefix'], value: `П${draw(9)}-` },
          { do: name, path: ['documentKind', 'counterpartyField'], value: null },
          { do: name, path: ['documentKind', 'titleField'], value: null },
          { do: name, path: ['stages'], value: {} },
        ],
        { do: name, path: ['title'], value: title },
      );
    case 'setPart': {
      const map = pick(settableParts, 'fields');
      const id = chance(2) ? idIn(map) : freeId(regulation, map, 'added');
      // The part of another map fits rarely and is refused then.
      const from = chance(6) ? pick(settableParts, 'fields') : map;
      return { do: name, map, id, value: pick<unknown>(Object.values(regulation[from]), { title }) };
    }
    case 'removePart': {
      const map = pick(settableParts, 'fields');
      return { do: name, map, id: idIn(map) };
    }
    case 'reorderFields':
      return { do: name, order: turned(regulation.fieldOrder) };
    case 'connect': {
      const from = stageId();
      return {
        do: name,
        from,
        outcome: outcome(from),
        to: target(),
        ...(chance(2) ? { rule: idIn('rules') } : {}),
      };
    }
    case 'retarget':
      return { do: name, ...way(), to: target() };
    case 'setAlternative':
      return {
        do: name,
        ...way(),
        ...(chance(2) ? { rule: chance(2) ? null : idIn('rules') } : {}),
        ...(chance(2) ? { policy: chance(2) ? null : 'R5' } : {}),
        ...(chance(2) ? { cycle: chance(2) } : {}),
      };
    case 'removeAlternative':
      return { do: name, ...way() };
    case 'reorderAlternatives': {
      const { transition } = way();
      return { do: name, transition, order: turned(regulation.transitions[transition]?.order ?? []) };
    }
    case 'insertOnTransition':
      return { do: name, ...way(), stage: newStage() };
    case 'appendStage': {
      const from = stageId();
      const stage = newStage();
      return { do: name, from, outcome: outcome(from), stage, ...(chance(2) ? { rule: idIn('rules') } : {}) };
    }
    case 'addBranch':
      return { do: name, block: branch().block, id: `branch-${draw(50)}`, title };
    case 'removeBranch':
      return { do: name, ...branch() };
    case 'reorderBranches': {
      const { block } = branch();
      const stage = regulation.stages[block];
      return { do: name, block, order: stage?.kind === 'parallel' ? turned(stage.settings.branchOrder) : [] };
    }
    case 'setBranch':
      return {
        do: name,
        ...branch(),
        title,
        ...(chance(2) ? { when: chance(2) ? null : idIn('rules') } : {}),
        ...(chance(2) ? { first: stageId() } : {}),
      };
    case 'pastePiece': {
      const ids = stages().filter((id) => Object.hasOwn(regulation.stages, id));
      const clash = pick(['ask', 'mine', 'theirs', 'both'] as const, 'ask');
      const noted = noteIds().filter((id) => Object.hasOwn(regulation.notes ?? {}, id));
      const piece = copyPiece(regulation, ids, noted);
      return { do: name, piece, at: position(), clash, ...(chance(3) ? { parent: branch() } : {}) };
    }
    case 'duplicate':
      return {
        do: name,
        ids: stages(),
        offset: { x: 40, y: 40 },
        ...(chance(3) ? { notes: noteIds() } : {}),
      };
    case 'addNote': {
      const id = chance(20) ? idIn('notes') : freeId(regulation, 'notes', 'note');
      return { do: name, id, text: title, position: position(), ...(chance(2) ? { size: size() } : {}) };
    }
    case 'setNote':
      return {
        do: name,
        id: idIn('notes'),
        ...(chance(2) ? { text: { ru: `Так решили ${draw(9)}`, en: chance(9) ? ' ' : 'So decided' } } : {}),
        ...(chance(2) ? { size: chance(3) ? { width: 208, height: 96 } : size() } : {}),
        ...(chance(3) ? { position: position() } : {}),
      };
    case 'moveNotes':
      return { do: name, moves: noteIds().map((id) => ({ id, position: position() })) };
    case 'removeNotes':
      return { do: name, ids: noteIds() };
    case 'replaceAll':
      return { do: name, regulation: { ...regulation, title, rules: {}, readers: ['other-role'] } };
    default:
      return name satisfies never;
  }
}
