import type { Instance } from './model/instance.ts';
import { currentVersion } from './state.ts';

/** How a visa stands to the version that is signed, or that goes to be signed. */
export interface VisaMark {
  readonly decision: string;
  readonly stage: string;
  /** The version it was given on. */
  readonly version: number;
  /** The version that counts: the signed one, else the last. */
  readonly of: number;
  /** Given on another version than the one that counts: shown so to the signer and on the sheet. */
  readonly earlier: boolean;
  readonly automatic: boolean;
}

/**
 * The visas that the document goes by: the last of each place in an approval, none that was replaced, each with its
 * mark. Pure. In the order in which they were given.
 */
export function visaMarks(instance: Instance): readonly VisaMark[] {
  // On its way the last version is what is signed or goes to be signed; at the end it is the one that was.
  const signed = instance.versions.findLast(({ digest }) => digest === instance.signed?.digest);
  const counts = (instance.status === 'ended' ? signed : undefined) ?? currentVersion(instance);
  const last = new Map<string, string>();
  for (const one of instance.decisions) {
    if (one.kind === 'approval' && one.replacedBy === undefined) last.set(placeOf(instance, one), one.id);
  }
  const standing = new Set(last.values());
  return instance.decisions
    .filter(({ id }) => standing.has(id))
    .map((one) => ({
      decision: one.id,
      stage: one.stage,
      version: one.version,
      of: counts.no,
      earlier: one.digest !== counts.digest,
      automatic: one.automatic !== undefined,
    }));
}

/** A place is a stage and the posts found for it; a place nobody was found for is the participant's. */
function placeOf(instance: Instance, decision: Instance['decisions'][number]): string {
  const found = instance.slots[decision.slot]?.found ?? [];
  return [decision.stage, ...(found.length > 0 ? [...found].sort() : [`?${decision.participant}`])].join(' ');
}
