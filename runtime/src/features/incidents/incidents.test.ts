import { afterEach, describe, expect, it } from 'vitest';
import { incidents, tasks } from '../../storage/collections.ts';
import { openSampleOffice, type SampleOffice } from '../../testing/sampleOffice.ts';

let office: SampleOffice;
afterEach(() => office.close());

describe('an incident', () => {
  it('names regulation, stage and participant, and an opaque id instead of the document', async () => {
    office = await openSampleOffice();
    expect((await (await office.as('sokolov')).call('incidents.list')).body.code).toBe('FORBIDDEN');
    const { body } = await (await office.as('timofeev')).call('incidents.list');
    expect(body.rows).toHaveLength(1);
    const [row] = body.rows;
    expect(row?.reason).toBe('vacant-participant');
    expect(row?.stageTitle.ru).toBe('Виза начальника отдела');
    expect(row?.opaqueDocument).toMatch(/^[0-9a-f]{8}$/);
    expect(JSON.stringify(body)).not.toContain('Оцифровка');
  });

  it('is repaired by naming a post, which then has the task', async () => {
    office = await openSampleOffice();
    const client = await office.as('timofeev');
    const row = (await client.call('incidents.list')).body.rows[0]!;
    const assign = (to: string, revision: number) =>
      client.call('incidents.assign', {
        params: { id: row.id },
        body: { revision, to, reason: 'Начальника отдела нет' },
        key: `assign-to-${to}-${revision}`,
      });
    expect((await assign('social-specialist-1', row.revision)).body.code).toBe('POSITION_UNKNOWN');
    expect((await assign('manager', row.revision + 1)).body.code).toBe('REVISION_STALE');
    expect((await assign('manager', row.revision)).body).toEqual({ id: row.id, cleared: true });
    const waiting = await office.store.find(tasks, {
      where: { desk: { has: 'manager' } },
      order: { by: 'dueAtMs' },
    });
    expect(waiting.rows.some((task) => task.stage === 'unit-head')).toBe(true);
    // The answer under its key stays; a new command finds the incident closed.
    expect((await assign('manager', row.revision)).body).toEqual({ id: row.id, cleared: true });
    expect((await assign('manager', row.revision + 2)).body.code).toBe('INCIDENT_CLOSED');
  });

  it('that is tried again too early stays, and says so', async () => {
    office = await openSampleOffice();
    const client = await office.as('timofeev');
    const row = (await client.call('incidents.list')).body.rows[0]!;
    const { body } = await client.call('incidents.retry', {
      params: { id: row.id },
      body: { revision: row.revision },
    });
    expect(body).toEqual({ id: row.id, cleared: false });
    expect(await office.store.count(incidents, { state: 'open' })).toBe(1);
  });
});
