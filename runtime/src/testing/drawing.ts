import { put } from '@reglament/storage';
import { positions } from '../storage/collections.ts';
import type { Client, SampleOffice } from './sampleOffice.ts';

/** A regulation as a test changes it. */
export interface DrawnDocument {
  id: string;
  title: { ru: string; en: string };
  readonly deadlines: Record<string, { term: { amount: number } }>;
  readonly stages: Record<string, { settings: Record<string, unknown> }>;
  readonly participants: Record<string, object>;
  [key: string]: unknown;
}

export const tab = 'tab-of-ryabova-1';
export const otherTab = 'tab-of-ryabova-2';

/** The shipped regulation of this id, changed. */
export async function drawn(
  client: Client,
  id: string,
  change: (document: DrawnDocument) => void = () => undefined,
): Promise<Record<string, unknown>> {
  const { body } = await client.call('templates.show', { params: { id } });
  const document = structuredClone(body.regulation) as DrawnDocument;
  change(document);
  return document;
}

/** A working copy of a regulation that is in force, locked by `tab`, saved with a change: ready to be published. */
export async function drawNext(
  client: Client,
  id: string,
  base: number | null,
  change: (document: DrawnDocument) => void,
): Promise<number> {
  const regulation = await drawn(client, id, change);
  const made = await client.call('workingCopies.create', { body: { regulation, base } });
  if (made.status !== 200) throw new Error(`${id} cannot be drawn: ${made.body.code}`);
  return made.body.revision;
}

/** Gives a post a role, as the administrator does. */
export async function giveRole({ app, store }: SampleOffice, post: string, role: string): Promise<void> {
  const { rev, ...row } = (await store.get(positions, post))!;
  await app.deps.directory.change([put(positions, { ...row, roles: [...row.roles, role] }, rev)]);
}

/** Takes the holder off a post, or puts one on it. */
export async function setHolder(
  { app, store }: SampleOffice,
  post: string,
  holder: string | undefined,
): Promise<void> {
  const { rev, holder: _, ...row } = (await store.get(positions, post))!;
  await app.deps.directory.change([put(positions, holder === undefined ? row : { ...row, holder }, rev)]);
}
