import type { EditLabel, Operation } from '@reglament/editing';
import { type Regulation, type Slug, stageOf } from '@reglament/regulation';
import { noteTitle } from './noteTitle.ts';

/** The label of a gesture: the operation, and the name of what it was done to. Pure. */
export function labelOf(operation: Operation, before: Regulation, after: Regulation): EditLabel {
  const subject = subjectOf(operation, before, after);
  return subject === undefined ? { operation: operation.do } : { operation: operation.do, subject };
}

function subjectOf(operation: Operation, before: Regulation, after: Regulation): string | undefined {
  const title = (id: Slug) => (stageOf(after, id) ?? stageOf(before, id))?.title.ru;
  const note = (id: Slug) => {
    const one = after.notes?.[id] ?? before.notes?.[id];
    return one && noteTitle(one.text.ru);
  };
  switch (operation.do) {
    case 'addStage':
    case 'replaceKind':
    case 'setStage':
    case 'unsetStage':
    case 'renameStage':
      return title(operation.id);
    case 'appendStage':
    case 'insertOnTransition':
      return title(typeof operation.stage === 'string' ? operation.stage : operation.stage.id);
    case 'connect':
      return title(operation.from);
    case 'removeStages':
      return operation.ids.length === 1 ? title(operation.ids[0] ?? '') : undefined;
    case 'setPart':
    case 'removePart':
      return (after[operation.map][operation.id] ?? before[operation.map][operation.id])?.title.ru;
    case 'addNote':
    case 'setNote':
      return note(operation.id);
    case 'moveNotes':
      return operation.moves.length === 1 ? note(operation.moves[0]?.id ?? '') : undefined;
    case 'removeNotes':
      return operation.ids.length === 1 ? note(operation.ids[0] ?? '') : undefined;
    case 'replaceAll': {
      const changed = Object.keys({ ...before.stages, ...after.stages }).filter(
        (id) => stageOf(before, id) !== stageOf(after, id),
      );
      return changed.length === 1 ? title(changed[0] ?? '') : undefined;
    }
    default:
      return undefined;
  }
}
