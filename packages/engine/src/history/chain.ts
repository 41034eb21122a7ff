import { canonicalJson, sha256Hex } from '@reglament/regulation';
import type { EventBody, HistoryEvent } from '../model/event.ts';

/** Before the first event there is no hash. */
export const chainStart = '';

interface EventHead {
  readonly instance: string;
  readonly seq: number;
  readonly atMs: number;
  readonly directory: string;
}

/** The next event of a chain: its hash covers the event and the hash before. Pure. */
export function chainEvent(
  previousHash: string,
  head: EventHead,
  body: EventBody,
  sha256: (text: string) => string = sha256Hex,
): HistoryEvent {
  const content = { ...head, body };
  return { ...content, hash: sha256(chainedText(content, previousHash)) };
}

export type ChainCheck =
  | { readonly ok: true; readonly head: string }
  /** `seq` is where the event that does not fit should stand. */
  | { readonly ok: false; readonly seq: number; readonly why: 'order' | 'hash' };

/** Checks a whole history of one instance and names the first place that does not fit. Pure. */
export function verifyChain(events: readonly HistoryEvent[]): ChainCheck {
  let previous = chainStart;
  const instance = events[0]?.instance;
  for (const [index, event] of events.entries()) {
    const seq = index + 1;
    if (event.seq !== seq || event.instance !== instance) return { ok: false, seq, why: 'order' };
    const { hash, ...content } = event;
    if (hash !== sha256Hex(chainedText(content, previous))) return { ok: false, seq, why: 'hash' };
    previous = hash;
  }
  return { ok: true, head: previous };
}

function chainedText(content: Omit<HistoryEvent, 'hash'>, previousHash: string): string {
  return canonicalJson({ ...content, prev: previousHash });
}
