import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMemoryStore } from '@reglament/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { firstStart } from '../../setup/firstStart.ts';
import { accounts, organisations, schema } from '../../storage/collections.ts';
import { type FileStore, openFileStore } from '../../storage/files/fileStore.ts';
import { officeMorning, openOffice, type SampleOffice } from '../../testing/sampleOffice.ts';

let folder: string;
let files: FileStore;
let office: SampleOffice;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reglament-setup-'));
  files = await openFileStore(folder);
});
afterEach(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

const first = {
  organisation: 'Администрация Заречного округа',
  zone: 'Asia/Yekaterinburg',
  name: 'Петрова Нина Ивановна',
  post: 'Системный администратор',
  login: 'Petrova',
  password: 'очень длинный пароль',
};

async function startEmpty() {
  const store = openMemoryStore(schema);
  const begin = async () => {
    const welcome = await firstStart({
      config: readConfig({}, folder),
      store,
      files,
      clock: new ManualClock(officeMorning),
      empty: true,
      say: () => undefined,
    });
    return /#(\S+)/.exec(welcome('http://127.0.0.1:8080'))?.[1] ?? '';
  };
  const token = await begin();
  office = await openOffice(store, files);
  const setUp = async (body: object) => {
    const answer = await office.app.server.inject({ method: 'POST', url: '/api/v1/setup', payload: body });
    return { status: answer.statusCode, body: answer.json(), cookie: answer.headers['set-cookie'] };
  };
  return { store, token, begin, setUp };
}

describe('a deployment that starts with nothing', () => {
  it('works without an organisation, and says that it waits for its administrator', async () => {
    await startEmpty();
    const page = await office.app.server.inject({ url: '/api/v1/sign-in' });
    expect(page.json()).toEqual({
      organisation: '',
      samplePeople: [],
      samplePassword: null,
      setupNeeded: true,
    });
    const signIn = await office.app.server.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { login: 'anybody', password: 'whatever' },
    });
    expect(signIn.json().code).toBe('CREDENTIALS_WRONG');
    expect((await office.app.server.inject({ url: '/health/ready' })).statusCode).toBe(200);
  });

  it('gets its first administrator by the link, once', async () => {
    const { store, token, setUp } = await startEmpty();
    const done = await setUp({ ...first, token });
    expect(done.status).toBe(200);
    expect(done.body.login).toBe('petrova');
    expect(done.body.abilities).toMatchObject({ administer: true, readRegulations: true });
    expect(done.body.organisation).toMatchObject({ title: first.organisation, zone: first.zone });
    expect(done.cookie).toMatch(/^reglament=/);
    expect((await setUp({ ...first, token })).body.code).toBe('SETUP_CLOSED');
    expect(await store.count(organisations, {})).toBe(1);
    expect(await store.count(accounts, {})).toBe(1);
  });

  it('refuses a wrong token, a weak password and a zone that nobody keeps, and still waits', async () => {
    const { store, token, setUp } = await startEmpty();
    const wrong = await setUp({ ...first, token: `${token.slice(0, -1)}!` });
    expect(wrong.body.code).toBe('SETUP_TOKEN_WRONG');
    expect((await setUp({ ...first, token, password: 'password' })).body.code).toBe('PASSWORD_WEAK');
    expect((await setUp({ ...first, token, zone: 'Mars/Olympus' })).body.code).toBe('FIELD_INVALID');
    expect((await setUp({ ...first, token, extra: 1 })).body.code).toBe('BODY_INVALID');
    expect(await store.count(accounts, {})).toBe(0);
    expect((await setUp({ ...first, token })).status).toBe(200);
  });

  it('makes one administrator of two who use the link at once', async () => {
    const { store, token, setUp } = await startEmpty();
    const both = await Promise.all([
      setUp({ ...first, token }),
      setUp({ ...first, token, login: 'another', organisation: 'Другая' }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
    expect(await store.count(accounts, {})).toBe(1);
  });

  it('prints a new link at the next start, and the old one is dead', async () => {
    const { token, begin, setUp } = await startEmpty();
    const renewed = await begin();
    expect(renewed).not.toBe(token);
    expect((await setUp({ ...first, token })).body.code).toBe('SETUP_TOKEN_WRONG');
    expect((await setUp({ ...first, token: renewed })).status).toBe(200);
    // Set up: no link any more.
    expect(await begin()).toBe('');
  });
});
