import type { Instance } from '@reglament/engine';
import { type Change, type FeedRow, insert, put } from '@reglament/storage';
import { documents, history, instances, texts } from '../../storage/collections.ts';
import { documentChange, documentOf } from './documentRow.ts';
import type { Given } from './given.ts';
import { incidentChanges } from './incidentRows.ts';
import { noticeRows } from './noticeRows.ts';
import { shownOf } from './shown.ts';
import { taskChanges } from './taskRows.ts';
import { timerChanges } from './timerRows.ts';

export interface Rows {
  readonly changes: readonly Change[];
  readonly feed: readonly FeedRow[];
}

/** What one step writes: instance, history and every row that follows from its effects. Reads the rows it replaces, writes nothing. */
export async function rowsOf(given: Given): Promise<Rows> {
  const { before, result } = given;
  const { instance, events, effects } = result;
  if (events.length === 0) return { changes: [], feed: [] };
  const stored = await given.store.get(documents, instance.document);
  const document = documentOf(stored ?? null, given);
  const shown = shownOf(given, document);

  const changes: Change[] = [
    before ? put(instances, instanceRow(instance), before.rev) : insert(instances, instanceRow(instance)),
  ];
  const { seq } = events[0]!;
  changes.push(insert(history, { id: historyId(instance.id, seq), instance: instance.id, seq, events }));
  const feed: FeedRow[] = [];
  const taskRows = await taskChanges(given, shown, feed);
  changes.push(...taskRows, ...(await timerChanges(given)), ...(await incidentChanges(given, feed)));
  for (const effect of effects) {
    if (effect.type === 'text') {
      const { id, salt, text, digest } = effect.text;
      changes.push(insert(texts, { id, instance: instance.id, salt, text, digest }));
    }
    if (effect.type === 'notice') changes.push(...noticeRows(given, effect, shown, feed));
  }
  if (document) changes.push(documentChange(given, document, stored, shown, feed));
  return { changes, feed };
}

function historyId(instance: string, seq: number): string {
  return `${instance}/${String(seq).padStart(6, '0')}`;
}

function instanceRow(instance: Instance) {
  return {
    id: instance.id,
    document: instance.document,
    organisation: instance.organisation,
    regulation: instance.regulation.id,
    version: instance.regulation.version,
    running: instance.status === 'running',
    state: instance,
  };
}
