import type { PersonRow } from '@reglament/api';
import type { Directory, Person } from '@reglament/engine';

/** A person as he was when it happened. */
export function presentPerson(person: Person, position?: string): PersonRow {
  return {
    ...(person.employee === undefined ? {} : { employee: person.employee }),
    ...(position === undefined ? {} : { position }),
    name: person.name,
    post: person.post,
    unit: person.unit,
  };
}

/** Whoever does the work of a post now. */
export function presentPost(position: string, directory: Directory, nowMs: number): PersonRow {
  return presentPerson(directory.person(position, nowMs), position);
}
