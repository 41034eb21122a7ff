import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSampleOffice, type SampleOffice } from '../testing/sampleOffice.ts';
import { Refused } from './refused.ts';
import { requireStorable } from './storable.ts';

const placeOf = (parts: Record<string, unknown>): string | undefined => {
  try {
    requireStorable(parts);
    return undefined;
  } catch (error) {
    return error instanceof Refused ? error.fields?.[0]?.path : String(error);
  }
};

describe('what no store could give back', () => {
  it.each<[string, unknown, string | undefined]>([
    ['half of a surrogate pair', { title: 'a\ud800b' }, 'body.title'],
    ['half of one in a name', { card: { '\udc00': 1 } }, 'body.card'],
    ['NUL in a text', { remarks: [{ text: 'a\0' }] }, 'body/remarks/0/text'],
    ['minus zero', { card: { price: { amount: -0 } } }, 'body.card.price.amount'],
    ['a key that is none', JSON.parse('{"card":{"__proto__":1}}'), 'body.card'],
    ['a whole emoji, zero and a line break', { title: '👍\n', amount: 0 }, undefined],
    ['nothing', undefined, undefined],
  ])('%s: %j', (_, body, path) => {
    expect(placeOf({ params: { id: 'x' }, query: {}, body })).toBe(path);
  });
});

describe('a server', () => {
  let office: SampleOffice;
  beforeAll(async () => {
    office = await openSampleOffice();
  });
  afterAll(() => office.close());

  it.each<[string, 'POST' | 'GET', string, object | undefined]>([
    ['a login of NUL', 'POST', '/session', { login: '\0', password: 'x' }],
    ['an id longer than any', 'POST', `/tasks/${'1'.repeat(300)}/take`, { revision: 1 }],
    ['an id with NUL', 'GET', '/documents/%00', undefined],
  ])('refuses %s by a code of its own', async (_, method, path, payload) => {
    const url = `/api/v1${path}`;
    const answer = await office.app.server.inject(
      payload === undefined ? { method, url } : { method, url, payload },
    );
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'BODY_INVALID']);
  });
});
