import { afterEach, describe, expect, it } from 'vitest';
import { accounts, incidents, positions, sessions, tasks } from '../../storage/collections.ts';
import { type Client, openSampleOffice, type SampleOffice } from '../../testing/sampleOffice.ts';

let office: SampleOffice;
afterEach(() => office.close());

const revisionOf = async (client: Client, kind: 'employees' | 'positions' | 'units', id: string) =>
  (await client.call('people.list')).body[kind].find((one) => one.id === id)?.revision ?? 0;

async function change(client: Client, id: string, body: object) {
  const revision = await revisionOf(client, 'positions', id);
  return client.call('people.changePosition', { params: { id }, body: { revision, ...body } });
}

describe('the page of people', () => {
  it('is the administrator’s: anybody else is refused, and nothing changes', async () => {
    office = await openSampleOffice();
    for (const login of ['lebedev', 'sokolov', 'ryabova']) {
      const client = await office.as(login);
      expect((await client.call('people.list')).body.code).toBe('FORBIDDEN');
      const made = await client.call('people.createPosition', {
        body: { unit: 'works', title: 'Мой помощник', roles: ['administrator'] },
      });
      expect(made.body.code).toBe('FORBIDDEN');
    }
    expect(await office.store.count(positions, {})).toBe(37);
  });

  it('shows staff of the organisations below too, with the number of open tasks', async () => {
    office = await openSampleOffice();
    const { status, body } = await (await office.as('timofeev')).call('people.list');
    expect(status).toBe(200);
    expect(body.organisations.map((one) => one.id).sort()).toEqual(['administration', 'finance']);
    // Three contracts and an act wait for the head's signature.
    expect(body.positions.find((one) => one.id === 'mayor')?.openTasks).toBe(4);
    const demidova = body.employees.find((one) => one.id === 'demidova');
    expect(demidova?.absences[0]?.substituteName).toBe('Орлова Наталья Павловна');
    expect(body.roles.map((role) => role.id)).toContain('lawyer');
  });

  it('shows open tasks of a post without a title or a text', async () => {
    office = await openSampleOffice();
    const client = await office.as('timofeev');
    const { body } = await client.call('people.openTasks', { params: { id: 'mayor' } });
    expect(body.rows).toHaveLength(4);
    expect(Object.keys(body.rows[0] ?? {}).sort()).toEqual([
      'dueAtMs',
      'id',
      'openedAtMs',
      'overdue',
      'regulationTitle',
      'revision',
      'stageTitle',
    ]);
  });
});

describe('a new employee', () => {
  it('gets a password that is told once, and must change it before anything else', async () => {
    office = await openSampleOffice();
    const client = await office.as('timofeev');
    const body = { name: 'Савельева Ольга Игоревна', login: 'Savelyeva', position: 'social-specialist-1' };
    const made = await client.call('people.createEmployee', { body, key: 'the-same-key-1' });
    expect(made.body.password).toMatch(/^[a-z]{4}-[a-z]{4}-[a-z]{4}-\d{4}$/);
    // The same key again: the same person, and no password, since it is kept nowhere.
    const again = await client.call('people.createEmployee', { body, key: 'the-same-key-1' });
    expect(again.body).toEqual({ id: made.body.id, password: null });

    const signedIn = await office.app.server.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { login: 'savelyeva', password: made.body.password },
    });
    expect(signedIn.json().mustChangePassword).toBe(true);
    const list = await (await office.as('savelyeva')).call('regulations.list');
    expect(list.body.code).toBe('PASSWORD_MUST_CHANGE');
  });

  it('cannot have a login or a post that somebody has, nor a login in other letters than Latin', async () => {
    office = await openSampleOffice();
    const client = await office.as('timofeev');
    const name = 'Иванов Иван Иванович';
    const taken = await client.call('people.createEmployee', { body: { name, login: 'VLASOVA' } });
    expect(taken.body.code).toBe('LOGIN_TAKEN');
    const held = await client.call('people.createEmployee', { body: { name, position: 'lawyer' } });
    expect(held.body.code).toBe('REVISION_STALE');
    const cyrillic = await client.call('people.createEmployee', { body: { name, login: 'новиков' } });
    expect(cyrillic.body.params).toEqual({ field: 'login' });
    const strange = await client.call('people.createEmployee', { body: { name, login: 'a b' } });
    expect(strange.body.code).toBe('FIELD_INVALID');
  });
});

describe('a change of staff', () => {
  it('is refused on a stale revision', async () => {
    office = await openSampleOffice();
    const client = await office.as('timofeev');
    const revision = await revisionOf(client, 'employees', 'lebedev');
    const rename = (name: string) =>
      client.call('people.renameEmployee', { params: { id: 'lebedev' }, body: { revision, name } });
    expect((await rename('Лебедев Константин Андреевич')).body.revision).toBe(revision + 1);
    expect((await rename('Лебедев Кирилл Андреевич')).body.code).toBe('REVISION_STALE');
  });

  it('never leaves the deployment without an administrator', async () => {
    office = await openSampleOffice();
    const client = await office.as('timofeev');
    expect((await change(client, 'administrator', { roles: [] })).body.code).toBe('STILL_NEEDED');
    expect((await change(client, 'administrator', { holder: null })).body.code).toBe('STILL_NEEDED');
    const revision = await revisionOf(client, 'employees', 'timofeev');
    const dismissed = await client.call('people.dismiss', {
      params: { id: 'timofeev' },
      body: { revision, reason: 'По собственному желанию' },
    });
    expect(dismissed.body.code).toBe('STILL_NEEDED');
    // With a second administrator the first may go.
    expect((await change(client, 'it-head', { roles: ['administrator'] })).status).toBe(200);
    expect((await change(client, 'administrator', { roles: [] })).status).toBe(200);
    expect((await client.call('people.list')).body.code).toBe('FORBIDDEN');
  });

  it('refuses posts, people and units that are not there, and a circle of units', async () => {
    office = await openSampleOffice();
    const client = await office.as('timofeev');
    expect((await change(client, 'lawyer', { holder: 'nobody' })).body.code).toBe('NOT_FOUND');
    expect((await change(client, 'lawyer', { unit: 'nowhere' })).body.code).toBe('NOT_FOUND');
    const unit = async (id: string, body: object) => {
      const revision = await revisionOf(client, 'units', id);
      return client.call('people.changeUnit', { params: { id }, body: { revision, ...body } });
    };
    expect((await unit('works', { head: 'nobody' })).body.code).toBe('POSITION_UNKNOWN');
    expect((await unit('leadership', { parent: 'works' })).body.code).toBe('FIELD_INVALID');
    expect((await unit('works', { parent: 'finance' })).body.code).toBe('FIELD_INVALID');
    expect((await unit('works', { curator: null })).status).toBe(200);
  });

  it('that dismisses closes the account at once, vacates the posts and raises incidents for their tasks', async () => {
    office = await openSampleOffice();
    const client = await office.as('timofeev');
    const vlasova = await office.as('vlasova');
    expect((await vlasova.call('session.show')).status).toBe(200);
    const revision = await revisionOf(client, 'employees', 'vlasova');
    const done = await client.call('people.dismiss', {
      params: { id: 'vlasova' },
      body: { revision, reason: 'Переходит в суд' },
    });
    expect(done.status).toBe(200);
    expect((await vlasova.call('session.show')).body.code).toBe('NOT_SIGNED_IN');
    expect((await office.store.find(accounts, { where: { login: 'vlasova' } })).rows[0]?.closed).toBe(true);
    expect((await office.store.get(positions, 'lawyer'))?.holder).toBeUndefined();
    // Her own task and the incident of the archive that stood already.
    const waiting = await office.store.count(tasks, { desk: { has: 'lawyer' } });
    expect(waiting).toBeGreaterThan(0);
    await expect.poll(() => office.store.count(incidents, { state: 'open' })).toBe(1 + waiting);
  });

  it('that gives the vacant post to somebody closes its incident by itself', async () => {
    office = await openSampleOffice();
    const client = await office.as('timofeev');
    expect(await office.store.count(incidents, { state: 'open' })).toBe(1);
    expect((await change(client, 'archive-head', { holder: 'gusev' })).status).toBe(200);
    await expect.poll(() => office.store.count(incidents, { state: 'open' })).toBe(0);
  });
});

describe('a reset password', () => {
  it('ends every session of the account and must be changed', async () => {
    office = await openSampleOffice();
    const client = await office.as('timofeev');
    const lebedev = await office.as('lebedev');
    const revision = await revisionOf(client, 'employees', 'lebedev');
    const reset = await client.call('people.resetPassword', {
      params: { id: 'lebedev' },
      body: { revision },
    });
    expect(reset.body.password).toMatch(/\d{4}$/);
    expect((await lebedev.call('session.show')).body.code).toBe('NOT_SIGNED_IN');
    expect(await office.store.count(sessions, { account: 'lebedev' })).toBe(0);
  });
});
