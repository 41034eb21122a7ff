import type { ErrorCode } from '@reglament/api';
import type { Refusal } from '@reglament/engine';

export type RefusedParams = Readonly<Record<string, string | number | boolean | null>>;

/** An expected refusal: told to the person by code, changes nothing. */
export class Refused extends Error {
  readonly code: ErrorCode;
  readonly params: RefusedParams;
  readonly fields: readonly { readonly path: string; readonly code: string }[] | undefined;

  constructor(
    code: ErrorCode,
    params: RefusedParams = {},
    fields?: readonly { readonly path: string; readonly code: string }[],
  ) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.params = params;
    this.fields = fields;
  }
}

/** The engine's refusals in the words of the API. */
const byRefusal: Readonly<Record<Refusal, ErrorCode>> = {
  'instance-ended': 'INSTANCE_ENDED',
  'task-closed': 'TASK_CLOSED',
  'task-taken': 'TASK_TAKEN',
  'task-not-taken': 'TASK_NOT_TAKEN',
  'not-your-task': 'NOT_YOUR_TASK',
  'digest-stale': 'DOCUMENT_CHANGED',
  'outcome-unknown': 'OUTCOME_UNKNOWN',
  'text-required': 'TEXT_REQUIRED',
  'remarks-required': 'REMARKS_REQUIRED',
  'answers-missing': 'ANSWERS_MISSING',
  'form-invalid': 'FORM_INVALID',
  'version-not-allowed': 'VERSION_NOT_ALLOWED',
  'field-not-editable': 'FIELD_NOT_EDITABLE',
  'already-signed': 'ALREADY_SIGNED',
  'not-the-author': 'NOT_THE_AUTHOR',
  'signature-required': 'SIGNATURE_REQUIRED',
  'registration-required': 'REVISION_STALE',
  'position-unknown': 'POSITION_UNKNOWN',
  'incident-closed': 'INCIDENT_CLOSED',
  'chosen-invalid': 'CHOSEN_INVALID',
  'field-required': 'FIELD_REQUIRED',
  'timer-not-due': 'REVISION_STALE',
};

export function refusedByEngine(
  refusal: Refusal,
  params: Readonly<Record<string, string | number>>,
): Refused {
  return new Refused(byRefusal[refusal], params);
}
