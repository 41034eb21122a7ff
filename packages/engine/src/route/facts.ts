import type { Directory } from '../directory/directory.ts';
import { EngineError } from '../errors.ts';
import type { Instance } from '../model/instance.ts';
import { currentVersion } from '../state.ts';

/**
 * A fact by its full name over the reduced state; an empty field or a stage without an outcome is `undefined`.
 * `initiator.post` is the post's code in the staff list (its id when it has none), `initiator.unit` the unit's id.
 * @throws ENG_FACT_UNKNOWN for a name outside the closed list (lint refuses it before)
 */
export function readFact(instance: Instance, directory: Directory, fact: string): unknown {
  const [subject, name, aspect] = fact.split('.');
  switch (subject) {
    case 'card': {
      const { card } = currentVersion(instance);
      return name !== undefined && Object.hasOwn(card, name) ? card[name] : undefined;
    }
    case 'stage': {
      const stage =
        name !== undefined && Object.hasOwn(instance.stages, name) ? instance.stages[name] : undefined;
      if (aspect === 'visits') return stage?.visits ?? 0;
      if (aspect === 'outcome') return stage?.outcome;
      break;
    }
    case 'remarks':
      if (name === 'open') return instance.remarks.filter((remark) => remark.status === 'open').length;
      break;
    case 'initiator':
      if (name === 'unit') return instance.initiator.unit;
      if (name === 'post') {
        return directory.position(instance.initiator.position)?.code ?? instance.initiator.position;
      }
      break;
    case 'document':
      if (name === 'version') return currentVersion(instance).no;
      if (name === 'round') return instance.round;
      break;
  }
  throw new EngineError('ENG_FACT_UNKNOWN', { fact });
}
