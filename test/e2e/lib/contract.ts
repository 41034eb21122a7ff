/**
 * The municipal contract as a methodologist draws it: the table of issue 4, stage by stage, in the words of the designer's
 * own lists. Written by hand from that table, not from the file that is shipped.
 */

/** What silence does, by the codes of the table. */
export type Silence = 'L2' | 'L3' | 'L4' | 'L5';

export interface DrawnTerm {
  readonly title: string;
  readonly amount: string;
  readonly unit: RegExp;
  readonly silence: Silence;
}

const workingDays = /^рабоч.. дн|^рабочий день/;
const calendarDays = /^календарны/;
const term = (title: string, amount: string, silence: Silence, unit = workingDays): DrawnTerm => ({
  title,
  amount,
  unit,
  silence,
});

export const terms: readonly DrawnTerm[] = [
  term('Проверка закупки', '1', 'L3'),
  term('Виза начальника отдела', '1', 'L3'),
  term('Редактирование', '1', 'L2'),
  term('Правовая экспертиза, без автовизы', '3', 'L3'),
  term('Проверка финансовым управлением', '2', 'L3'),
  term('Виза куратора, потом автовиза', '1', 'L4'),
  term('Ответ контрагента', '30', 'L3', calendarDays),
  term('Подписание', '1', 'L5'),
  term('Регистрация в день подписания', '0', 'L3'),
  term('Ознакомление', '1', 'L2'),
  term('Доработка', '2', 'L2'),
];

export interface DrawnParticipant {
  readonly title: string;
  /** how he is found, where it is not as the head of the author's unit, which a new one is */
  readonly found?: string;
  readonly role?: string;
  readonly organisation?: string;
}

const byRole = (title: string, role: string, more: Partial<DrawnParticipant> = {}): DrawnParticipant => ({
  title,
  found: 'по роли',
  role,
  ...more,
});

export const participants: readonly DrawnParticipant[] = [
  { title: 'Автор договора', found: 'автор документа' },
  byRole('Контрактный управляющий', 'Контрактный управляющий'),
  byRole('Редактор, нормоконтролёр', 'Редактор'),
  byRole('Юрист правового отдела', 'Юрист'),
  byRole('Специалист финансового управления', 'Финансист', {
    organisation: 'Финансовое управление Светлореченского округа',
  }),
  { title: 'Куратор отдела автора', found: 'куратор отдела автора' },
  byRole('Глава', 'Глава'),
  byRole('Регистратор общего отдела', 'Регистратор'),
  byRole('Бухгалтер', 'Бухгалтер'),
  // Bears the name that a new participant has, so it comes last.
  { title: 'Начальник отдела автора' },
];

export interface DrawnField {
  readonly title: string;
  readonly type: string;
  readonly required: boolean;
  readonly options?: readonly string[];
}

const field = (title: string, type: string, options?: readonly string[]): DrawnField => ({
  title,
  type,
  required: title !== 'Аванс',
  ...(options && { options }),
});

/** After the subject, which a blank regulation has already. */
export const fields: readonly DrawnField[] = [
  field('Вид договора', 'выбор из списка', [
    'Поставка товаров',
    'Выполнение работ',
    'Оказание услуг',
    'Аренда',
    'Безвозмездное пользование',
    'Иной договор',
  ]),
  field('Контрагент', 'контрагент с ИНН'),
  field('Цена', 'сумма'),
  field('Аванс', 'сумма'),
  field('Источник финансирования', 'выбор из списка', [
    'Местный бюджет',
    'Средства регионального бюджета',
    'Средства федерального бюджета',
    'Внебюджетные средства',
    'Без расходов',
  ]),
  field('Основание закупки', 'выбор из списка', [
    'П. 4 ч. 1 ст. 93 44-ФЗ, единственный поставщик',
    'П. 5 ч. 1 ст. 93 44-ФЗ, единственный поставщик',
    'Ч. 12 ст. 93 44-ФЗ, закупка в электронной форме',
    'Электронный аукцион',
    'Открытый конкурс в электронной форме',
    'Запрос котировок в электронной форме',
    'Не закупка',
  ]),
  field('Срок действия', 'дата'),
];

export type Outcome = readonly [title: string, means: 'дальше' | 'возврат' | 'конец'];

export interface DrawnStage {
  readonly title: string;
  readonly kind: string;
  /** The stage and the outcome that lead here first; one that stands alone is put on the empty canvas. */
  readonly after?: readonly [stage: string, outcome: string | null];
  /** The outcome leads somewhere else already: a new condition decides. */
  readonly under?: 'новое условие';
  /** Where the mouse puts it: column and row. */
  readonly at: readonly [column: number, row: number];
  /** Its performer, approver, signer or readers. */
  readonly who?: readonly string[];
  readonly term?: string;
  readonly again?: string;
  readonly outcomes?: readonly Outcome[];
  /** A field of the card, or all of it. */
  readonly edits?: string;
  readonly rework?: boolean;
  readonly nature?: string;
  readonly endsAs?: string;
}

const whenChanged = 'спрашивают, если документ изменился';

/** In the order of the table: a stage that follows another is listed after it. */
export const stages: readonly DrawnStage[] = [
  {
    title: 'Проверка закупки',
    kind: 'Задача',
    at: [0, 0],
    who: ['Контрактный управляющий'],
    term: 'Проверка закупки',
    again: whenChanged,
    outcomes: [
      ['Проверено', 'дальше'],
      ['Вернуть автору', 'возврат'],
    ],
  },
  {
    title: 'Виза начальника отдела',
    kind: 'Согласование',
    after: ['Проверка закупки', 'Проверено'],
    at: [1, 0],
    who: ['Начальник отдела автора'],
    term: 'Виза начальника отдела',
  },
  {
    title: 'Редактирование',
    kind: 'Задача',
    after: ['Виза начальника отдела', 'Согласовано'],
    at: [2, 0],
    who: ['Редактор, нормоконтролёр'],
    term: 'Редактирование',
    again: whenChanged,
    edits: 'Предмет',
    outcomes: [
      ['Отредактировано', 'дальше'],
      ['Вернуть автору', 'возврат'],
    ],
  },
  {
    title: 'Правовая экспертиза',
    kind: 'Согласование',
    after: ['Редактирование', 'Отредактировано'],
    at: [3, 0],
    who: ['Юрист правового отдела'],
    term: 'Правовая экспертиза, без автовизы',
    again: whenChanged,
    nature: 'правовая экспертиза',
  },
  {
    title: 'Финансовая экспертиза',
    kind: 'Согласование',
    after: ['Правовая экспертиза', 'Согласовано'],
    at: [0, 1],
    who: ['Специалист финансового управления'],
    term: 'Проверка финансовым управлением',
    again: whenChanged,
    nature: 'финансовая экспертиза',
  },
  {
    title: 'Нужна ли виза куратора',
    kind: 'Выбор',
    after: ['Финансовая экспертиза', 'Согласовано'],
    at: [1, 1],
  },
  {
    title: 'Виза куратора',
    kind: 'Согласование',
    after: ['Нужна ли виза куратора', null],
    at: [2, 1],
    who: ['Куратор отдела автора'],
    term: 'Виза куратора, потом автовиза',
  },
  {
    title: 'Согласование с контрагентом',
    kind: 'Задача',
    after: ['Виза куратора', 'Согласовано'],
    at: [3, 1],
    who: ['Автор договора'],
    term: 'Ответ контрагента',
    again: whenChanged,
    outcomes: [
      ['Контрагент согласен', 'дальше'],
      ['Протокол разногласий', 'возврат'],
    ],
  },
  {
    title: 'Кто подписывает',
    kind: 'Выбор',
    after: ['Согласование с контрагентом', 'Контрагент согласен'],
    at: [0, 2],
  },
  // Below the limit, and so the way of all that no condition takes: drawn before the head's, listed after it.
  {
    title: 'Подписание куратором',
    kind: 'Подписание',
    after: ['Кто подписывает', null],
    at: [1, 3],
    who: ['Куратор отдела автора'],
    term: 'Подписание',
    nature: 'подпись',
  },
  {
    title: 'Подписание главой',
    kind: 'Подписание',
    after: ['Кто подписывает', null],
    under: 'новое условие',
    at: [1, 2],
    who: ['Глава'],
    term: 'Подписание',
    nature: 'подпись',
  },
  {
    title: 'Регистрация',
    kind: 'Регистрация',
    after: ['Подписание куратором', 'Подписано'],
    at: [2, 2],
    who: ['Регистратор общего отдела'],
    term: 'Регистрация в день подписания',
  },
  {
    title: 'Ознакомление',
    kind: 'Ознакомление',
    after: ['Регистрация', 'Зарегистрировано'],
    at: [3, 2],
    who: ['Бухгалтер', 'Автор договора'],
    term: 'Ознакомление',
  },
  {
    title: 'Доработка',
    kind: 'Задача',
    at: [0, 4],
    who: ['Автор договора'],
    term: 'Доработка',
    rework: true,
    edits: 'всю карточку',
    outcomes: [
      ['Отправить дальше', 'дальше'],
      ['Аннулировать', 'конец'],
    ],
  },
  { title: 'Договор зарегистрирован', kind: 'Завершение', at: [3, 3] },
  { title: 'Аннулирован', kind: 'Завершение', at: [2, 3], endsAs: 'аннулирован' },
];

/** Ways between stages that stand already: from, by which outcome, to. */
export const ways: readonly (readonly [from: string, outcome: string | null, to: string])[] = [
  ['Подписание главой', 'Подписано', 'Регистрация'],
  ['Ознакомление', null, 'Договор зарегистрирован'],
  ['Проверка закупки', 'Вернуть автору', 'Доработка'],
  ['Виза начальника отдела', 'Отклонено', 'Доработка'],
  ['Редактирование', 'Вернуть автору', 'Доработка'],
  ['Правовая экспертиза', 'Отклонено', 'Доработка'],
  ['Финансовая экспертиза', 'Отклонено', 'Доработка'],
  ['Виза куратора', 'Отклонено', 'Доработка'],
  ['Согласование с контрагентом', 'Протокол разногласий', 'Доработка'],
  ['Подписание главой', 'Возвращено', 'Доработка'],
  ['Подписание куратором', 'Возвращено', 'Доработка'],
  ['Регистрация', 'Возвращено', 'Доработка'],
  ['Подписание главой', 'Аннулировано', 'Аннулирован'],
  ['Подписание куратором', 'Аннулировано', 'Аннулирован'],
  ['Доработка', 'Отправить дальше', 'Проверка закупки'],
  ['Доработка', 'Аннулировать', 'Аннулирован'],
];

/** Returns after which the document comes straight back here, R5 of the table. */
export const straightBack: readonly (readonly [from: string, outcome: string])[] = [
  ['Редактирование', 'Вернуть автору'],
  ['Регистрация', 'Возвращено'],
];

export interface DrawnRule {
  readonly title: string;
  readonly stage: string;
  readonly to: string;
  readonly tests: readonly {
    readonly fact: string;
    readonly operator: string;
    /** an option of the field, or an amount */
    readonly value: { readonly option: string } | { readonly amount: string };
  }[];
}

export const rules: readonly DrawnRule[] = [
  {
    title: 'Малая закупка: п. 4 ч. 1 ст. 93, цена до 600 000 ₽',
    stage: 'Нужна ли виза куратора',
    to: 'Согласование с контрагентом',
    tests: [
      {
        fact: 'карточка: Основание закупки',
        operator: 'равно',
        value: { option: 'П. 4 ч. 1 ст. 93 44-ФЗ, единственный поставщик' },
      },
      { fact: 'карточка: Цена', operator: 'не больше', value: { amount: '600000' } },
    ],
  },
  {
    title: 'Цена больше 1 000 000 ₽',
    stage: 'Кто подписывает',
    to: 'Подписание главой',
    tests: [{ fact: 'карточка: Цена', operator: 'больше', value: { amount: '1000000' } }],
  },
];
