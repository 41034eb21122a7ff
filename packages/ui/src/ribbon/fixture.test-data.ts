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
