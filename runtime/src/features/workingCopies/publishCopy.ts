import type { AnswerOf, BodyOf } from '@reglament/api';
import { isPlainDate } from '@reglament/regulation';
import { remove } from '@reglament/storage';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import type { Call } from '../../http/route.ts';
import type { Session } from '../../http/session.ts';
import type { Checked } from '../../regulations/publish.ts';
import { publishVersion } from '../../regulations/publishVersion.ts';
import { type RegulationCopyRow, regulationCopies } from '../../storage/collections.ts';
import { endOfLock } from './lock.ts';
import { copyChanged, nameOf } from './policy.ts';

/**
 * Makes a working copy the next version, in one commit with its end.
 * @throws Refused PUBLISH_REFUSED, PUBLISH_UNCHANGED, BASE_OUTDATED, FROM_IN_PAST, PILOT_INVALID, LOCK_LOST, REVISION_STALE
 */
export async function publishCopy(
  copy: RegulationCopyRow,
  body: BodyOf<'workingCopies.publish'>,
  keep: Call<'workingCopies.publish'>['keep'],
  session: Session,
  deps: Deps,
): Promise<AnswerOf<'workingCopies.publish'>> {
  const { act, pilot } = body;
  for (const [path, date] of [
    ['body/from', body.from],
    ['body/act/date', act?.date],
    ['body/pilot/until', pilot?.until],
  ] as const)
    if (date !== undefined && !isPlainDate(date))
      throw new Refused('BODY_INVALID', {}, [{ path, code: 'date' }]);
  await endOfLock(copy, session, deps);
  const published = await publishVersion(
    {
      text: copy.text,
      scenarios: copy.scenarios,
      organisation: copy.organisation,
      base: copy.base,
      from: body.from,
      comment: body.comment,
      publishedBy: nameOf(session, deps),
      ...(act ? { act: actOf(act) } : {}),
      ...(pilot ? { pilot } : {}),
      // The check takes its time: a sign of life may have come meanwhile, and somebody's takeover or save as well.
      beside: async (version, from) => {
        if ((await deps.store.get(regulationCopies, copy.id))?.rev !== copy.rev)
          throw new Refused('REVISION_STALE', { seen: copy.rev });
        return {
          changes: [
            ...keep({ version, from }).changes,
            ...(await endOfLock(copy, session, deps)),
            remove(regulationCopies, copy.id, copy.rev),
          ],
          feed: [copyChanged(copy.organisation, copy.regulation, copy.rev + 1)],
        };
      },
    },
    deps,
  );
  if (published.ok) return { version: published.version, from: published.from };
  const { reason, params, checked } = published;
  switch (reason) {
    case 'checkFailed':
      throw new Refused('PUBLISH_REFUSED', countsOf(checked));
    case 'publishUnchanged':
      throw new Refused('PUBLISH_UNCHANGED', params);
    case 'fromInPast':
      throw new Refused('FROM_IN_PAST', params);
    case 'baseOutdated':
      throw new Refused('BASE_OUTDATED', params);
    case 'pilotInvalid':
      throw new Refused('PILOT_INVALID', params);
    case 'lostRace':
      throw new Refused('STORE_BUSY');
  }
}

function actOf({ title, number, date }: NonNullable<BodyOf<'workingCopies.publish'>['act']>) {
  return { number, date, ...(title === undefined ? {} : { title }) };
}

/** What stands in the way: errors, or scenarios that do not hold. */
function countsOf(checked: Checked | undefined): { errors: number; scenarios: number } {
  return {
    errors: checked?.problems.filter(({ severity }) => severity === 'error').length ?? 0,
    scenarios: checked?.scenarios.filter(({ ok }) => !ok).length ?? 0,
  };
}
