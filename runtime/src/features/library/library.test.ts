import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { absences } from '../../storage/collections.ts';
import { drawn, setHolder, tab } from '../../testing/drawing.ts';
import { type Client, openSampleOffice, type SampleOffice } from '../../testing/sampleOffice.ts';

let office: SampleOffice;
let ryabova: Client;
beforeEach(async () => {
  office = await openSampleOffice();
  ryabova = await office.as('ryabova');
});
afterEach(() => office.close());

const rows = async () => (await ryabova.call('library.list')).body.rows;
const title = { ru: 'Кто', en: 'Who' };

describe('the library', () => {
  it('has what is in force with its documents, and what was only begun, with who edits it', async () => {
    const regulation = await drawn(ryabova, 'municipal-act', (document) => {
      document.id = 'my-act';
      document.title.ru = 'Мой акт';
    });
    await ryabova.call('workingCopies.create', { body: { regulation, base: null } });
    await ryabova.call('workingCopies.lock', { params: { id: 'my-act' }, body: { tab, take: false } });
    const listed = await rows();
    expect(listed.map(({ id, state, versions, running }) => [id, state, versions, running])).toEqual([
      ['municipal-act', 'inForce', 1, 3],
      ['municipal-contract', 'inForce', 1, 10],
      ['my-act', 'workingCopy', 0, 0],
    ]);
    expect(listed[2]).toMatchObject({
      title: { ru: 'Мой акт' },
      workingCopy: { revision: 1, base: null, lock: { tab, mine: true } },
    });
    expect(listed[2]?.stages).toEqual(listed[0]?.stages);
    expect(listed[2]?.stages).toContain('approval');
  });

  it('gives the shipped regulations as they are', async () => {
    const { body } = await ryabova.call('templates.list');
    expect(body.rows.map(({ id }) => id)).toEqual(['municipal-act', 'municipal-contract']);
    expect(body.rows[0]?.stages).toBeGreaterThan(5);
    const shown = await ryabova.call('templates.show', { params: { id: 'municipal-act' } });
    expect(shown.body.regulation['format']).toBe('reglament/1');
    const none = await ryabova.call('templates.show', { params: { id: 'another' } });
    expect(none.body.code).toBe('NOT_FOUND');
  });

  // Seen failing when gaps were kept over a change of the directory.
  it('says who lost a performer after a change of staff, and no longer once the post is held again', async () => {
    const before = (await rows()).find(({ id }) => id === 'municipal-contract')!;
    expect(before.gaps).toBe(0);
    await setHolder(office, 'lawyer', undefined);
    const after = (await rows()).find(({ id }) => id === 'municipal-contract')!;
    expect(after.gaps).toBe(1);
    expect(after.lost.map(({ ru }) => ru)).toContain('Юрист правового отдела');
    await setHolder(office, 'lawyer', 'vlasova');
    expect((await rows()).find(({ id }) => id === 'municipal-contract')).toEqual(before);
  });
});

describe('the check of a working copy', () => {
  it('names every unit in which a participant resolves to nobody', async () => {
    const regulation = await drawn(ryabova, 'municipal-contract');
    await ryabova.call('workingCopies.create', { body: { regulation, base: 1 } });
    const check = () =>
      ryabova.call('workingCopies.check', { params: { id: 'municipal-contract' }, body: { revision: 1 } });
    const { body } = await check();
    expect(body.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(body.scenarios.map(({ ok }) => ok)).toEqual(Array.from({ length: 26 }, () => true));
    // The archive has no head; its archivist works there all the same.
    expect(body.gaps).toContainEqual(
      expect.objectContaining({ unit: 'archive', participant: 'unit-head', reason: 'vacant-participant' }),
    );
    expect(body.units).toBe(13);
    await setHolder(office, 'lawyer', undefined);
    const lost = (await check()).body.gaps.filter(({ participant }) => participant === 'lawyer');
    expect(lost.length).toBe(body.units);
  });
});

describe('people through the eyes of a unit', () => {
  const ask = (unit: string, participants: Record<string, object>, fields?: Record<string, string[]>) =>
    ryabova.call('workingCopies.people', {
      body: {
        unit,
        participants: participants as Record<string, Record<string, unknown>>,
        ...(fields ? { fields } : {}),
      },
    });

  it('are those whom the engine would ask, with absence and vacancy', async () => {
    const { status, body } = await ask('works', {
      author: { type: 'initiator', title },
      head: { type: 'head', title },
      curator: { type: 'curator', title },
      registrar: { type: 'role', role: 'regr', title },
      nobody: { type: 'position', position: 'none', title },
      chosen: { type: 'chosen', min: 1, max: 3, title },
      later: { type: 'performer', stage: 'legal', title },
    });
    expect(status).toBe(200);
    expect(
      body.rows.map(({ slot, people, reason }) => [slot, people.map(({ post }) => post), reason]),
    ).toEqual([
      ['author', ['works-specialist-1'], undefined],
      ['head', ['works-head'], undefined],
      ['curator', ['deputy-works'], undefined],
      ['registrar', ['registrar-1', 'registrar-2'], undefined],
      ['nobody', [], 'nobody'],
      ['chosen', [], 'atSending'],
      ['later', [], 'atSending'],
    ]);
    expect(body.rows[1]?.people[0]).toMatchObject({
      postTitle: 'Начальник отдела ЖКХ',
      unitTitle: 'Отдел ЖКХ и строительства',
      name: expect.stringContaining('Морозов'),
    });
    const archive = await ask('archive', { head: { type: 'head', title } });
    expect(archive.body.rows).toEqual([
      {
        slot: 'head',
        reason: 'nobody',
        people: [
          {
            post: 'archive-head',
            postTitle: 'Начальник архивного отдела',
            unitTitle: expect.any(String),
            vacant: true,
          },
        ],
      },
    ]);
  });

  it('who are absent are said to be, until when and with whom instead', async () => {
    const leaves = (await office.store.find(absences, { order: { by: 'id' }, limit: 10 })).rows;
    const until = (id: string) => leaves.find((leave) => leave.id === id)?.to;
    const head = async (unit: string) =>
      (await ask(unit, { head: { type: 'head', title } })).body.rows[0]?.people[0]?.absent;
    expect(await head('social')).toEqual({
      until: until('leave-demidova'),
      substitute: expect.stringContaining('Орлова'),
    });
    expect(await head('emergencies')).toEqual({ until: until('leave-larin') });
  });

  it('of a card are those whom its field names', async () => {
    const participants = { executors: { type: 'card', field: 'executors', title } };
    expect((await ask('works', participants)).body.rows[0]?.reason).toBe('atSending');
    const named = await ask('works', participants, { executors: ['lawyer', 'archive-head'] });
    expect(named.body.rows[0]?.people.map(({ post }) => post)).toContain('lawyer');
  });

  it('are not asked of another organisation’s unit, nor of what is no participant', async () => {
    expect((await ask('finance', {})).body.code).toBe('NOT_FOUND');
    expect((await ask('nowhere', {})).body.code).toBe('NOT_FOUND');
    const wrong = await ask('works', { head: { type: 'head', title, magic: 1 } });
    expect(wrong.body).toMatchObject({ code: 'BODY_INVALID' });
    const { body } = await ryabova.call('units.list');
    expect(body.rows).toHaveLength(13);
    expect(body.rows).toContainEqual({
      id: 'works',
      title: 'Отдел ЖКХ и строительства',
      parent: 'leadership',
    });
  });

  it('are found by roles and positions that go by their names, with those who hold them', async () => {
    const { body } = await ryabova.call('units.list');
    expect(body.roles).toContainEqual({
      code: 'regr',
      title: { ru: 'Регистратор', en: 'Registrar' },
      holders: ['Сафина Гульнара Маратовна', 'Котова Елена Игоревна'],
      held: 2,
      elsewhere: false,
    });
    // Held in the finance department, which is another organisation.
    expect(body.roles.find(({ code }) => code === 'fin')).toMatchObject({
      holders: [],
      held: 0,
      elsewhere: true,
    });
    expect(body.positions).toContainEqual({
      id: 'manager',
      title: 'Управляющий делами',
      unit: 'Руководство',
      holder: 'Громова Татьяна Николаевна',
    });
    expect(body.positions.map(({ unit }) => unit)).not.toContain('Финансовое управление');
    const participants = { post: { type: 'position', position: 'manager', title } };
    const asked = await ask('works', participants);
    expect(asked.body.rows[0]?.people.map(({ post }) => post)).toEqual(['manager']);
  });
});
