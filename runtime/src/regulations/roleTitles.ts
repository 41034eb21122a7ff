import { roleTitle, type Text } from '@reglament/regulation';
import type { Deps } from '../deps.ts';

/**
 * What roles are called: by their own names, those that only regulations in use name by the first participant found by it.
 * The answer names any code, one that nothing calls by itself.
 */
export function titlesOfRoles({
  directory,
  regulations,
  clock,
}: Pick<Deps, 'directory' | 'regulations' | 'clock'>): {
  readonly asked: readonly string[];
  readonly titleOf: (role: string) => Text;
} {
  const asked = new Map<string, Text>();
  for (const organisation of directory.current().data.organisations) {
    for (const row of regulations.inUse(organisation.id, clock.now())) {
      const { regulation } = regulations.compiled(row.organisation, row.regulation, row.version);
      for (const participant of Object.values(regulation.participants))
        if (participant.type === 'role' && !asked.has(participant.role))
          asked.set(participant.role, participant.title);
    }
  }
  return {
    asked: [...asked.keys()],
    titleOf: (role) => roleTitle(role) ?? asked.get(role) ?? { ru: role, en: role },
  };
}
