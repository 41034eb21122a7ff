import type { Actor, Person } from '../model/instance.ts';
import type { StepContext } from '../model/step.ts';

/** Who acts, as of now: the employee under the post he acts by. */
export function personOf({ directory }: StepContext, actor: Actor): Person {
  return directory.personOf(actor.employee, actor.position);
}

/** The holder whose post it is, when somebody stands in for him. */
export function onBehalfOf({ directory }: StepContext, actor: Actor): Person | undefined {
  return actor.onBehalfOf === undefined ? undefined : directory.personOf(actor.onBehalfOf, actor.position);
}
