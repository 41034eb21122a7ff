/** A broken contract: ours or the caller's, never a person's. Expected outcomes are refusals. */
export type EngineErrorCode =
  | 'ENG_INSTANCE_MISSING'
  | 'ENG_INSTANCE_EXISTS'
  | 'ENG_OTHER_REGULATION'
  | 'ENG_STAGE_UNKNOWN'
  | 'ENG_TRANSITION_MISSING'
  | 'ENG_ROUTE_STATE_UNKNOWN'
  | 'ENG_ROUTE_EVENT_UNKNOWN'
  | 'ENG_NOT_AT_REST'
  | 'ENG_RULE_UNKNOWN'
  | 'ENG_FACT_UNKNOWN'
  | 'ENG_HISTORY_BROKEN';

export class EngineError extends Error {
  readonly code: EngineErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: EngineErrorCode, params: Readonly<Record<string, string | number>>) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'EngineError';
    this.code = code;
    this.params = params;
  }
}
