import type { Effect } from '@reglament/engine';
import { type Change, type FeedRow, insert, put } from '@reglament/storage';
import { type IncidentRow, incidents } from '../../storage/collections.ts';
import type { Given } from './given.ts';

/** Incidents raised and cleared by a step: for the administrators of the organisation. */
export async function incidentChanges(
  { store, result, compiled, directory }: Given,
  feed: FeedRow[],
): Promise<Change[]> {
  const { instance } = result;
  const changes: Change[] = [];
  const opened = new Map<string, Extract<Effect, { type: 'incident.open' }>['incident']>();
  for (const effect of result.effects) {
    if (effect.type === 'incident.open') opened.set(effect.incident.id, effect.incident);
    if (effect.type !== 'incident.close') continue;
    if (opened.delete(effect.incident)) continue;
    const row = await store.get(incidents, effect.incident);
    if (!row) continue;
    changes.push(put(incidents, { ...row, state: 'closed' }, row.rev));
    feed.push({
      org: instance.organisation,
      type: 'incident',
      id: row.id,
      rev: row.rev + 1,
      to: [`r:${instance.organisation}:administrator`],
    });
  }
  for (const incident of opened.values()) {
    const { stages, participants } = compiled.regulation;
    const participant = incident.participant === undefined ? undefined : participants[incident.participant];
    const row: Omit<IncidentRow, 'rev'> = {
      id: incident.id,
      organisation: instance.organisation,
      instance: instance.id,
      regulationTitle: compiled.regulation.title,
      stageTitle: stages[incident.stage]?.title ?? { ru: incident.stage, en: incident.stage },
      ...(participant ? { participantTitle: participant.title } : {}),
      unit: directory.unit(instance.initiator.unit)?.title ?? '',
      incident,
      state: 'open',
      raisedAtMs: incident.raisedAtMs,
    };
    const known = await store.get(incidents, incident.id);
    changes.push(known ? put(incidents, row, known.rev) : insert(incidents, row));
    feed.push({
      org: instance.organisation,
      type: 'incident',
      id: incident.id,
      rev: (known?.rev ?? 0) + 1,
      to: [`r:${instance.organisation}:administrator`],
    });
  }
  return changes;
}
