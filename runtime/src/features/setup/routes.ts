import { russianCalendarData } from '@reglament/calendar';
import { insert, put } from '@reglament/storage';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import { openSession, sessionByToken } from '../../http/session.ts';
import { setupTokenFits } from '../../setup/setupToken.ts';
import {
  accounts,
  calendars,
  deploymentRow,
  employees,
  meta,
  organisations,
  positions,
  units,
} from '../../storage/collections.ts';
import { readLogin } from '../people/logins.ts';
import { hashPassword, requireGoodPassword } from '../session/passwords.ts';
import { administratorRole, methodologistRole, presentSession } from '../session/presenter.ts';

/** The first administrator, by the one-time link: the body, one unit, his post and account in one commit; the link is dead after it. */
export function setupRoutes(api: FastifyInstance, deps: Deps): void {
  const { store, directory, newId } = deps;

  route(api, deps, 'setup.create', async ({ body, reply }) => {
    const deployment = await store.get(meta, deploymentRow);
    const hash = deployment?.value['setupHash'];
    if (!deployment || typeof hash !== 'string') throw new Refused('SETUP_CLOSED');
    if (!setupTokenFits(body.token, hash)) throw new Refused('SETUP_TOKEN_WRONG');
    const login = readLogin(body.login);
    requireGoodPassword(body.password, login);
    requireZone(body.zone);

    const [organisation, unit, position, employee, account] = [newId(), newId(), newId(), newId(), newId()];
    const { setupHash, ...rest } = deployment.value;
    const session = openSession(account, deps);
    const done = await directory.change([
      // First, so that of two who race with the same link the second one finds it used.
      put(meta, { id: deploymentRow, value: rest }, deployment.rev),
      insert(calendars, { id: 'main', data: russianCalendarData({ id: 'main', zone: body.zone }) }),
      insert(organisations, { id: organisation, code: 'main', title: body.organisation, calendar: 'main' }),
      insert(units, { id: unit, organisation, title: body.organisation }),
      insert(employees, { id: employee, name: body.name, dismissed: false }),
      insert(positions, {
        id: position,
        unit,
        title: body.post,
        roles: [administratorRole, methodologistRole],
        holder: employee,
      }),
      insert(accounts, {
        id: account,
        login,
        employee,
        passwordHash: await hashPassword(body.password),
        mustChangePassword: false,
        closed: false,
        sample: false,
      }),
      session.change,
    ]);
    if (!done) throw new Refused('SETUP_CLOSED');
    const signedIn = await sessionByToken(session.token, deps);
    if (!signedIn) throw new Refused('SETUP_CLOSED');
    session.setCookie(reply);
    return presentSession(signedIn, deps);
  });
}

/** @throws Refused FIELD_INVALID for a zone that nobody keeps */
function requireZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new Refused('FIELD_INVALID', { field: 'zone' });
  }
}
