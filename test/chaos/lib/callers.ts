import { isDeepStrictEqual } from 'node:util';
import type { AnswerOf } from '@reglament/api';
import { signIn } from '../../lib/person.ts';
import type { Entry, Journal } from './journal.ts';

const samplePassword = 'svetlaya-reka';
const authors = ['lebedev', 'egorov', 'romanova', 'nikitina', 'safonov', 'ershova'];
const deciders = [
  'zaytsev',
  'morozov',
  'belova',
  'vlasova',
  'akhmetova',
  'ilina',
  'petrov',
  'fedorov',
  'sokolov',
  'gromova',
  'safina',
  'kotova',
  'yudina',
  'smirnova',
  'orlova',
  'ivanova',
  'terenteva',
  'zhdanova',
  'kravtsov',
  ...authors,
];

/** The server was killed under the request: nobody knows what became of it. */
class Cut extends Error {}

interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** People of the sample municipality who work without pause: send papers, decide, take, register, while the clock moves on. */
export class Callers {
  origin = '';
  /** Where the test clock stands at least; a server that is started again begins there. */
  clockMs: number;
  readonly journal: Journal;
  readonly #random: () => number;
  readonly #cookies = new Map<string, string>();
  #busy: Promise<unknown>[] = [];
  #working = false;
  #keys = 0;

  constructor(journal: Journal, random: () => number, clockMs: number) {
    this.journal = journal;
    this.#random = random;
    this.clockMs = clockMs;
  }

  /** Sessions are rows: they outlive the process, and nobody signs in twice. */
  async signIn(): Promise<void> {
    for (const login of new Set(deciders))
      this.#cookies.set(login, (await signIn(this.origin, login, samplePassword)).cookie);
  }

  begin(): void {
    this.#working = true;
    const loop = async (work: () => Promise<void>) => {
      while (this.#working) await work();
    };
    const workers = [
      ...authors.slice(0, 3).map(() => () => this.#send()),
      ...Array.from({ length: 8 }, () => () => this.#decide()),
      () => this.#moveClock(),
    ];
    this.#busy = workers.map((work) =>
      loop(work).catch((error) => {
        if (!(error instanceof Cut)) throw error;
      }),
    );
  }

  /** Waits until each of them has noticed that the server is gone. */
  async end(): Promise<void> {
    this.#working = false;
    await Promise.all(this.#busy);
  }

  /** Asks again what nobody answered, with the same key and body. */
  async repeat(entry: Entry): Promise<Reply> {
    return this.#carryOut(entry);
  }

  async get<T>(who: string, url: string): Promise<T> {
    const reply = await this.#fetch(who, 'GET', url);
    if (reply.status !== 200) throw new Error(`${who} cannot read ${url}: ${JSON.stringify(reply.body)}`);
    return reply.body as T;
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T;
  }

  async #ask(given: Pick<Entry, 'who' | 'method' | 'url' | 'body' | 'task'>): Promise<Reply> {
    this.#keys += 1;
    return this.#carryOut(this.journal.begin({ ...given, key: `key-of-chaos-${this.#keys}` }));
  }

  async #carryOut(entry: Entry): Promise<Reply> {
    entry.tries += 1;
    const ask = () => this.#fetch(entry.who, entry.method, entry.url, entry.body, entry.key);
    // An impatient client sends the same twice at once; it is one command all the same.
    const twice = entry.method === 'POST' && this.#random() < 0.2;
    const reply = twice ? this.#one(entry, await Promise.allSettled([ask(), ask()])) : await ask();
    // Nothing was written, the same may be asked again: for the checker it is as if nobody had answered.
    if (reply.status >= 500) throw new Error(`${entry.url}: ${JSON.stringify(reply.body)}`);
    entry.result = reply.status === 200 ? 'ok' : 'refused';
    entry.answer = reply.body;
    return reply;
  }

  /** The answer of two that were sent at once: when one says yes, the other says the very same. */
  #one(entry: Entry, settled: readonly PromiseSettledResult<Reply>[]): Reply {
    const replies = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const yes = replies.find(({ status }) => status === 200);
    if (yes && !replies.every((one) => isDeepStrictEqual(one, yes)))
      throw new Error(`${entry.url} is answered twice: ${JSON.stringify(replies)}`);
    const reply = yes ?? replies[0];
    if (!reply) throw new Cut(entry.url);
    return reply;
  }

  async #fetch(who: string, method: string, url: string, body?: object, key?: string): Promise<Reply> {
    try {
      const response = await fetch(`${this.origin}/api/v1${url}`, {
        method,
        headers: {
          cookie: this.#cookies.get(who) ?? '',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Reply['body'] };
    } catch {
      throw new Cut(url);
    }
  }

  async #send(): Promise<void> {
    const who = this.#pick(authors);
    const act = this.#random() < 0.4;
    const regulation = act ? 'municipal-act' : 'municipal-contract';
    const made = await this.#ask({ who, method: 'POST', url: '/drafts', body: { regulation } });
    const url = `/drafts/${made.body['id']}`;
    const no = this.journal.entries.length;
    const card = act
      ? {
          title: `О порядке № ${no}`,
          grounds: 'План',
          normative: false,
          spends: no % 2 === 0,
          urgent: no % 3 === 0,
        }
      : {
          kind: 'supply',
          subject: `Поставка № ${no}`,
          counterparty: { name: 'ООО «Светотехника»', inn: '7012345186' },
          price: { amount: no % 2 === 0 ? 4_200_000 : 420_000_000, currency: 'RUB' },
          funds: 'local-budget',
          basis: no % 2 === 0 ? 'p4-93' : 'e-auction',
          term: '2027-03-01',
        };
    const chosen = act ? { units: ['property-head', 'education-head'] } : {};
    const saved = await this.#ask({
      who,
      method: 'PUT',
      url,
      body: { revision: 1, card, files: [], chosen },
    });
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
    const sent = await this.#ask({
      who,
      method: 'POST',
      url: `${url}/send`,
      body: { revision: 2, regulationVersion: 1 },
    });
    if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
    if (this.#random() < 0.05)
      await this.#ask({
        who,
        method: 'POST',
        url: `/documents/${sent.body['document']}/${this.#random() < 0.5 ? 'withdraw' : 'annul'}`,
        body: { reason: 'Передумали' },
      });
  }

  async #decide(): Promise<void> {
    const who = this.#pick(deciders);
    const { rows } = await this.get<AnswerOf<'tasks.list'>>(who, '/tasks?view=todo&limit=20');
    if (rows.length === 0) return;
    const row = this.#pick(rows);
    const url = `/tasks/${row.id}`;
    if (row.abilities.take) {
      await this.#ask({ who, method: 'POST', url: `${url}/take`, body: { revision: row.revision } });
      return;
    }
    // Somebody may have decided it since the list was read.
    const shown = await this.#fetch(who, 'GET', url);
    if (shown.status !== 200) return;
    const detail = shown.body as unknown as AnswerOf<'tasks.show'>;
    const body = this.#decisionOn(detail);
    if (body) await this.#ask({ who, method: 'POST', url: `${url}/decision`, body, task: row.id });
  }

  /** Mostly forward; some go back with a remark. */
  #decisionOn(detail: AnswerOf<'tasks.show'>): object | null {
    const { row, outcomes, remarks, form } = detail;
    const tone = this.#random() < 0.9 ? 'forward' : 'return';
    const offered = outcomes.filter(({ id }) => row.abilities.decide.includes(id));
    const outcome = offered.find((one) => one.tone === tone && !/remarks/i.test(one.id)) ?? offered[0];
    if (!outcome) return null;
    const open = remarks.filter(({ status }) => status === 'open');
    return {
      revision: row.revision,
      digest: row.digest,
      outcome: outcome.id,
      ...(outcome.textRequired || outcome.tone !== 'forward' ? { text: 'Нужно исправить.' } : {}),
      ...(outcome.remarksAllowed && outcome.tone === 'return'
        ? { remarks: [{ text: 'Уточнить срок.' }] }
        : {}),
      ...(outcome.signature ? { password: samplePassword } : {}),
      ...(detail.edits?.rework && outcome.tone === 'forward'
        ? { answers: open.map(({ id }) => ({ remark: id, disposition: 'accepted', text: 'Исправлено.' })) }
        : {}),
      ...(form.length > 0 && outcome.tone === 'forward'
        ? {
            form: Object.fromEntries(
              form.map(({ id, type }) => [id, type === 'date' ? '2026-11-26' : 'https://a.example/b']),
            ),
          }
        : {}),
    };
  }

  /** Twenty minutes at a time, so that timers fire between decisions. */
  async #moveClock(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 100));
    this.clockMs += 20 * 60_000;
    const reply = await this.#fetch('', 'POST', '/test/clock/advance', { toMs: this.clockMs });
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  }
}
