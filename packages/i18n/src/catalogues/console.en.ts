export const console = {
  ready: 'Reglament is running: {{address}}',
  samplePeople: 'Sign in as any of these people, one password for all: {{password}}',
  samplePerson: '  {{login}}: {{name}}, {{post}}',
  sampleOthers_one: '  and {{count}} more, on the sign-in page',
  sampleOthers_other: '  and {{count}} more, all on the sign-in page',
  docs: 'API description: {{address}}/docs',
  setup: 'There is no administrator yet. Open this link, it works once: {{address}}/setup#{{token}}',
  loadingSample: 'Loading the sample municipality: {{done}} of {{all}}',
  usage:
    'Commands: regulation check FILE, regulation publish FILE [--organisation CODE] [--from YYYY-MM-DD] [--comment TEXT], backup FOLDER, restore FOLDER, reset-sample.',
  fileUnreadable: 'The file cannot be read: {{path}}',
  checkPassed: 'The regulation “{{title}}” is sound, scenarios played: {{count}}.',
  checkFailed: 'The regulation did not pass, so it cannot be published.',
  scenarioPassed: 'Scenario {{id}}: holds',
  scenarioFailed: 'Scenario {{id}}: does not hold, condition {{must}}: {{code}} ({{params}})',
  scenarioUnreadable: 'The scenario cannot be read: {{problem}}',
  published:
    'Version {{version}} of “{{title}}” is published, in force from {{from}}. Running documents stay on theirs.',
  publishUnchanged:
    'The regulation “{{title}}” has not changed since version {{version}}: nothing to publish.',
  fromInPast: 'A version cannot be in force from {{from}}: today, {{today}}, is the earliest.',
  organisationUnknown: 'There is no organisation with the code {{code}}.',
  backedUp: 'The backup is ready: {{dir}}',
  backupNotEmpty: 'The folder {{dir}} is in use, name a new one.',
  restored: 'The data is restored in {{dir}}.',
  restoredAside: 'The former data was put aside in {{dir}}.',
  notABackup: 'There is no backup in the folder {{dir}}.',
  serverRuns: 'The server is running on the folder {{dir}}. Stop it and try again.',
  sampleReset:
    'The sample municipality will be loaded again at the next npm start. The former data was put aside in {{dir}}.',
  notSample: 'The folder {{dir}} does not hold the sample municipality; it was left alone.',
  nothingThere: 'There is no data in the folder {{dir}}.',
} as const;
