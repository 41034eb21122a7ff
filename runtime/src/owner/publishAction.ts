import { fileHash } from '@reglament/regulation';
import type { Deps } from '../deps.ts';
import { all } from '../directory/directoryService.ts';
import { type Checked, checkRegulation, publicationOf } from '../regulations/publish.ts';
import { registers } from '../storage/collections.ts';

export interface PublishRequest {
  readonly text: string;
  readonly scenarios: readonly string[];
  /** Code of the organisation; the first one when absent. */
  readonly organisation?: string;
  /** Plain date; today in the organisation's zone when absent. */
  readonly from?: string;
  readonly comment?: string;
}

export type Published =
  | { readonly ok: true; readonly version: number; readonly from: string; readonly checked: Checked }
  | {
      readonly ok: false;
      readonly reason: 'checkFailed' | 'publishUnchanged' | 'fromInPast' | 'organisationUnknown';
      readonly params: Readonly<Record<string, string | number>>;
      readonly checked?: Checked;
    };

/** Checks the very text that it stores, then publishes the next version. Documents on their way stay on theirs. */
export async function publishRegulation(
  request: PublishRequest,
  deps: Pick<Deps, 'store' | 'clock' | 'directory' | 'regulations'>,
): Promise<Published> {
  const { store, clock, directory, regulations } = deps;
  const staff = directory.current();
  const organisation =
    request.organisation === undefined
      ? staff.data.organisations[0]
      : staff.organisationByCode(request.organisation);
  if (!organisation)
    return { ok: false, reason: 'organisationUnknown', params: { code: request.organisation ?? '' } };
  const checked = checkRegulation(request.text, request.scenarios);
  if (!checked.passed || !checked.regulation)
    return { ok: false, reason: 'checkFailed', params: {}, checked };
  const today = staff.organisationCalendar(organisation.id).dayOf(clock.now());
  const from = request.from ?? today;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from) || from < today)
    return { ok: false, reason: 'fromInPast', params: { from, today } };

  for (;;) {
    const versions = regulations.versions(organisation.id, checked.regulation.id);
    const last = versions.at(-1);
    if (last && last.hash === fileHash(checked.regulation)) {
      return {
        ok: false,
        reason: 'publishUnchanged',
        params: { version: last.version, title: last.title.ru },
        checked,
      };
    }
    const { version, changes, feed } = publicationOf({
      regulation: checked.regulation,
      organisation: organisation.id,
      versions,
      registers: (await all(store, registers)).filter((row) => row.organisation === organisation.id),
      comment: request.comment ?? '',
      publishedAtMs: clock.now(),
      inForceFrom: from,
    });
    const done = await store.commit(changes, feed);
    await regulations.reload();
    // Somebody published the same number meanwhile: the next one is ours.
    if (done.ok) return { ok: true, version, from, checked };
  }
}
