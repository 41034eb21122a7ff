import { verifyChain } from '@reglament/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documents, history } from '../../storage/collections.ts';
import { type Client, openSampleOffice, type SampleOffice } from '../../testing/sampleOffice.ts';

let office: SampleOffice;
let author: Client;
beforeEach(async () => {
  office = await openSampleOffice();
  author = await office.as('lebedev');
});
afterEach(() => office.close());

/** The author's own document on its way, and one that somebody else may not see. */
async function running() {
  const rows = (await author.call('documents.list', { query: { view: 'mine' } })).body.rows;
  return rows.find(({ state }) => state === 'running')!;
}

describe('a document that was sent', () => {
  it('says where it is, with whom and since when, to those who may see it only', async () => {
    const row = await running();
    expect(row.with[0]?.person.name).not.toBe('');
    const detail = await author.call('documents.show', { params: { id: row.id } });
    expect(detail.status).toBe(200);
    expect(detail.body.now.length).toBeGreaterThan(0);
    const stranger = await office.as('gusev');
    for (const name of ['documents.show', 'documents.route', 'documents.sheet'] as const) {
      expect((await stranger.call(name, { params: { id: row.id } })).status).toBe(404);
    }
  });

  it('is counted beside «Мои документы» as often as the list shows it, drafts apart', async () => {
    await author.call('drafts.create', { body: { regulation: 'municipal-contract' } });
    const { rows } = (await author.call('documents.list', { query: { view: 'mine' } })).body;
    expect((await author.call('tasks.counts')).body.documents).toBe(rows.length);
  });

  it('draws its route: what was, what is now and what is planned, on the days of the calendar', async () => {
    const row = await running();
    const plan = (await author.call('documents.route', { params: { id: row.id } })).body;
    expect(new Set(plan.stages.map(({ state }) => state))).toContain('now');
    expect(plan.days.every(({ startMs, endMs }) => endMs - startMs === 24 * 3_600_000)).toBe(true);
    expect(plan.days[0]!.startMs).toBeLessThanOrEqual(Math.min(...plan.stages.map(({ startMs }) => startMs)));
    expect(plan.plannedMs).not.toBeNull();
  });

  it('keeps a history whose chain holds, told in lines from the newest', async () => {
    const row = await running();
    const { body } = await author.call('documents.history', {
      params: { id: row.id },
      query: { limit: '200' },
    });
    expect(body.rows.at(-1)?.type).toBe('started');
    expect(body.rows.map(({ seq }) => seq)).toEqual(
      body.rows.map(({ seq }) => seq).toSorted((a, b) => b - a),
    );
    const stored = (await office.store.get(documents, row.id))!;
    const page = await office.store.find(history, {
      where: { instance: stored.instance },
      order: { by: 'seq' },
      limit: 1000,
    });
    const events = page.rows.flatMap((one) => one.events);
    expect(verifyChain(events).ok).toBe(true);
    expect(body.chain).toEqual({ length: events.length, head: events.at(-1)!.hash });
  });

  it('withdrawn becomes a draft that keeps card and number, and is sent again as a new instance without visas', async () => {
    const row = await running();
    const stopped = await author.call('documents.withdraw', {
      params: { id: row.id },
      body: { reason: 'Меняются условия' },
    });
    expect(stopped.body).toMatchObject({ state: 'withdrawn', document: row.id });
    const draft = (await author.call('drafts.show', { params: { id: stopped.body.draft! } })).body;
    expect(draft.withdrawn).toBe(true);
    const sent = await author.call('drafts.send', {
      params: { id: draft.id },
      body: { revision: draft.revision, regulationVersion: draft.kind.version },
    });
    expect(sent.body).toMatchObject({ document: row.id, number: row.number });
    const detail = (await author.call('documents.show', { params: { id: row.id } })).body;
    expect([detail.row.state, detail.visas, detail.ending]).toEqual(['running', [], null]);
  });

  it('is annulled for good by its author only', async () => {
    const row = await running();
    const head = await office.as('morozov');
    expect(
      (await head.call('documents.annul', { params: { id: row.id }, body: { reason: 'Не нужен' } })).body
        .code,
    ).toMatch(/NOT_THE_AUTHOR|NOT_FOUND/);
    expect(
      (await author.call('documents.annul', { params: { id: row.id }, body: { reason: 'Не нужен' } })).body
        .state,
    ).toBe('annulled');
    const detail = (await author.call('documents.show', { params: { id: row.id } })).body;
    expect(detail.ending).toMatchObject({ as: 'annulled', reason: 'Не нужен' });
    expect(
      (await author.call('documents.annul', { params: { id: row.id }, body: { reason: 'Ещё раз' } })).body
        .code,
    ).toBe('INSTANCE_ENDED');
  });

  it('has a sheet with every visa, silence among them marked with its rule and version', async () => {
    const everyone = await office.as('sokolov');
    const found = await office.store.find(documents, { order: { by: 'id' }, limit: 200 });
    const sheets = [];
    for (const row of found.rows) {
      const sheet = await (row.author === 'lebedev' ? author : everyone).call('documents.sheet', {
        params: { id: row.id },
      });
      if (sheet.status === 200) sheets.push(sheet.body);
    }
    const automatic = sheets.flatMap(({ visas }) => visas).find((visa) => visa.automatic !== undefined);
    expect(automatic?.automatic).toMatchObject({
      regulationVersion: 1,
      deadline: { ru: expect.any(String) },
    });
    expect(
      sheets.every(({ totals, visas }) => totals.automatic === visas.filter((visa) => visa.automatic).length),
    ).toBe(true);
  });
});

describe('search', () => {
  it('finds by number, by words in another form and by counterparty, among what the person may see', async () => {
    const made = (await author.call('drafts.create', { body: { regulation: 'municipal-contract' } })).body;
    const card = {
      kind: 'supply',
      subject: 'Поставка дорожных знаков',
      counterparty: { name: 'ООО «Знак качества»', inn: '7707083893' },
      price: { amount: 45_000_000, currency: 'RUB' as const },
      funds: 'local-budget',
      basis: 'e-auction',
      term: '2027-03-31',
    };
    await author.call('drafts.save', {
      params: { id: made.id },
      body: { revision: 1, card, files: [], chosen: {} },
    });
    const sent = (
      await author.call('drafts.send', {
        params: { id: made.id },
        body: { revision: 2, regulationVersion: made.kind.version },
      })
    ).body;
    for (const q of [sent.number, 'поставки дорожного знака', 'знак качеств']) {
      const found = (await author.call('documents.list', { query: { view: 'search', q } })).body.rows;
      expect([q, found.map(({ id }) => id)]).toEqual([q, [sent.document]]);
    }
    const stranger = await office.as('gusev');
    expect(
      (await stranger.call('documents.list', { query: { view: 'search', q: sent.number } })).body.rows,
    ).toEqual([]);
  });
});

describe('notices', () => {
  it('come to the post, newest first, and stay read', async () => {
    const { body } = await author.call('notices.list', { query: { limit: '5' } });
    expect(body.unread).toBeGreaterThan(0);
    expect(body.rows.map(({ atMs }) => atMs)).toEqual(
      body.rows.map(({ atMs }) => atMs).toSorted((a, b) => b - a),
    );
    await author.call('notices.read', { body: { ids: body.rows.map(({ id }) => id) } });
    const again = (await author.call('notices.list', { query: { limit: '5' } })).body;
    expect(again.rows.every(({ read }) => read)).toBe(true);
    expect(again.unread).toBe(body.unread - body.rows.filter(({ read }) => !read).length);
    const next = (await author.call('notices.list', { query: { limit: '5', cursor: body.next! } })).body;
    expect(next.rows.some(({ id }) => body.rows.some((row) => row.id === id))).toBe(false);
  });
});

describe('registers', () => {
  it('list every number for a registrar and lead to documents he may see; others are refused', async () => {
    const registrar = await office.as('safina');
    const { rows } = (await registrar.call('registers.list')).body;
    const filled = rows.find(({ entries }) => entries > 0)!;
    const entries = (await registrar.call('registers.entries', { params: { id: filled.id } })).body.rows;
    expect(entries.length).toBe(filled.entries);
    expect(entries[0]?.document).not.toBeNull();
    expect((await (await office.as('gusev')).call('registers.list')).status).toBe(403);
  });
});
