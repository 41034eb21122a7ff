/**
 * Codes of this package; a code is never reused. `status` is the HTTP status when a person's input caused it.
 * None is retryable: the same input gives the same error.
 */
export const calendarErrorCatalogue = {
  /** The year has neither decree data nor statutory holidays. `{ calendar, year }` */
  CAL_NO_DATA: { status: 409, retryable: false },
  /** No working time within 366 days. `{ calendar, date }` */
  CAL_NO_WORKING_TIME: { status: 409, retryable: false },
  /** Counting left the years 1970-2399. `{ calendar }` */
  CAL_OUT_OF_RANGE: { status: 422, retryable: false },
  /** A calendar's stored data is malformed. `{ calendar, path }` */
  CAL_BAD_DATA: { status: 422, retryable: false },
  /** Unknown unit or shift, or an amount the unit cannot have. `{ amount, unit, shift }` */
  CAL_BAD_TERM: { status: 422, retryable: false },
  /** Not an ISO date `YYYY-MM-DD` that exists. `{ date }` */
  CAL_BAD_DATE: { status: 422, retryable: false },
  /** Not an integer number of milliseconds since the epoch. `{ ms }` */
  CAL_BAD_INSTANT: { status: 422, retryable: false },
} as const;

export type CalendarErrorCode = keyof typeof calendarErrorCatalogue;

/** Thrown by this package only. `message` is for logs; people read the catalogue's words for `code` and `params`. */
export class CalendarError extends Error {
  readonly code: CalendarErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: CalendarErrorCode, params: Readonly<Record<string, string | number>>) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'CalendarError';
    this.code = code;
    this.params = params;
  }
}
