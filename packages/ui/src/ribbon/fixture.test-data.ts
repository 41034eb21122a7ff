import type { PlanDay, PlanPerson, PlanStage, RoutePlan } from './plan.ts';

/** Moscow's wall clock of 2026. */
export const at = (local: string) => Date.parse(`${local}:00+03:00`);

/** Days from..to, Saturday and Sunday off, 9 to 18. */
export function daysOf(from: string, to: string): PlanDay[] {
  const days: PlanDay[] = [];
  for (let ms = Date.parse(from); ms <= Date.parse(to); ms += 86_400_000) {
    const date = new Date(ms).toISOString().slice(0, 10);
    const working = new Date(ms).getUTCDay() % 6 !== 0;
    const [open, close] = working ? ['09:00', '18:00'] : ['00:00', '23:59'];
    days.push({
      date,
      working,
      provisional: false,
      startMs: at(`${date}T${open}`),
      endMs: at(`${date}T${close}`),
    });
  }
  return days;
}

export function person(name: string, over: Partial<PlanPerson> = {}): PlanPerson {
  return { position: name, name, post: 'юрист', unit: 'правовой отдел', status: 'waiting', ...over };
}

export function stage(id: string, from: string, to: string, over: Partial<PlanStage> = {}): PlanStage {
  return {
    stage: id,
    visit: `${id}#1`,
    kind: 'approval',
    title: { ru: `Этап ${id}`, en: `Stage ${id}` },
    round: 1,
    state: 'planned',
    startMs: at(from),
    endMs: at(to),
    people: [],
    ...over,
  };
}

/** A contract on its second day: one visa given, two people decide in a block, registration is ahead. */
export function planOf(over: Partial<RoutePlan> = {}): RoutePlan {
  const text = (ru: string) => ({ ru, en: ru });
  return {
    nowMs: at('2026-11-25T12:00'),
    days: daysOf('2026-11-24', '2026-12-04'),
    zone: 'Europe/Moscow',
    promisedMs: at('2026-12-01T18:00'),
    plannedMs: at('2026-12-01T18:00'),
    endMs: at('2026-12-01T18:00'),
    warnings: [],
    stages: [
      stage('head', '2026-11-24T10:00', '2026-11-24T15:00', {
        state: 'done',
        people: [person('Иванова Мария Сергеевна', { status: 'approved', atMs: at('2026-11-24T15:00') })],
      }),
      stage('block', '2026-11-24T15:00', '2026-11-27T18:00', {
        kind: 'parallel',
        state: 'now',
        title: text('Согласование'),
      }),
      stage('units', '2026-11-24T15:00', '2026-11-27T18:00', {
        block: 'block',
        branch: 'units',
        branchTitle: text('Подразделения'),
        state: 'now',
        dueMs: at('2026-11-27T18:00'),
        people: [
          person('Петрова Мария Семёновна', { status: 'remarks', atMs: at('2026-11-25T10:00') }),
          person('Орлова Наталья Павловна', {
            status: 'asked',
            standsInFor: 'Демидова Елена Андреевна',
            autoVisaAtMs: at('2026-11-27T18:00'),
          }),
        ],
      }),
      stage('finance', '2026-11-24T15:00', '2026-11-26T18:00', {
        block: 'block',
        branch: 'finance',
        branchTitle: text('Финансы'),
        state: 'now',
        dueMs: at('2026-11-26T18:00'),
        people: [person('Ахметова Лилия Рашидовна', { status: 'asked' })],
      }),
      stage('curator', '2026-11-27T18:00', '2026-11-27T18:00', {
        state: 'skipped',
        rule: text('цена до 300 000 ₽'),
      }),
      stage('registration', '2026-11-30T09:00', '2026-12-01T18:00', {
        kind: 'registration',
        vacant: { title: text('Регистратор') },
      }),
    ],
    ...over,
  };
}

/** One evening of a contract, 30 November 23:00 to 23:50: thirteen stages over, the counterparty has it until 30 December. */
export function eveningPlan(over: Partial<RoutePlan> = {}): RoutePlan {
  const text = (ru: string) => ({ ru, en: ru });
  const titles = [
    'Проверка закупки',
    'Виза руководителя подразделения',
    'Редактирование',
    'Правовая экспертиза',
    'Финансовая экспертиза',
    'Виза куратора',
    'Доработка',
  ];
  const clock = (i: number) => `2026-11-30T23:${String(11 + i * 3).padStart(2, '0')}`;
  const done = Array.from({ length: 13 }, (_, i) =>
    stage(`s${i}`, clock(i), clock(i + 1), {
      state: 'done',
      round: i < 7 ? 1 : 2,
      title: text(titles[i % 7] ?? ''),
      people: [person(`Лицо${i} Имя Отчество`, { status: 'approved', atMs: at(clock(i + 1)) })],
    }),
  );
  const decree = [
    '2026-12-31',
    '2027-01-01',
    '2027-01-04',
    '2027-01-05',
    '2027-01-06',
    '2027-01-07',
    '2027-01-08',
  ];
  return planOf({
    nowMs: at('2026-11-30T23:55'),
    days: daysOf('2026-11-30', '2027-01-15').map((day) =>
      decree.includes(day.date) ? { ...day, working: false } : day,
    ),
    promisedMs: at('2027-01-13T18:00'),
    plannedMs: at('2027-01-13T18:00'),
    endMs: at('2027-01-13T18:00'),
    stages: [
      ...done,
      stage('counterparty', '2026-11-30T23:50', '2026-12-30T18:00', {
        kind: 'task',
        state: 'now',
        title: text('Согласование контрагентом'),
        dueMs: at('2026-12-30T18:00'),
        people: [person('Лебедев Кирилл Андреевич', { status: 'asked' })],
      }),
      stage('signing', '2027-01-11T09:00', '2027-01-12T18:00', {
        kind: 'signing',
        title: text('Подписание'),
        people: [person('Ильина Анна Сергеевна')],
      }),
      stage('registration', '2027-01-13T09:00', '2027-01-13T18:00', {
        kind: 'registration',
        title: text('Регистрация'),
        people: [person('Сафина Рената Маратовна')],
      }),
    ],
    ...over,
  });
}
