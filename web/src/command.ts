import type { AnswerOf, CallOptions, RouteName } from '@reglament/api';
import { useCallback, useRef, useState } from 'react';
import { api } from './client.ts';
import { createIntent } from './intent.ts';
import { isPassing } from './query.ts';

const PAUSES_MS = [400, 1200];

export interface Command<N extends RouteName> {
  /** Sends it; null when it was refused or no answer came (`error` says why). */
  send(options: CallOptions<N>): Promise<AnswerOf<N> | null>;
  busy: boolean;
  error: Error | null;
  clear(): void;
}

/**
 * A command to the server: `const decide = useCommand('tasks.decide')`. One idempotency key an intent, repeated when no
 * answer came. Nothing is queued: what could not be sent stays with the person who typed it.
 */
export function useCommand<N extends RouteName>(name: N): Command<N> {
  const intent = useRef(createIntent(() => crypto.randomUUID())).current;
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);

  const send = useCallback(
    async (options: CallOptions<N>): Promise<AnswerOf<N> | null> => {
      if (running.current) return null;
      running.current = true;
      setBusy(true);
      setError(null);
      try {
        const answer = await sendCommand(name, options, intent.keyFor(options));
        intent.settle();
        return answer;
      } catch (cause) {
        if (!isPassing(cause)) intent.settle();
        setError(cause instanceof Error ? cause : new Error(String(cause)));
        return null;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [name, intent],
  );
  const clear = useCallback(() => setError(null), []);
  return { send, busy, error, clear };
}

/** Sends a command with its key and repeats it twice when no answer came or the store was busy. */
export async function sendCommand<N extends RouteName>(
  name: N,
  options: CallOptions<N>,
  key: string,
): Promise<AnswerOf<N>> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await api.call(name, { ...options, key });
    } catch (error) {
      const pause = PAUSES_MS[tries];
      if (!isPassing(error) || pause === undefined || !navigator.onLine) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
