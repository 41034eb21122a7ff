import { afterEach, describe, expect, it } from 'vitest';
import { absences, tasks } from '../../storage/collections.ts';
import { openSampleOffice, type SampleOffice } from '../../testing/sampleOffice.ts';

let office: SampleOffice;
afterEach(() => office.close());

describe('an absence', () => {
  it('is the person’s own to say and to take back', async () => {
    office = await openSampleOffice();
    const client = await office.as('vlasova');
    const made = await client.call('absences.create', {
      body: { employee: 'vlasova', from: '2026-12-14', to: '2026-12-18', substitute: 'kravtsov' },
    });
    expect(made.status).toBe(200);
    expect(office.app.deps.directory.current().data.absences).toHaveLength(3);
    const { status } = await client.call('absences.delete', { params: { id: made.body.id } });
    expect(status).toBe(200);
    expect(office.app.deps.directory.current().data.absences).toHaveLength(2);
  });

  it('of somebody else is the administrator’s', async () => {
    office = await openSampleOffice();
    const body = { employee: 'morozov', from: '2026-12-14', to: '2026-12-18' };
    const lebedev = await office.as('lebedev');
    expect((await lebedev.call('absences.create', { body })).body.code).toBe('FORBIDDEN');
    expect((await lebedev.call('absences.delete', { params: { id: 'leave-larin' } })).body.code).toBe(
      'FORBIDDEN',
    );
    expect((await lebedev.call('absences.delete', { params: { id: 'nothing' } })).body.code).toBe(
      'NOT_FOUND',
    );
    expect((await (await office.as('timofeev')).call('absences.create', { body })).status).toBe(200);
  });

  it('with dates or a substitute that cannot be is refused and changes nothing', async () => {
    office = await openSampleOffice();
    const client = await office.as('timofeev');
    const week = { employee: 'morozov', from: '2026-12-14', to: '2026-12-18' };
    const wrong = [
      { ...week, to: '2026-12-13' },
      { ...week, from: '2026-02-30', to: '2026-03-02' },
      { ...week, to: '2062-12-18' },
      { ...week, substitute: 'morozov' },
      { ...week, substitute: 'nobody' },
      { ...week, employee: 'larin', from: '2026-11-25', to: '2026-11-30' },
    ];
    for (const body of wrong) {
      expect((await client.call('absences.create', { body })).body.code).toBe('ABSENCE_INVALID');
    }
    expect(await office.store.count(absences, {})).toBe(2);
  });

  it('without a substitute stops the clock of the person’s open tasks', async () => {
    office = await openSampleOffice();
    const client = await office.as('timofeev');
    const due = async () =>
      (await office.store.find(tasks, { where: { desk: { has: 'lawyer' } }, order: { by: 'dueAtMs' } }))
        .rows[0]?.dueAtMs ?? 0;
    const before = await due();
    await client.call('absences.create', {
      body: { employee: 'vlasova', from: '2026-11-25', to: '2026-12-01' },
    });
    await expect.poll(due).toBeGreaterThan(before);
  });
});
