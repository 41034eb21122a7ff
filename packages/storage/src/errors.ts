/** Codes of the storage port. `retryable`: the same call may succeed later without being changed. */
export const storeErrors = {
  STORE_NO_INDEX: { retryable: false },
  STORE_QUERY: { retryable: false },
  STORE_CURSOR: { retryable: false },
  STORE_DECLARATION: { retryable: false },
  STORE_VALUE: { retryable: false },
  STORE_ROW: { retryable: false },
  STORE_CHANGES: { retryable: false },
  STORE_SCHEMA_NEWER: { retryable: false },
  STORE_SCHEMA_CHANGED: { retryable: false },
  STORE_IN_USE: { retryable: true },
  STORE_EXISTS: { retryable: false },
  STORE_FULL: { retryable: true },
  STORE_IO: { retryable: true },
  STORE_RESULT_UNKNOWN: { retryable: true },
  STORE_CLOSED: { retryable: false },
} as const;

export type StoreErrorCode = keyof typeof storeErrors;

/** An error of the store, told by its code; the message is for developers and logs. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: StoreErrorCode, message: string, params: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
    this.params = params;
  }
}

/** Nobody can say whether the commit was done: read the row of the command's key to settle it. */
export class ResultUnknown extends StoreError {
  constructor(message: string) {
    super('STORE_RESULT_UNKNOWN', message);
    this.name = 'ResultUnknown';
  }
}
