export const errors = {
  UNKNOWN:
    'The action was not done for an unknown reason. Try again; if that does not help, give support the request code.',
  NETWORK:
    'The server does not answer. What you typed is kept here; send it again when the connection is back.',
  BAD_REQUEST: 'The request was not understood: check what you filled in and try again.',
  BODY_INVALID: 'Something is not filled in as it should be. Check the marked fields.',
  KEY_REQUIRED: 'The action was sent without its key. Reload the page and try again.',
  KEY_REUSED: 'This action was already sent with other data. Reload the page and try again.',
  NOT_SIGNED_IN: 'Your session has ended. Sign in to go on: what you typed is kept.',
  CREDENTIALS_WRONG: 'The login or the password did not fit. Check the keyboard layout and try again.',
  TOO_MANY_TRIES: 'Too many tries. Wait a few minutes and try again.',
  PASSWORD_WRONG:
    'The password did not fit. The decision was not sent and what you typed is whole: enter the password again.',
  PASSWORD_WEAK: 'Such a password is easy to guess. Take a longer one: at least a phrase of several words.',
  PASSWORD_MUST_CHANGE: 'First change the issued password to your own.',
  FORBIDDEN: 'You have no right to do this. If your work needs it, ask the administrator.',
  NOT_FOUND: 'There is no such record, or it is not visible to you.',
  ORIGIN_REFUSED: 'The request did not come from a page of this system and was refused.',
  SETUP_CLOSED: 'The first administrator already exists. Sign in as usual.',
  SETUP_TOKEN_WRONG:
    'The link for the first sign-in does not fit or was used. A new one is printed when the server starts.',
  REVISION_STALE:
    'While you were reading, somebody else changed this. The new one is shown; check it and try again.',
  DOCUMENT_CHANGED: 'The document changed while you were reading: there is a new version. Open it to decide.',
  TASK_CLOSED: 'The task is closed already: there is nothing to decide.',
  TASK_TAKEN: 'A colleague has taken the task already. It becomes shared again if they put it back.',
  TASK_NOT_TAKEN: 'The task is shared: take it first.',
  NOT_YOUR_TASK: 'This is not your task: only its performer or their substitute may decide it.',
  INSTANCE_ENDED: 'The document has come to its end already and cannot be changed.',
  OUTCOME_UNKNOWN: 'This stage cannot end so. Reload the page and choose another decision.',
  TEXT_REQUIRED: 'Write the reason: the decision cannot go without it.',
  REMARKS_REQUIRED: 'Write at least one remark.',
  ANSWERS_MISSING: 'Not every remark has an answer. Answer each, then send.',
  FORM_INVALID: 'The form is incomplete or filled in wrongly. Check its fields.',
  FIELD_INVALID: 'The value of the field does not fit. Correct it.',
  FIELD_REQUIRED: 'Fill in this field.',
  FIELD_NOT_EDITABLE: 'This field cannot be changed at the present stage.',
  VERSION_NOT_ALLOWED: 'The document cannot be changed at this stage.',
  CHOSEN_INVALID: 'The wrong people are chosen, or too few. Check the choice.',
  FILE_MISSING: 'The file is missing: attach it again.',
  ALREADY_SIGNED: 'The document is signed already: a signature is not carried to another version.',
  NOT_THE_AUTHOR: 'Only the author of the document may do this.',
  SIGNATURE_REQUIRED: 'Signing needs the password: enter it again.',
  REGULATION_CHANGED:
    'While you prepared the document, a new version of the regulation came into force. Look at the new route and send again.',
  REGULATION_NONE_IN_FORCE: 'No regulation is in force for this kind of document now.',
  REGULATION_INVALID:
    'This is not a regulation that can be saved: its structure has an error. Correct it and try again.',
  REGULATION_ID_TAKEN:
    'There is a regulation with this identifier already. Open its working copy or take another identifier.',
  REGULATION_ID_CHANGED:
    'The identifier of a regulation is permanent. To have another, make a copy of the regulation.',
  WORKING_COPY_EXISTS: 'There is a working copy of this regulation already. Open it.',
  LOCK_LOST:
    'This tab no longer edits the working copy. Your changes are still here; take the editing over to save them.',
  OFFER_CHANGED:
    'Version {{inForce}} of the offered regulation came in force while you were reading. Open it and take a copy.',
  BASE_OUTDATED:
    'While you edited the working copy, a new version of the regulation came out. Compare with it and carry your changes over.',
  PUBLISH_REFUSED:
    'The regulation did not pass the check and cannot be published. Errors: {{errors}}, scenarios that failed: {{scenarios}}.',
  PUBLISH_UNCHANGED: 'Nothing has changed since the last version: there is nothing to publish.',
  FROM_IN_PAST: 'A version cannot come into force before today. Give today or a later day.',
  PILOT_INVALID:
    'The pilot is wrong: choose units of your own organisation and a last day that is not before the first.',
  VERSION_NOT_SCHEDULED:
    'This version has come into force or was withdrawn. Only one whose day has not come can be withdrawn.',
  POSITION_UNKNOWN: 'There is no such post, or it was abolished. Choose another.',
  INCIDENT_CLOSED: 'This incident is repaired already.',
  LOGIN_TAKEN: 'This login is taken. Take another.',
  ABSENCE_INVALID: 'The absence is wrong: check the days and the substitute.',
  STILL_NEEDED: "It cannot be removed: somebody's work still depends on it. Hand that over first.",
  FILE_TOO_LARGE: 'The file is larger than allowed. Compress or split it.',
  FILE_TYPE_REFUSED: 'Files of this kind are not accepted.',
  FILE_TYPE_LIES: 'The contents of the file do not match its name. Check that it is the right file.',
  STORE_BUSY: 'The server is busy now. Try again in a few seconds: what you typed is whole.',
  STORE_FULL: 'The server has run out of space and cannot save. Tell the administrator.',
  RESULT_UNKNOWN: 'The server did not manage to confirm the action. Press again: it will not count twice.',
  STOPPING: 'The server is restarting. Try again in a minute: what you typed is whole.',
  INTERNAL:
    'Something broke on the server and the action was not done. Try again; if that does not help, give support the request code.',
} as const;
