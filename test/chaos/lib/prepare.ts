import { createHash } from 'node:crypto';
import { printRegulation } from '@reglament/regulation';
import { type Change, insert, type Store } from '@reglament/storage';
import { ManualClock } from '../../../runtime/src/clock.ts';
import { directoryRow, openDirectory } from '../../../runtime/src/directory/directoryService.ts';
import { hashPassword } from '../../../runtime/src/features/session/passwords.ts';
import { publishRegulation } from '../../../runtime/src/owner/publishAction.ts';
import { openRegulations } from '../../../runtime/src/regulations/regulationService.ts';
import {
  absences,
  accounts,
  calendars,
  employees,
  meta,
  organisations,
  positions,
  sessions,
  units,
} from '../../../runtime/src/storage/collections.ts';
import { password } from './acts.ts';
import type { Story } from './story.ts';

export const tokenOf = (employee: string) => `token-of-${employee}`;

let passwordHash: Promise<string> | undefined;

/** Brings the story's staff, everybody signed in, and its regulation into an empty store. */
export async function prepareStore(
  store: Store,
  { staff, regulation, scenario, time }: Story,
): Promise<void> {
  passwordHash ??= hashPassword(password);
  const hash = await passwordHash;
  const { data } = staff.directory;
  const changes: Change[] = [
    insert(meta, { id: directoryRow, value: {} }),
    ...data.organisations.map((row) => insert(organisations, row)),
    ...data.units.map((row) => insert(units, row)),
    ...data.positions.map((row) => insert(positions, row)),
    ...data.absences.map((row) => insert(absences, row)),
    ...data.calendars.map((row) => insert(calendars, { id: row.id, data: row })),
    ...data.employees.flatMap(({ id, name }) => [
      insert(employees, { id, name, dismissed: false }),
      insert(accounts, {
        id,
        login: id,
        employee: id,
        passwordHash: hash,
        mustChangePassword: false,
        closed: false,
        sample: false,
      }),
      insert(sessions, {
        id: createHash('sha256').update(tokenOf(id)).digest('hex'),
        account: id,
        createdAtMs: Date.now(),
        expiresAtMs: Date.now() + 86_400_000,
      }),
    ]),
  ];
  const done = await store.commit(changes);
  if (!done.ok) throw new Error(`The staff does not fit: ${done.reason}`);
  const directory = await openDirectory(store);
  const regulations = await openRegulations(store, directory);
  const clock = new ManualClock(time.msOf(scenario.startAt));
  const code = directory.current().organisation(staff.organisation)?.code ?? '';
  const published = await publishRegulation(
    { text: printRegulation(regulation), scenarios: [], organisation: code },
    { store, clock, directory, regulations },
  );
  if (!published.ok) throw new Error(`The regulation cannot be published: ${published.reason}`);
}
