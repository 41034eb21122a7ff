import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BodyOf, TaskRow } from '@reglament/api';
import { newKey, type Person } from '../../lib/person.ts';
import type { Office } from './office.ts';

export const samplePassword = 'svetlaya-reka';

/** A PDF on disk, for a file chooser. */
export const pdf = fileURLToPath(
  new URL('../../../runtime/sample-files/kontrakt-svetilniki.pdf', import.meta.url),
);

type Card = BodyOf<'drafts.save'>['card'];
type Decision = Partial<BodyOf<'tasks.decide'>>;

/** Kopecks. */
const rubles = (amount: number) => ({ amount: amount * 100, currency: 'RUB' as const });

/** A contract of the works department: 420,000 ₽ by auction, so that the curator gives a visa and signs. */
export const contractCard = (subject: string): Card => ({
  kind: 'supply',
  subject,
  counterparty: { name: 'ООО «Светотехника»', inn: '7012345186' },
  price: rubles(420_000),
  funds: 'local-budget',
  basis: 'e-auction',
  term: '2027-03-01',
});

/** An act of the works department. */
export const actCard = (title: string): Card => ({
  title,
  grounds: 'Предписание надзорного органа',
  normative: false,
  spends: false,
  urgent: false,
});

export const priceOf = rubles;

export interface Paper {
  readonly document: string;
  readonly number: string;
}

/** Sends a document through the API, with a file, as its author would. */
export async function sendPaper(
  author: Person,
  origin: string,
  regulation: 'municipal-contract' | 'municipal-act',
  card: Card,
  chosen: Readonly<Record<string, string[]>> = {},
): Promise<Paper> {
  const made = await author.call('drafts.create', { body: { regulation }, key: newKey() });
  const file = await upload(author, origin, pdf, 'Проект.pdf');
  const saved = await author.call('drafts.save', {
    params: { id: made.id },
    body: { revision: made.revision, card, files: [file], chosen },
    key: newKey(),
  });
  const sent = await author.call('drafts.send', {
    params: { id: made.id },
    body: { revision: saved.revision, regulationVersion: 1 },
    key: newKey(),
  });
  return { document: sent.document, number: sent.number };
}

/** Decides the person's open task on a document through the API, for what the test is not about. */
export async function decide(
  person: Person,
  document: string,
  outcome: string,
  more: Decision = {},
): Promise<void> {
  let row = await taskOn(person, document);
  if (row.abilities.take) {
    await person.call('tasks.take', {
      params: { id: row.id },
      body: { revision: row.revision },
      key: newKey(),
    });
    row = await taskOn(person, document);
  }
  await person.call('tasks.decide', {
    params: { id: row.id },
    body: { revision: row.revision, digest: row.digest, outcome, ...more },
    key: newKey(),
  });
}

/** The person's open task on a document. */
export async function taskOn(person: Person, document: string): Promise<TaskRow> {
  const { rows } = await person.call('tasks.list', { query: { view: 'todo' } });
  const row = rows.find((one) => one.document === document);
  if (!row) throw new Error(`${person.login} has no task on ${document}`);
  return row;
}

/** The way of the contract that the works department wrote, up to a stage: who approves each stage before it. */
const contractWay: readonly (readonly [stage: string, login: string, outcome: string, more?: Decision])[] = [
  ['procurement', 'zaytsev', 'done'],
  ['unit-head', 'morozov', 'approved'],
  ['editing', 'belova', 'done'],
  ['legal', 'vlasova', 'approved'],
  ['finance', 'akhmetova', 'approved'],
  ['curator', 'ilina', 'approved'],
  ['counterparty', 'lebedev', 'agreed'],
];

/** Brings a contract to a stage through the API; `signing` and `registration` stand behind the whole way. */
export async function bringContract(
  office: Office,
  subject: string,
  to: string,
  price?: number,
): Promise<Paper> {
  const author = await office.api('lebedev');
  const card = contractCard(subject);
  const paper = await sendPaper(
    author,
    office.server.origin,
    'municipal-contract',
    price === undefined ? card : { ...card, price: rubles(price) },
  );
  for (const [stage, login, outcome, more] of contractWay) {
    if (stage === to) return paper;
    await decide(await office.api(login), paper.document, outcome, more);
  }
  if (to === 'signing') return paper;
  const signer = price !== undefined && price > 1_000_000 ? 'sokolov' : 'ilina';
  await decide(await office.api(signer), paper.document, 'signed', { password: samplePassword });
  return paper;
}

async function upload(person: Person, origin: string, path: string, name: string) {
  const body = new FormData();
  body.append('file', new Blob([readFileSync(path)], { type: 'application/pdf' }), name);
  const response = await fetch(`${origin}/api/v1/files`, {
    method: 'POST',
    headers: { cookie: person.cookie },
    body,
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as { name: string; digest: string; size: number; type: string };
}
