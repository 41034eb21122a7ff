import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishRegulation } from '../../owner/publishAction.ts';
import { templates } from '../../regulations/templates.ts';
import {
  registers,
  regulationCopies,
  regulationLocks,
  regulationVersions,
} from '../../storage/collections.ts';
import { type DrawnDocument, drawNext, drawn, giveRole, tab } from '../../testing/drawing.ts';
import {
  type Client,
  officeMorning,
  openSampleOffice,
  type SampleOffice,
} from '../../testing/sampleOffice.ts';

let office: SampleOffice;
let ryabova: Client;
beforeEach(async () => {
  office = await openSampleOffice();
  ryabova = await office.as('ryabova');
});
afterEach(() => office.close());

const today = '2026-11-25';
const act = 'municipal-act';
const retitled = (title: string) => (document: DrawnDocument) => {
  document.title.ru = title;
};

type Publish = { id?: string; from?: string; pilot?: { units: string[]; until: string }; key?: string };
const publish = ({ id = act, from = today, pilot, key }: Publish = {}, revision = 1) =>
  ryabova.call('workingCopies.publish', {
    params: { id },
    body: {
      revision,
      comment: 'Уточнены слова',
      act: { title: 'Распоряжение администрации', number: '341-р', date: '2026-11-24' },
      from,
      ...(pilot ? { pilot } : {}),
    },
    ...(key === undefined ? {} : { key }),
  });

/** Publishes a version with another title for some units. */
async function published(base: number, title: string, ask: Publish = {}): Promise<void> {
  await drawNext(ryabova, act, base, retitled(title));
  const done = await publish(ask);
  if (done.status !== 200) throw new Error(`Version ${base + 1} was not published: ${done.body.code}`);
}

/** The version of the act by which this person would start now. */
async function versionFor(login: string): Promise<number | undefined> {
  const { body } = await (await office.as(login)).call('documentKinds.list');
  return body.kinds.find(({ regulation }) => regulation === act)?.version;
}

const day = (date: string, time = '10:00') => office.clock.moveTo(Date.parse(`${date}T${time}:00+03:00`));
const row = async () => (await ryabova.call('library.list')).body.rows.find(({ id }) => id === act)!;

describe('publishing a working copy', () => {
  it('makes it the next version with its act and scenarios, in one commit with the end of the copy', async () => {
    await drawNext(ryabova, act, 1, (document) => {
      document.title.ru = 'Акт, новая редакция';
      const known = document['registers'] as Record<string, object>;
      document['registers'] = {
        ...known,
        more: { title: { ru: 'Ещё журнал', en: 'One more' }, numberTemplate: '{seq}' },
      };
    });
    await ryabova.call('workingCopies.lock', { params: { id: act }, body: { tab, take: false } });
    const done = await publish({ key: 'published-once-1' });
    expect([done.status, done.body]).toEqual([200, { version: 2, from: today }]);
    expect((await publish({ key: 'published-once-1' })).body).toEqual(done.body);
    expect(await office.store.get(regulationVersions, `administration/${act}/2`)).toMatchObject({
      version: 2,
      comment: 'Уточнены слова',
      publishedBy: expect.stringContaining('Рябова'),
      act: { number: '341-р', date: '2026-11-24' },
      scenarios: templates().find(({ id }) => id === act)!.scenarios,
    });
    expect(await office.store.get(registers, 'administration.more')).toBeDefined();
    expect(await office.store.get(regulationCopies, `administration/${act}`)).toBeUndefined();
    expect(await office.store.get(regulationLocks, `administration/${act}`)).toBeUndefined();
    expect(await versionFor('lebedev')).toBe(2);
    const shown = await ryabova.call('regulations.show', { params: { id: act } });
    expect(shown.body.versions.map(({ version, act: of }) => [version, of?.number])).toEqual([
      [1, undefined],
      [2, '341-р'],
    ]);
  });

  it('is stopped by an error of the regulation, with the count, and the check says each', async () => {
    await drawNext(ryabova, act, 1, (document) => {
      document.stages['registration']!.settings['performer'] = 'nobody-known';
    });
    const checked = await ryabova.call('workingCopies.check', { params: { id: act }, body: { revision: 1 } });
    const errors = checked.body.problems.filter(({ severity }) => severity === 'error');
    expect(errors).toContainEqual(
      expect.objectContaining({
        code: 'participant-unknown',
        element: { stage: 'registration' },
        params: { participant: 'nobody-known' },
      }),
    );
    expect(checked.body.scenarios).toEqual([]);
    expect((await publish()).body).toMatchObject({
      code: 'PUBLISH_REFUSED',
      params: { errors: errors.length, scenarios: 0 },
    });
    expect((await office.store.get(regulationCopies, `administration/${act}`))?.rev).toBe(1);
    expect(await versionFor('lebedev')).toBe(1);
  });

  // Seen failing when the gate passed no scenarios on.
  it('is stopped by a scenario that does not hold, and the check says which and how', async () => {
    await drawNext(ryabova, act, 1, (document) => {
      for (const deadline of Object.values(document.deadlines)) deadline.term.amount += 3;
    });
    const checked = await ryabova.call('workingCopies.check', { params: { id: act }, body: { revision: 1 } });
    const failed = checked.body.scenarios.filter(({ ok }) => !ok);
    expect(checked.body.scenarios).toHaveLength(23);
    expect(failed.length).toBeGreaterThan(0);
    expect(failed[0]?.failures[0]).toMatchObject({ code: expect.any(String), found: expect.any(Object) });
    const done = await publish();
    expect(done.body).toMatchObject({
      code: 'PUBLISH_REFUSED',
      params: { errors: 0, scenarios: failed.length },
    });
    expect(await versionFor('lebedev')).toBe(1);
  });

  it('is refused when the owner published meanwhile, when nothing changed, and from a day that has passed', async () => {
    await drawNext(ryabova, act, 1, () => undefined);
    expect((await publish()).body).toMatchObject({ code: 'PUBLISH_UNCHANGED', params: { version: 1 } });
    expect((await publish({ from: '2026-11-24' })).body).toMatchObject({
      code: 'FROM_IN_PAST',
      params: { from: '2026-11-24', today },
    });
    expect((await publish({ from: '2026-11-31' })).body.code).toBe('BODY_INVALID');
    expect((await publish({}, 2)).body.code).toBe('REVISION_STALE');
    const text = JSON.stringify(await drawn(ryabova, act, retitled('Редакция владельца')));
    const { deps } = office.app;
    expect(await publishRegulation({ text, scenarios: [] }, deps)).toMatchObject({ ok: true, version: 2 });
    expect((await publish()).body).toMatchObject({ code: 'BASE_OUTDATED', params: { base: 1, latest: 2 } });
    expect((await office.store.get(regulationCopies, `administration/${act}`))?.rev).toBe(1);
    expect(await versionFor('lebedev')).toBe(2);
  });

  it('waits for nobody’s sign of life, and is refused while somebody else edits', async () => {
    await drawNext(ryabova, act, 1, retitled('Акт, новая редакция'));
    await giveRole(office, 'lawyer', 'methodologist');
    const vlasova = await office.as('vlasova');
    const lock = (client: Client, take: boolean) =>
      client.call('workingCopies.lock', { params: { id: act }, body: { tab, take } });
    await lock(vlasova, false);
    expect((await publish()).body).toMatchObject({
      code: 'LOCK_LOST',
      params: { name: expect.stringContaining('Власова') },
    });
    await lock(ryabova, true);
    const [done] = await Promise.all([publish(), lock(ryabova, false), lock(ryabova, false)]);
    expect(done.status).toBe(200);
  });

  it('of one copy twice at once makes one version', async () => {
    await drawNext(ryabova, act, 1, retitled('Акт, новая редакция'));
    const answers = await Promise.all([publish(), publish()]);
    expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    expect(await office.store.get(regulationVersions, `administration/${act}/2`)).toBeDefined();
    expect(await office.store.get(regulationVersions, `administration/${act}/3`)).toBeUndefined();
  });
});

describe('a version whose day has not come', () => {
  it('waits for its day in the zone of the organisation', async () => {
    await published(1, 'С декабря', { from: '2026-12-01' });
    expect(await row()).toMatchObject({
      state: 'inForce',
      inForce: { version: 1 },
      scheduled: { version: 2, from: '2026-12-01' },
    });
    day('2026-11-30', '23:59');
    expect(await versionFor('lebedev')).toBe(1);
    day('2026-12-01', '00:00');
    expect(await versionFor('lebedev')).toBe(2);
    const late = await ryabova.call('regulations.withdrawScheduled', {
      params: { id: act, version: '2' },
      body: {},
    });
    expect(late.body.code).toBe('VERSION_NOT_SCHEDULED');
  });

  it('is withdrawn and never in force; what comes after it goes on from it', async () => {
    await published(1, 'С декабря', { from: '2026-12-01' });
    const withdraw = () =>
      ryabova.call('regulations.withdrawScheduled', { params: { id: act, version: '2' }, body: {} });
    expect((await withdraw()).status).toBe(200);
    expect((await withdraw()).body.code).toBe('VERSION_NOT_SCHEDULED');
    const listed = await row();
    expect(listed).toMatchObject({ state: 'inForce', inForce: { version: 1 }, versions: 2 });
    expect(listed.scheduled).toBeUndefined();
    day('2026-12-02');
    expect(await versionFor('lebedev')).toBe(1);
    const shown = await ryabova.call('regulations.show', { params: { id: act } });
    expect(shown.body.versions[1]?.withdrawnAtMs).toBe(officeMorning);
    // The same words may be published after all: what was withdrawn is not in force.
    await published(2, 'С декабря', { from: '2026-12-02' });
    expect(await versionFor('lebedev')).toBe(3);
  });
});

describe('a pilot', () => {
  const works = { units: ['works'], until: '2026-12-31' };

  // lebedev works in works, safonov in education.
  it('gives its units the new version until its last day, and the others the former one', async () => {
    await published(1, 'Пилот', { pilot: works });
    expect([await versionFor('lebedev'), await versionFor('safonov')]).toEqual([2, 1]);
    expect(await row()).toMatchObject({
      inForce: { version: 1 },
      pilot: {
        version: 2,
        units: [{ id: 'works', title: 'Отдел ЖКХ и строительства' }],
        until: '2026-12-31',
      },
    });
    for (const [login, version] of [
      ['lebedev', 2],
      ['safonov', 1],
    ] as const) {
      const author = await office.as(login);
      const made = await author.call('drafts.create', { body: { regulation: act } });
      expect([login, made.body.kind.version]).toEqual([login, version]);
      const route = await author.call('drafts.route', {
        params: { id: made.body.id },
        body: { card: {}, chosen: {} },
      });
      expect(route.body.plan.regulation.version).toBe(version);
      const sent = await author.call('drafts.send', {
        params: { id: made.body.id },
        body: { revision: 1, regulationVersion: 3 - version },
      });
      expect(sent.body).toMatchObject({ code: 'REGULATION_CHANGED', params: { version } });
    }
    day('2026-12-31', '23:59');
    expect(await versionFor('lebedev')).toBe(2);
    day('2027-01-01', '00:00');
    expect([await versionFor('lebedev'), await versionFor('safonov')]).toEqual([1, 1]);
    expect((await row()).pilot).toBeUndefined();
  });

  it('of a unit is one of the units below it too', async () => {
    await published(1, 'Пилот', { pilot: { units: ['leadership'], until: '2026-12-31' } });
    expect([await versionFor('lebedev'), await versionFor('safonov')]).toEqual([2, 2]);
  });

  it('ends when the same words are published for everybody, and is not published twice over', async () => {
    await published(1, 'Пилот', { pilot: works });
    await drawNext(ryabova, act, 2, retitled('Пилот'));
    expect((await publish({ pilot: works })).body.code).toBe('PUBLISH_UNCHANGED');
    expect((await publish()).body).toEqual({ version: 3, from: today });
    expect([await versionFor('lebedev'), await versionFor('safonov')]).toEqual([3, 3]);
    expect((await row()).pilot).toBeUndefined();
  });

  it('is of units of its own organisation, and does not end before it begins', async () => {
    await drawNext(ryabova, act, 1, retitled('Пилот'));
    const wrong = [
      { units: ['finance'], until: '2026-12-31' },
      { units: ['nowhere'], until: '2026-12-31' },
      { units: ['works'], until: '2026-11-24' },
    ];
    for (const pilot of wrong) expect((await publish({ pilot })).body.code).toBe('PILOT_INVALID');
    expect((await publish({ pilot: { units: [], until: '2026-12-31' } })).body.code).toBe('BODY_INVALID');
  });

  it('of a first version is no regulation for the others', async () => {
    const id = 'new-act';
    const regulation = await drawn(ryabova, act, (document) => {
      document.id = id;
    });
    await ryabova.call('workingCopies.create', { body: { regulation, base: null } });
    expect((await publish({ id, pilot: works })).body).toEqual({ version: 1, from: today });
    const kinds = async (login: string) =>
      (await (await office.as(login)).call('documentKinds.list')).body.kinds.map((one) => one.regulation);
    expect([(await kinds('lebedev')).includes(id), (await kinds('safonov')).includes(id)]).toEqual([
      true,
      false,
    ]);
    const lebedev = await office.as('lebedev');
    const draft = await lebedev.call('drafts.create', { body: { regulation: id } });
    // After the pilot the draft is still its author's to read and to keep; it is not sent.
    day('2027-01-11');
    expect((await lebedev.call('drafts.show', { params: { id: draft.body.id } })).status).toBe(200);
    const sent = await lebedev.call('drafts.send', {
      params: { id: draft.body.id },
      body: { revision: 1, regulationVersion: 1 },
    });
    expect(sent.body.code).toBe('REGULATION_NONE_IN_FORCE');
  });
});

describe('a retired regulation', () => {
  it('starts nothing new, lets what is on its way finish, and may be revived', async () => {
    const lebedev = await office.as('lebedev');
    const draft = await lebedev.call('drafts.create', { body: { regulation: act } });
    const params = { id: act };
    const retire = () =>
      ryabova.call('regulations.retire', { params, body: { reason: 'Заменён регламентом администрации' } });
    expect((await retire()).status).toBe(200);
    expect((await retire()).status).toBe(200);
    expect(await row()).toMatchObject({
      state: 'retired',
      retired: { reason: 'Заменён регламентом администрации', by: expect.stringContaining('Рябова') },
      running: 3,
      inForce: { version: 1 },
    });
    expect(await versionFor('lebedev')).toBeUndefined();
    const none = await lebedev.call('drafts.create', { body: { regulation: act } });
    expect(none.body.code).toBe('REGULATION_NONE_IN_FORCE');
    const sent = await lebedev.call('drafts.send', {
      params: { id: draft.body.id },
      body: { revision: 1, regulationVersion: 1 },
    });
    expect(sent.body.code).toBe('REGULATION_NONE_IN_FORCE');
    // What was typed stays.
    expect((await lebedev.call('drafts.show', { params: { id: draft.body.id } })).status).toBe(200);

    expect((await ryabova.call('regulations.revive', { params, body: {} })).status).toBe(200);
    expect((await ryabova.call('regulations.revive', { params, body: {} })).status).toBe(200);
    expect(await versionFor('lebedev')).toBe(1);
    const unknown = await ryabova.call('regulations.retire', {
      params: { id: 'another' },
      body: { reason: 'Нет' },
    });
    expect(unknown.body.code).toBe('NOT_FOUND');
  });
});
