/** What the server and the command line print in the terminal. */
export const console = {
  ready: 'Регламент работает: {{address}}',
  samplePeople: 'Войти можно любым из этих людей, пароль у всех один: {{password}}',
  samplePerson: '  {{login}}: {{name}}, {{post}}',
  docs: 'Описание API: {{address}}/docs',
  setup: 'Администраторов ещё нет. Откройте ссылку, она сработает один раз: {{address}}/setup#{{token}}',
  loadingSample: 'Загружаю учебный муниципалитет: {{done}} из {{all}}',
  usage:
    'Команды: regulation check ФАЙЛ, regulation publish ФАЙЛ [--organisation КОД] [--from ГГГГ-ММ-ДД] [--comment ТЕКСТ], backup ПАПКА, restore ПАПКА, reset-sample.',
  fileUnreadable: 'Файл не читается: {{path}}',
  checkPassed: 'Регламент «{{title}}» в порядке, сценариев сыграно: {{count}}.',
  checkFailed: 'Регламент не прошёл проверку, опубликовать его нельзя.',
  scenarioPassed: 'Сценарий {{id}}: верно',
  scenarioFailed: 'Сценарий {{id}}: неверно, условие {{must}}: {{code}} ({{params}})',
  scenarioUnreadable: 'Сценарий не читается: {{problem}}',
  published:
    'Опубликована версия {{version}} регламента «{{title}}», действует с {{from}}. Начатые документы идут по прежней версии.',
  publishUnchanged: 'Регламент «{{title}}» не изменился после версии {{version}}, публиковать нечего.',
  fromInPast: 'Версия не может действовать с {{from}}: самое раннее сегодня, {{today}}.',
  organisationUnknown: 'Организации с кодом {{code}} нет.',
  backedUp: 'Копия готова: {{dir}}',
  backupNotEmpty: 'Папка {{dir}} уже занята, назовите новую.',
  restored: 'Данные восстановлены в {{dir}}.',
  restoredAside: 'Прежние данные отложены в {{dir}}.',
  notABackup: 'В папке {{dir}} нет копии.',
  serverRuns: 'Сервер работает с папкой {{dir}}. Остановите его и повторите.',
  sampleReset:
    'Учебный муниципалитет будет загружен заново при следующем npm start. Прежние данные отложены в {{dir}}.',
  notSample: 'В папке {{dir}} не учебный муниципалитет, она не тронута.',
  nothingThere: 'В папке {{dir}} данных нет.',
} as const;
