import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSession } from '../../http/session.ts';
import { accounts } from '../../storage/collections.ts';
import { openSampleOffice, type SampleOffice } from '../../testing/sampleOffice.ts';

let office: SampleOffice;
beforeEach(async () => {
  office = await openSampleOffice({ fileLimit: 10_000 });
});
afterEach(() => office.close());

async function cookieOf(login: string): Promise<string> {
  const account = (await office.store.find(accounts, { where: { login }, limit: 1 })).rows[0]!;
  const session = openSession(account.id, office.app.deps);
  await office.store.commit([session.change]);
  return `reglament=${session.token}`;
}

async function upload(login: string, name: string, content: string | Buffer) {
  const boundary = 'a-boundary-of-a-test';
  const payload = Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const answer = await office.app.server.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: { cookie: await cookieOf(login), 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });
  return { status: answer.statusCode, body: answer.json() };
}

describe('a file', () => {
  it('keeps its Cyrillic name and comes back whole, in place only as a sandboxed page', async () => {
    const content = `%PDF-1.7 ${'x'.repeat(2_000)}`;
    const up = await upload('lebedev', '../../Проект контракта.pdf', content);
    const digest = createHash('sha256').update(content).digest('hex');
    expect(up).toEqual({
      status: 200,
      body: { name: 'Проект контракта.pdf', digest, size: content.length, type: 'application/pdf' },
    });

    const author = await office.as('lebedev');
    const draft = (await author.call('drafts.create', { body: { regulation: 'municipal-contract' } })).body;
    await author.call('drafts.save', {
      params: { id: draft.id },
      body: { revision: 1, card: {}, files: [up.body], chosen: {} },
    });
    const get = async (login: string, query = '') =>
      office.app.server.inject({
        url: `/api/v1/drafts/${draft.id}/files/${digest}${query}`,
        headers: { cookie: await cookieOf(login) },
      });
    const got = await get('lebedev', '?inline=1');
    expect(got.body).toBe(content);
    expect(got.headers['content-security-policy']).toMatch(/^sandbox/);
    expect(got.headers['content-disposition']).toBe(
      `inline; filename*=UTF-8''${encodeURIComponent('Проект контракта.pdf')}`,
    );
    expect((await get('lebedev')).headers['content-disposition']).toMatch(/^attachment/);
    expect((await get('vlasova')).statusCode).toBe(404);
  });

  it('larger than the limit is refused and nothing of it is left', async () => {
    expect(await upload('lebedev', 'том.txt', 'x'.repeat(10_001))).toMatchObject({
      status: 413,
      body: { code: 'FILE_TOO_LARGE' },
    });
  });

  it('that lies about its type is refused', async () => {
    expect(await upload('lebedev', 'договор.pdf', '<html><script>alert(1)</script>')).toMatchObject({
      status: 415,
      body: { code: 'FILE_TYPE_LIES' },
    });
    expect(await upload('lebedev', 'установка.exe', 'MZ')).toMatchObject({
      status: 415,
      body: { code: 'FILE_TYPE_REFUSED' },
    });
  });
});
