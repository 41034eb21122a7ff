import type { TaskDetail } from '@reglament/api';
import {
  type CompiledRegulation,
  type Directory,
  forecast,
  type Instance,
  type NewVersion,
  step,
  type Task,
} from '@reglament/engine';
import { presentPerson } from '../../documents/person.ts';
import { randomId } from '../../ids.ts';

type NextRound = NonNullable<TaskDetail['nextRound']>;

export interface Ahead {
  readonly instance: Instance;
  readonly task: Task;
  readonly compiled: CompiledRegulation;
  readonly directory: Directory;
  readonly nowMs: number;
  /** The document as it would leave the stage. */
  readonly version: NewVersion;
}

/** The instance as if this task were done forward with this version now; null when that is not possible yet. Pure but for ids nobody keeps. */
export function afterSending({
  instance,
  task,
  compiled,
  directory,
  nowMs,
  version,
}: Ahead): Instance | null {
  const current = instance.versions.at(-1);
  const stage = compiled.regulation.stages[task.stage];
  const outcome =
    stage?.kind === 'task'
      ? stage.settings.outcomeOrder.find((id) => stage.settings.outcomes[id]?.tone === 'forward')
      : undefined;
  const position = task.takenBy?.position ?? task.positions[0];
  const acting = position === undefined ? null : directory.acting(position, nowMs);
  if (!current || outcome === undefined || position === undefined || !acting) return null;
  const answers = instance.remarks
    .filter(({ status }) => status === 'open')
    .map(({ id }) => ({ remark: id, disposition: 'accepted' as const, text: '—' }));
  const result = step(
    instance,
    {
      type: 'decide',
      task: task.id,
      by: { employee: task.takenBy?.employee ?? acting.employee, position },
      outcome,
      digest: current.digest,
      answers,
      ...(version.digest === current.digest ? {} : { version }),
    },
    { nowMs, regulation: compiled, directory, newId: randomId },
  );
  return result.ok ? result.instance : null;
}

/** Whom the next round asks and why, and whose visas stand, by playing the route ahead from the moment of sending. */
export function nextRoundOf(ahead: Ahead): NextRound | null {
  const sent = afterSending(ahead);
  if (!sent) return null;
  const { instance, compiled, directory, nowMs } = ahead;
  const plan = forecast({ instance: sent, regulation: compiled, directory, nowMs });
  const asked: NextRound['asked'] = [];
  const kept: NextRound['kept'] = [];
  for (const { stage, round, state, title, people } of plan.stages) {
    if (round !== sent.round || state === 'skipped' || state === 'done') continue;
    for (const one of people) {
      const last = instance.decisions.findLast(
        (decision) =>
          decision.stage === stage && decision.position === one.position && decision.replacedBy === undefined,
      );
      const person = presentPerson({ name: one.name, post: one.post, unit: one.unit }, one.position);
      if ((one.status === 'kept' || state === 'kept') && last) {
        kept.push({
          stageTitle: title,
          person,
          version: last.version,
          automatic: last.automatic !== undefined,
          withRemarks: last.remarks.length > 0,
        });
      } else if (one.status === 'asked' || one.status === 'waiting') {
        asked.push({ stageTitle: title, person, why: whyAsked(stage, last, sent, compiled) });
      }
    }
  }
  return { asked, kept };
}

function whyAsked(
  stageId: string,
  last: Instance['decisions'][number] | undefined,
  sent: Instance,
  { regulation }: CompiledRegulation,
): NextRound['asked'][number]['why'] {
  if (!last) return 'first';
  if (last.tone === 'return') return sent.opening?.policy === 'R5' ? 'returned' : 'refused';
  if (sent.opening?.policy === 'R2') return 'everyone';
  const stage = regulation.stages[stageId];
  const again = stage !== undefined && 'again' in stage.settings ? stage.settings.again : undefined;
  return again === 'always' ? 'always' : 'changed';
}
