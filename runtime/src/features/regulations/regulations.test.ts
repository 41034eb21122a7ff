import { afterEach, describe, expect, it } from 'vitest';
import { openSampleOffice, type SampleOffice } from '../../testing/sampleOffice.ts';

let office: SampleOffice;
afterEach(() => office.close());

describe('published regulations', () => {
  it('are read by the methodologist and the administrator, with counts of running documents and no more', async () => {
    office = await openSampleOffice();
    expect((await (await office.as('lebedev')).call('regulations.list')).body.code).toBe('FORBIDDEN');
    for (const login of ['ryabova', 'timofeev']) {
      const { body } = await (await office.as(login)).call('regulations.list');
      expect(body.rows.map((row) => [row.id, row.version, row.running])).toEqual([
        ['municipal-act', 1, 3],
        ['municipal-contract', 1, 10],
      ]);
    }
  });

  it('are given version by version, whole', async () => {
    office = await openSampleOffice();
    const client = await office.as('ryabova');
    const params = { id: 'municipal-contract' };
    const shown = await client.call('regulations.show', { params });
    expect(shown.body.versions).toHaveLength(1);
    const version = await client.call('regulations.version', { params: { ...params, version: '1' } });
    expect(version.body.regulation['format']).toBe('reglament/1');
    const none = await client.call('regulations.version', { params: { ...params, version: '2' } });
    expect(none.body.code).toBe('NOT_FOUND');
    const unknown = await client.call('regulations.show', { params: { id: 'another' } });
    expect(unknown.body.code).toBe('NOT_FOUND');
  });

  it('compile to a machine in pure JSON, with every stage and the way out of each', async () => {
    office = await openSampleOffice();
    const client = await office.as('ryabova');
    const { body } = await client.call('regulations.machine', {
      params: { id: 'municipal-contract', version: '1' },
    });
    expect(body['initial']).toBe('procurement');
    expect(Object.keys(body['states'] ?? {})).toContain('sign-head');
    expect(Object.keys(body['on'] ?? {}).sort()).toEqual(['$annul', '$withdraw']);
  });
});
