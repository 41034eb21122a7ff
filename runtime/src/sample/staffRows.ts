import { russianCalendarData } from '@reglament/calendar';
import type { Absence } from '@reglament/engine';
import { type Change, insert } from '@reglament/storage';
import { hashPassword } from '../features/session/passwords.ts';
import {
  absences,
  accounts,
  calendars,
  employees,
  organisations,
  positions,
  units,
} from '../storage/collections.ts';
import { leadership, organisations as sampleOrganisations, sampleUnits, zone } from './staff.ts';

const calendar = 'russia';

/** The whole staff with its accounts, as rows. One hash serves all: their common password is printed at every start. */
export async function staffRows(password: string, absent: readonly Absence[]): Promise<Change[]> {
  const passwordHash = await hashPassword(password);
  const changes: Change[] = [
    insert(calendars, { id: calendar, data: russianCalendarData({ id: calendar, zone }) }),
    ...sampleOrganisations.map((organisation) => insert(organisations, { ...organisation, calendar })),
  ];
  for (const { id, organisation, title, head, curator, posts } of sampleUnits) {
    // The finance department is a body of its own: nobody of the administration stands above its head but its curator.
    const parent = id === leadership || organisation === 'finance' ? {} : { parent: leadership };
    changes.push(
      insert(units, {
        id,
        organisation,
        title,
        ...parent,
        ...(head === undefined ? {} : { head }),
        ...(curator === undefined ? {} : { curator }),
      }),
    );
    for (const post of posts) {
      const holder = post.login;
      changes.push(
        insert(positions, {
          id: post.id,
          unit: id,
          title: post.title,
          roles: post.roles ?? [],
          ...(holder === undefined ? {} : { holder }),
        }),
      );
      if (holder === undefined) continue;
      changes.push(
        insert(employees, { id: holder, name: post.name ?? holder, dismissed: false }),
        insert(accounts, {
          id: holder,
          login: holder,
          employee: holder,
          passwordHash,
          mustChangePassword: false,
          closed: false,
          sample: true,
        }),
      );
    }
  }
  changes.push(...absent.map((absence) => insert(absences, absence)));
  return changes;
}
