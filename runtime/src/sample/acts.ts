import type { SampleDocument } from './sampleDocument.ts';

const note = { file: 'poyasnitelnaya-zapiska.pdf', name: 'Пояснительная записка.pdf' };
const flags = { normative: false, spends: false, urgent: false };

/** Acts at the points where a contract never stands: inside the block, annulled, withdrawn. */
export const acts: readonly SampleDocument[] = [
  // In its block: one unit has been silent and has an auto-visa, one is on leave and its term stands still.
  {
    regulation: 'municipal-act',
    author: 'lebedev',
    card: () => ({
      ...flags,
      title: 'О порядке вывоза снега с улиц и дворовых территорий',
      grounds: 'План нормотворческой деятельности, обращения жителей улиц Полевой и Речной.',
      normative: true,
      spends: true,
      executors: ['works-head'],
    }),
    files: [{ file: 'postanovlenie-vyvoz-snega.pdf', name: 'Проект постановления, вывоз снега.pdf' }, note],
    chosen: { units: ['property-head', 'economy-head', 'emergencies-head'] },
    sent: [-6, '09:50'],
    moves: [
      { at: [-6, '16:10'], stage: 'unit-head', outcome: 'approved' },
      { at: [-5, '12:00'], stage: 'units', outcome: 'approved', by: 'economy-head' },
      { at: [-5, '12:30'], stage: 'units', outcome: 'approved', by: 'works-head' },
      {
        at: [-5, '16:20'],
        stage: 'publication',
        outcome: 'placed',
        form: (date) => ({ link: 'https://svetlorechensk.example/projects/vyvoz-snega', date }),
      },
      { at: [-4, '11:40'], stage: 'finance', outcome: 'approved' },
    ],
  },
  // Registered and read: over.
  {
    regulation: 'municipal-act',
    author: 'ershova',
    card: (year) => ({
      ...flags,
      title: 'О размере платы за содержание жилых помещений',
      grounds: 'Статья 156 Жилищного кодекса Российской Федерации.',
      executors: ['property-head'],
      effective: `${year + 1}-02-01`,
    }),
    files: [
      { file: 'postanovlenie-plata-za-zhilyo.pdf', name: 'Проект постановления, плата за жильё.pdf' },
      note,
    ],
    chosen: { units: ['works-head', 'economy-head'] },
    sent: [-14, '09:30'],
    moves: [
      { at: [-14, '12:00'], stage: 'unit-head', outcome: 'approved' },
      { at: [-13, '11:10'], stage: 'units', outcome: 'approved', by: 'works-head' },
      { at: [-13, '15:20'], stage: 'units', outcome: 'approved', by: 'property-head' },
      { at: [-12, '10:00'], stage: 'units', outcome: 'approved', by: 'economy-head' },
      { at: [-10, '12:20'], stage: 'legal', outcome: 'approved' },
      { at: [-10, '16:00'], stage: 'norm-control', outcome: 'done' },
      { at: [-9, '10:15'], stage: 'leadership', outcome: 'approved' },
      { at: [-9, '15:30'], stage: 'leadership', outcome: 'approved' },
      { at: [-8, '11:00'], stage: 'signing', outcome: 'signed' },
      { at: [-8, '12:00'], stage: 'registration', outcome: 'registered', by: 'registrar-2' },
      { at: [-7, '10:00'], stage: 'acquaintance', outcome: 'done', by: 'works-head' },
      { at: [-7, '10:30'], stage: 'acquaintance', outcome: 'done', by: 'economy-head' },
      { at: [-7, '12:15'], stage: 'acquaintance', outcome: 'done', by: 'property-head' },
      { at: [-6, '09:40'], stage: 'acquaintance', outcome: 'done', by: 'property-specialist' },
    ],
  },
  // Annulled by its author.
  {
    regulation: 'municipal-act',
    author: 'romanova',
    card: () => ({
      ...flags,
      title: 'О проведении праздничной ярмарки',
      grounds: 'План праздничных мероприятий округа.',
    }),
    files: [{ file: 'postanovlenie-yarmarka.pdf', name: 'Проект постановления, ярмарка.pdf' }],
    chosen: { units: ['emergencies-head', 'general-head'] },
    sent: [-9, '10:00'],
    moves: [
      { at: [-9, '14:00'], stage: 'unit-head', outcome: 'approved' },
      { at: [-8, '11:00'], stop: 'annul', reason: 'Ярмарку проведёт областной центр, наш акт не нужен.' },
    ],
  },
  // Withdrawn: a draft again. The visa of the absent head was given by her substitute.
  {
    regulation: 'municipal-act',
    author: 'nikitina',
    card: () => ({
      ...flags,
      title: 'О внесении изменений в муниципальную программу «Доступная среда»',
      grounds: 'Решение Думы о бюджете округа.',
      spends: true,
    }),
    files: [
      { file: 'postanovlenie-dostupnaya-sreda.pdf', name: 'Проект постановления, доступная среда.pdf' },
      note,
    ],
    chosen: { units: ['education-head'] },
    sent: [-5, '11:30'],
    moves: [
      { at: [-5, '15:00'], stage: 'unit-head', outcome: 'approved' },
      { at: [-4, '10:00'], stop: 'withdraw', reason: 'Уточняем объём субсидии из областного бюджета.' },
    ],
  },
  // At the head for signing.
  {
    regulation: 'municipal-act',
    author: 'nosov',
    card: () => ({
      ...flags,
      title: 'О мерах по подготовке к паводковому периоду',
      grounds: 'Поручение комиссии по предупреждению чрезвычайных ситуаций.',
      executors: ['works-head'],
    }),
    files: [{ file: 'postanovlenie-pavodok.pdf', name: 'Проект постановления, паводок.pdf' }],
    chosen: { units: ['property-head', 'education-head'] },
    sent: [-8, '10:05'],
    moves: [
      { at: [-8, '15:00'], stage: 'unit-head', outcome: 'approved' },
      { at: [-7, '11:00'], stage: 'units', outcome: 'approved', by: 'works-head' },
      { at: [-7, '12:00'], stage: 'units', outcome: 'approved', by: 'property-head' },
      { at: [-6, '10:00'], stage: 'units', outcome: 'approved', by: 'education-head' },
      { at: [-3, '15:00'], stage: 'legal', outcome: 'approved' },
      { at: [-2, '11:00'], stage: 'norm-control', outcome: 'done' },
      { at: [-1, '12:00'], stage: 'leadership', outcome: 'approved' },
      { at: [0, '11:45'], stage: 'leadership', outcome: 'approved' },
    ],
  },
  // Urgent, just sent: its terms are halved.
  {
    regulation: 'municipal-act',
    author: 'egorov',
    card: () => ({
      ...flags,
      title: 'О временном прекращении движения по улице Садовой',
      grounds: 'Аварийный ремонт водопровода, заявка МУП «Водоканал».',
      urgent: true,
    }),
    files: [{ file: 'postanovlenie-sadovaya.pdf', name: 'Проект постановления, улица Садовая.pdf' }],
    chosen: { units: ['general-head'] },
    sent: [0, '14:30'],
  },
  // A draft.
  {
    regulation: 'municipal-act',
    author: 'nikitina',
    card: () => ({
      ...flags,
      title: 'О порядке предоставления мер поддержки семьям с детьми',
      grounds: 'Федеральный закон от 06.10.2003 № 131-ФЗ.',
      normative: true,
    }),
    files: [note],
    chosen: { units: ['education-head'] },
  },
];
