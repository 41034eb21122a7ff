import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, openSampleOffice, type SampleOffice } from '../../testing/sampleOffice.ts';

let office: SampleOffice;
let author: Client;
beforeEach(async () => {
  office = await openSampleOffice();
  author = await office.as('lebedev');
});
afterEach(() => office.close());

const card = {
  kind: 'supply',
  subject: 'Поставка противогололёдных материалов',
  counterparty: { name: 'ООО «Реагент»', inn: '7707083893' },
  price: { amount: 45_000_000, currency: 'RUB' as const },
  funds: 'local-budget',
  basis: 'e-auction',
  term: '2027-03-31',
};

const filled = async () => {
  const made = await author.call('drafts.create', { body: { regulation: 'municipal-contract' } });
  const saved = await author.call('drafts.save', {
    params: { id: made.body.id },
    body: { revision: 1, card, files: [], chosen: {} },
  });
  expect(saved.status).toBe(200);
  return { id: made.body.id, revision: saved.body.revision, version: made.body.kind.version };
};

describe('a draft', () => {
  it('shows its whole route with people and the promised date before sending', async () => {
    const { id } = await filled();
    const { status, body } = await author.call('drafts.route', {
      params: { id },
      body: { card, chosen: {} },
    });
    expect(status).toBe(200);
    expect(body.missing).toEqual([]);
    const ways = body.plan.stages.map(({ stage }) => stage);
    expect(ways.slice(0, 5)).toEqual(['procurement', 'unit-head', 'editing', 'legal', 'finance']);
    // 450 000 ₽ by auction: the curator is asked and signs.
    expect(ways).toContain('curator');
    expect(body.plan.promisedMs).toBeGreaterThan(body.plan.nowMs);
  });

  it('says what is missing instead of the route stopping', async () => {
    const { id } = await filled();
    const { term, ...less } = card;
    const { body } = await author.call('drafts.route', { params: { id }, body: { card: less, chosen: {} } });
    expect(body.missing).toEqual([{ field: 'term', code: 'FIELD_REQUIRED' }]);
  });

  it('is sent once: document with a project number, first task, no draft; a repeated key gets the same answer', async () => {
    const { id, revision, version } = await filled();
    const send = { params: { id }, body: { revision, regulationVersion: version }, key: 'sent-by-lebedev-1' };
    const sent = await author.call('drafts.send', send);
    expect(sent.status).toBe(200);
    expect(sent.body.number).toMatch(/^Д-\d+$/);
    expect((await author.call('drafts.send', send)).body).toEqual(sent.body);
    expect((await author.call('drafts.show', { params: { id } })).status).toBe(404);
    const other = await author.call('drafts.send', {
      ...send,
      body: { revision, regulationVersion: version + 1 },
    });
    expect([other.status, other.body.code]).toEqual([409, 'KEY_REUSED']);
  });

  it('gives different numbers to documents sent at the same moment', async () => {
    const ready = await Promise.all([filled(), filled(), filled()]);
    const sent = await Promise.all(
      ready.map(({ id, revision, version }) =>
        author.call('drafts.send', { params: { id }, body: { revision, regulationVersion: version } }),
      ),
    );
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(sent.map(({ body }) => body.number)).size).toBe(3);
  });

  it('is not sent with an empty required field, by another version than was previewed, or from an older state', async () => {
    const { id, revision, version } = await filled();
    const changed = await author.call('drafts.send', {
      params: { id },
      body: { revision, regulationVersion: version + 1 },
    });
    expect(changed.body).toMatchObject({ code: 'REGULATION_CHANGED', params: { version } });
    const stale = await author.call('drafts.send', {
      params: { id },
      body: { revision: 1, regulationVersion: version },
    });
    expect(stale.body).toMatchObject({ code: 'REVISION_STALE', params: { revision, seen: 1 } });
    const { basis, ...less } = card;
    const saved = await author.call('drafts.save', {
      params: { id },
      body: { revision, card: less, files: [], chosen: {} },
    });
    const sent = await author.call('drafts.send', {
      params: { id },
      body: { revision: saved.body.revision, regulationVersion: version },
    });
    expect(sent.body).toMatchObject({ code: 'FIELD_REQUIRED', params: { field: 'basis' } });
  });

  it('refuses values that cannot stand, each by its field, and keeps what was saved', async () => {
    const { id, revision } = await filled();
    for (const [field, value, reason] of [
      ['term', '2027-02-30', 'date'],
      ['kind', 'war', 'choice'],
      ['price', { amount: -1, currency: 'RUB' }, 'amount'],
      ['secret', 'x', 'unknown'],
    ] as const) {
      const answer = await author.call('drafts.save', {
        params: { id },
        body: { revision, card: { ...card, [field]: value }, files: [], chosen: {} },
      });
      expect(answer.body).toMatchObject({ code: 'FIELD_INVALID', params: { field, reason } });
    }
    expect((await author.call('drafts.show', { params: { id } })).body.card).toEqual(card);
  });

  // Seen red when the draft's check let an INN through to sending.
  it('keeps a half-typed INN, names it before sending and refuses to send with it', async () => {
    const { id, revision, version } = await filled();
    const half = { ...card, counterparty: { name: 'ООО «Реагент»', inn: '770708' } };
    const saved = await author.call('drafts.save', {
      params: { id },
      body: { revision, card: half, files: [], chosen: {} },
    });
    expect(saved.status).toBe(200);
    const route = await author.call('drafts.route', { params: { id }, body: { card: half, chosen: {} } });
    expect(route.body.missing).toEqual([{ field: 'counterparty', code: 'FIELD_INVALID', reason: 'inn' }]);
    const sent = await author.call('drafts.send', {
      params: { id },
      body: { revision: saved.body.revision, regulationVersion: version },
    });
    expect(sent.body).toMatchObject({
      code: 'FIELD_INVALID',
      params: { field: 'counterparty', reason: 'inn' },
    });
  });

  it('refuses a body with a field that nobody knows', async () => {
    const { id, revision } = await filled();
    const body = { revision, card, files: [], chosen: {}, state: 'sent' };
    expect((await author.call('drafts.save', { params: { id }, body })).body.code).toBe('BODY_INVALID');
  });

  it("is nobody else's: not shown, saved, sent or deleted", async () => {
    const { id, revision, version } = await filled();
    const stranger = await office.as('vlasova');
    expect((await stranger.call('drafts.show', { params: { id } })).status).toBe(404);
    expect((await stranger.call('drafts.delete', { params: { id } })).status).toBe(404);
    expect(
      (await stranger.call('drafts.send', { params: { id }, body: { revision, regulationVersion: version } }))
        .status,
    ).toBe(404);
  });

  it('takes no file that its author did not bring in', async () => {
    const { id, revision } = await filled();
    const file = { name: 'чужой.pdf', digest: 'a'.repeat(64), size: 10, type: 'application/pdf' };
    const answer = await author.call('drafts.save', {
      params: { id },
      body: { revision, card, files: [file], chosen: {} },
    });
    expect(answer.body).toMatchObject({ code: 'FILE_MISSING', params: { name: 'чужой.pdf' } });
  });
});
