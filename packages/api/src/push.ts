/**
 * Messages of the socket at `/ws` (socket.io, websocket transport). A push is a hint; the list with its cursor is the truth.
 * The server sends `changed` to those who may see the row; the client asks `since` after a reconnect and gets what it
 * missed, or `reset` when the feed has been trimmed past its position.
 */
export interface Changed {
  readonly type: 'task' | 'document' | 'notice' | 'incident' | 'directory' | 'regulation';
  readonly id: string;
  readonly rev: number;
  /** Feed position of the change, opaque. */
  readonly position: string;
}

export type SinceAnswer =
  | { readonly reset: true; readonly position: string }
  | { readonly reset: false; readonly changes: readonly Changed[]; readonly position: string };

export interface ServerMessages {
  changed: (changes: readonly Changed[]) => void;
  /** The session ended elsewhere: sign in again. */
  signedOut: () => void;
}

export interface ClientMessages {
  since: (position: string | null, answer: (result: SinceAnswer) => void) => void;
}
