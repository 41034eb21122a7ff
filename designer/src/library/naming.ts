import { type RegulationName, slugOf } from '@reglament/editing';

/** An id that no regulation of the organisation has yet. Pure. */
export function freeRegulationId(wished: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wished)) return wished;
  for (let number = 2; ; number += 1) if (!taken.has(`${wished}-${number}`)) return `${wished}-${number}`;
}

/** A new regulation by the name that a person gave it: one name in both languages until he words the other. Pure. */
export function namedAs(name: string, taken: ReadonlySet<string>): RegulationName {
  return { id: freeRegulationId(slugOf(name), taken), title: { ru: name, en: name } };
}
