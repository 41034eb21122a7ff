/** A post of the sample municipality: its id, title, roles, and who holds it; nobody when it is vacant. */
export interface SamplePost {
  readonly id: string;
  readonly title: string;
  readonly roles?: readonly string[];
  readonly login?: string;
  readonly name?: string;
}

export interface SampleUnit {
  readonly id: string;
  readonly organisation: 'administration' | 'finance';
  readonly title: string;
  /** Ids of posts. */
  readonly head?: string;
  readonly curator?: string;
  readonly posts: readonly SamplePost[];
}

export const zone = 'Europe/Moscow';

export const organisations = [
  { id: 'administration', code: 'administration', title: 'Администрация Светлореченского округа' },
  {
    id: 'finance',
    code: 'finance',
    title: 'Финансовое управление Светлореченского округа',
    parent: 'administration',
  },
] as const;

/** The unit above all others of the administration. */
export const leadership = 'leadership';

/** A district with 35 people, after the small municipality of the reference; the finance department is a body of its own, as in law. */
export const sampleUnits: readonly SampleUnit[] = [
  {
    id: leadership,
    organisation: 'administration',
    title: 'Руководство',
    head: 'mayor',
    posts: [
      {
        id: 'mayor',
        title: 'Глава муниципального округа',
        roles: ['head'],
        login: 'sokolov',
        name: 'Соколов Андрей Викторович',
      },
      {
        id: 'first-deputy',
        title: 'Первый заместитель главы',
        login: 'petrov',
        name: 'Петров Алексей Валерьевич',
      },
      {
        id: 'deputy-works',
        title: 'Заместитель главы по ЖКХ и строительству',
        login: 'ilina',
        name: 'Ильина Ольга Сергеевна',
      },
      {
        id: 'deputy-social',
        title: 'Заместитель главы по социальным вопросам',
        login: 'fedorov',
        name: 'Фёдоров Роман Тимурович',
      },
      {
        id: 'manager',
        title: 'Управляющий делами',
        roles: ['mgr'],
        login: 'gromova',
        name: 'Громова Татьяна Николаевна',
      },
      { id: 'assistant', title: 'Помощник главы', login: 'savina', name: 'Савина Лариса Геннадьевна' },
    ],
  },
  {
    id: 'general',
    organisation: 'administration',
    title: 'Общий отдел',
    head: 'general-head',
    curator: 'manager',
    posts: [
      {
        id: 'general-head',
        title: 'Начальник общего отдела',
        login: 'zhdanova',
        name: 'Жданова Марина Петровна',
      },
      {
        id: 'registrar-1',
        title: 'Делопроизводитель',
        roles: ['regr'],
        login: 'safina',
        name: 'Сафина Гульнара Маратовна',
      },
      {
        id: 'registrar-2',
        title: 'Делопроизводитель',
        roles: ['regr'],
        login: 'kotova',
        name: 'Котова Елена Игоревна',
      },
      {
        id: 'editor',
        title: 'Нормоконтролёр',
        roles: ['editor'],
        login: 'belova',
        name: 'Белова Анна Юрьевна',
      },
      {
        id: 'methodologist',
        title: 'Методолог',
        roles: ['methodologist'],
        login: 'ryabova',
        name: 'Рябова Надежда Константиновна',
      },
    ],
  },
  {
    id: 'law',
    organisation: 'administration',
    title: 'Правовой отдел',
    head: 'law-head',
    curator: 'manager',
    posts: [
      {
        id: 'law-head',
        title: 'Начальник правового отдела',
        login: 'kravtsov',
        name: 'Кравцов Денис Олегович',
      },
      {
        id: 'lawyer',
        title: 'Главный специалист, юрист',
        roles: ['lawyer'],
        login: 'vlasova',
        name: 'Власова Мария Сергеевна',
      },
    ],
  },
  {
    id: 'economy',
    organisation: 'administration',
    title: 'Отдел экономики и закупок',
    head: 'economy-head',
    curator: 'first-deputy',
    posts: [
      {
        id: 'economy-head',
        title: 'Начальник отдела экономики',
        login: 'ivanova',
        name: 'Иванова Марина Станиславовна',
      },
      {
        id: 'contract-manager',
        title: 'Контрактный управляющий',
        roles: ['proc'],
        login: 'zaytsev',
        name: 'Зайцев Павел Ильич',
      },
      {
        id: 'economy-specialist',
        title: 'Ведущий специалист',
        login: 'romanova',
        name: 'Романова Дарья Игоревна',
      },
    ],
  },
  {
    id: 'accounting',
    organisation: 'administration',
    title: 'Отдел учёта и отчётности',
    head: 'accountant',
    curator: 'first-deputy',
    posts: [
      {
        id: 'accountant',
        title: 'Главный бухгалтер',
        roles: ['acct'],
        login: 'yudina',
        name: 'Юдина Татьяна Степановна',
      },
    ],
  },
  {
    id: 'property',
    organisation: 'administration',
    title: 'Комитет по имуществу',
    head: 'property-head',
    curator: 'first-deputy',
    posts: [
      {
        id: 'property-head',
        title: 'Председатель комитета',
        login: 'terenteva',
        name: 'Терентьева Инна Павловна',
      },
      {
        id: 'property-specialist',
        title: 'Главный специалист',
        login: 'ershova',
        name: 'Ершова Тамара Николаевна',
      },
    ],
  },
  {
    id: 'works',
    organisation: 'administration',
    title: 'Отдел ЖКХ и строительства',
    head: 'works-head',
    curator: 'deputy-works',
    posts: [
      {
        id: 'works-head',
        title: 'Начальник отдела ЖКХ',
        login: 'morozov',
        name: 'Морозов Сергей Анатольевич',
      },
      {
        id: 'works-specialist-1',
        title: 'Главный специалист',
        login: 'lebedev',
        name: 'Лебедев Кирилл Андреевич',
      },
      {
        id: 'works-specialist-2',
        title: 'Ведущий специалист',
        login: 'egorov',
        name: 'Егоров Пётр Степанович',
      },
    ],
  },
  {
    id: 'education',
    organisation: 'administration',
    title: 'Управление образования',
    head: 'education-head',
    curator: 'deputy-social',
    posts: [
      {
        id: 'education-head',
        title: 'Начальник управления',
        login: 'smirnova',
        name: 'Смирнова Алла Викторовна',
      },
      {
        id: 'education-specialist',
        title: 'Главный специалист',
        login: 'safonov',
        name: 'Сафонов Дмитрий Игоревич',
      },
    ],
  },
  {
    id: 'social',
    organisation: 'administration',
    title: 'Отдел социальной политики',
    head: 'social-head',
    curator: 'deputy-social',
    posts: [
      { id: 'social-head', title: 'Начальник отдела', login: 'demidova', name: 'Демидова Елена Андреевна' },
      {
        id: 'social-deputy',
        title: 'Заместитель начальника отдела',
        login: 'orlova',
        name: 'Орлова Наталья Павловна',
      },
      { id: 'social-specialist-1', title: 'Главный специалист' },
      {
        id: 'social-specialist-2',
        title: 'Ведущий специалист',
        login: 'nikitina',
        name: 'Никитина Елена Викторовна',
      },
    ],
  },
  {
    id: 'personnel',
    organisation: 'administration',
    title: 'Отдел кадров и муниципальной службы',
    head: 'personnel-head',
    curator: 'manager',
    posts: [
      { id: 'personnel-head', title: 'Начальник отдела', login: 'kuzmina', name: 'Кузьмина Алла Евгеньевна' },
    ],
  },
  {
    id: 'archive',
    organisation: 'administration',
    title: 'Архивный отдел',
    head: 'archive-head',
    curator: 'manager',
    posts: [
      { id: 'archive-head', title: 'Начальник архивного отдела' },
      { id: 'archivist', title: 'Главный архивист', login: 'gusev', name: 'Гусев Дмитрий Алексеевич' },
    ],
  },
  {
    id: 'emergencies',
    organisation: 'administration',
    title: 'Отдел ГО и ЧС',
    head: 'emergencies-head',
    curator: 'deputy-works',
    posts: [
      { id: 'emergencies-head', title: 'Начальник отдела', login: 'larin', name: 'Ларин Сергей Петрович' },
      {
        id: 'dispatcher',
        title: 'Специалист единой диспетчерской',
        login: 'nosov',
        name: 'Носов Игорь Владимирович',
      },
    ],
  },
  {
    id: 'it',
    organisation: 'administration',
    title: 'Отдел информационных технологий',
    head: 'it-head',
    curator: 'manager',
    posts: [
      { id: 'it-head', title: 'Начальник отдела', login: 'zakharov', name: 'Захаров Павел Игнатьевич' },
      {
        id: 'administrator',
        title: 'Системный администратор',
        roles: ['administrator'],
        login: 'timofeev',
        name: 'Тимофеев Игорь Львович',
      },
    ],
  },
  {
    id: 'finance',
    organisation: 'finance',
    title: 'Финансовое управление',
    head: 'finance-head',
    curator: 'first-deputy',
    posts: [
      {
        id: 'finance-head',
        title: 'Начальник финансового управления',
        roles: ['fin'],
        login: 'akhmetova',
        name: 'Ахметова Лилия Рашидовна',
      },
      {
        id: 'finance-specialist',
        title: 'Главный специалист по бюджету',
        login: 'tikhonova',
        name: 'Тихонова Евгения Дмитриевна',
      },
    ],
  },
];
