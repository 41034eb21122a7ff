import { omitDefaults, type Regulation } from '@reglament/regulation';
import { applyChanges } from '../change.ts';
import type { Difference } from './difference.ts';

/**
 * Makes differences in the document from which they were taken, in the order of their list: with all of them it is the other
 * one, in canonical form; with those up to any of them it is readable. Pure.
 *
 * @throws EditRefused when `regulation` is not that document
 */
export function applyDifferences(regulation: Regulation, differences: readonly Difference[]): Regulation {
  const changes = differences.flatMap((difference) => difference.changes);
  return applyChanges(omitDefaults(regulation), changes).next;
}
