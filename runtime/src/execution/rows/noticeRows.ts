import type { Effect } from '@reglament/engine';
import { type Change, type FeedRow, insert } from '@reglament/storage';
import { notices } from '../../storage/collections.ts';
import type { Given } from './given.ts';
import type { Shown } from './shown.ts';

/** One row a post, so that each reads and clears his own. */
export function noticeRows(
  { result, compiled, directory }: Given,
  effect: Extract<Effect, { type: 'notice' }>,
  shown: Shown,
  feed: FeedRow[],
): Change[] {
  const { notice } = effect;
  const stage = notice.stage === undefined ? undefined : compiled.regulation.stages[notice.stage];
  const task = notice.task === undefined ? undefined : result.instance.tasks[notice.task];
  const decision =
    notice.kind === 'decided'
      ? result.instance.decisions.findLast((one) => one.stage === notice.stage && one.atMs === notice.atMs)
      : undefined;
  const person =
    decision?.person ??
    (task?.positions[0] === undefined ? undefined : directory.person(task.positions[0], notice.atMs));
  return notice.positions.map((position) => {
    const id = `${notice.id}/${position}`;
    feed.push({ org: result.instance.organisation, type: 'notice', id, rev: 1, to: [`p:${position}`] });
    return insert(notices, {
      id,
      position,
      notice,
      documentTitle: shown.title,
      number: shown.number,
      ...(stage ? { stageTitle: stage.title } : {}),
      ...(person ? { person } : {}),
      atMs: notice.atMs,
      read: false,
    });
  });
}
