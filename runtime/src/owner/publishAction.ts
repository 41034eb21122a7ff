import type { Deps } from '../deps.ts';
import type { Checked } from '../regulations/publish.ts';
import { publishVersion } from '../regulations/publishVersion.ts';

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

/** Publishes the next version for the owner of the server: over whatever is there, for everybody. */
export async function publishRegulation(
  request: PublishRequest,
  deps: Pick<Deps, 'store' | 'clock' | 'directory' | 'regulations'>,
): Promise<Published> {
  const staff = deps.directory.current();
  const organisation =
    request.organisation === undefined
      ? staff.data.organisations[0]
      : staff.organisationByCode(request.organisation);
  if (!organisation)
    return { ok: false, reason: 'organisationUnknown', params: { code: request.organisation ?? '' } };
  const published = await publishVersion(
    {
      text: request.text,
      scenarios: request.scenarios,
      organisation: organisation.id,
      comment: request.comment ?? '',
      publishedBy: '',
      ...(request.from === undefined ? {} : { from: request.from }),
    },
    deps,
  );
  if (published.ok) return published;
  const { reason } = published;
  switch (reason) {
    case 'checkFailed':
    case 'publishUnchanged':
    case 'fromInPast':
      return { ...published, reason };
    default:
      throw new Error(`Nothing of the command line can be refused as ${reason}`);
  }
}
