import { useSyncExternalStore } from 'react';

/** `offline`: neither the socket nor a request gets an answer; `connecting`: the first seconds, or coming back. */
export type Connection = 'connecting' | 'online' | 'offline';

let socket: 'none' | 'up' | 'down' = 'none';
let reachable = true;
const listeners = new Set<() => void>();

function change(next: { socket?: typeof socket; reachable?: boolean }): void {
  const before = connection();
  socket = next.socket ?? socket;
  reachable = next.reachable ?? reachable;
  if (connection() !== before) for (const listener of listeners) listener();
}

/** The socket opened or closed. */
export function noteSocket(state: 'up' | 'down'): void {
  change(state === 'up' ? { socket: state, reachable: true } : { socket: state });
}

/** A request got an answer, or none. */
export function noteReachable(value: boolean): void {
  change({ reachable: value });
}

export function connection(): Connection {
  if (!reachable || (typeof navigator !== 'undefined' && navigator.onLine === false)) return 'offline';
  return socket === 'up' ? 'online' : 'connecting';
}

export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(onConnection, connection);
}

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => change({ reachable: true }));
  window.addEventListener('offline', () => change({ reachable: false }));
}
