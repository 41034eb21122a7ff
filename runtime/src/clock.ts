/** The one clock of the domain and the scheduler; sessions and rate limits live on the real one. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/**
 * The clock behind the test door: stands still until it is moved, never goes back.
 * Only used with REGLAMENT_CLOCK=test, and by the loader of the sample municipality.
 */
export class ManualClock implements Clock {
  #nowMs: number;

  constructor(startMs: number) {
    this.#nowMs = startMs;
  }

  now(): number {
    return this.#nowMs;
  }

  moveTo(ms: number): void {
    if (ms > this.#nowMs) this.#nowMs = ms;
  }
}
