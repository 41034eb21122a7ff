import { filePaths, paths, type RouteName } from '@reglament/api';
import { templates } from '../../runtime/src/regulations/templates.ts';
import type { Who } from './people.ts';
import { drawingTab, type Subject } from './subject.ts';

/** A status, with the code where one status has several meanings. */
export type Expected = number | `${number} ${string}`;

export interface Row {
  /** A name of the API's table, or a route of files beside it. */
  readonly route: RouteName | FileRoute;
  /** What is asked for, where one route is asked about several things. */
  readonly about?: string;
  readonly params?: (subject: Subject) => Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: (subject: Subject) => object;
  readonly expect: Readonly<Record<Who, Expected>>;
}

/** Routes outside the API's table, by the same names as their operations. */
export const fileRoutes = {
  'files.upload': ['POST', filePaths.upload],
  'files.ofDocument': ['GET', '/documents/:id/files/:digest'],
  'files.ofDraft': ['GET', '/drafts/:id/files/:digest'],
  'files.ofTask': ['GET', '/tasks/:id/files/:digest'],
} as const;
export type FileRoute = keyof typeof fileRoutes;
export const allRoutes = { ...paths, ...fileRoutes };

/** In the order of `people`: nobody, stranger, author, approver, former, unitHead, registrar, admin, method, other. */
type Line = readonly [
  Expected,
  Expected,
  Expected,
  Expected,
  Expected,
  Expected,
  Expected,
  Expected,
  Expected,
  Expected,
];

const line = ([
  nobody,
  stranger,
  author,
  approver,
  former,
  unitHead,
  registrar,
  admin,
  method,
  other,
]: Line) => ({
  nobody,
  stranger,
  author,
  approver,
  former,
  unitHead,
  registrar,
  admin,
  method,
  other,
});

const open = line([200, 200, 200, 200, 200, 200, 200, 200, 200, 200]);
const signedIn = line([401, 200, 200, 200, 200, 200, 200, 200, 200, 200]);
/** Whoever has a part in the contract reads it; for everybody else it does not exist, the administrator included. */
const readers = line([401, 404, 200, 200, 200, 200, 200, 404, 404, 404]);
/** Only its author may stop it; the other readers know that it is there and are refused by role. */
const stops = line([
  401,
  404,
  200,
  '403 NOT_THE_AUTHOR',
  '403 NOT_THE_AUTHOR',
  '403 NOT_THE_AUTHOR',
  '403 NOT_THE_AUTHOR',
  404,
  404,
  404,
]);
const administrators = line([401, 403, 403, 403, 403, 403, 403, 200, 403, 403]);
const answerable = line([401, 403, 403, 403, 403, 403, 403, 200, 200, 403]);
/** Drawing is the methodologist's of the organisation, and nobody else's: not the administrator's either. */
const methodologists = line([401, 403, 403, 403, 403, 403, 403, 403, 200, 403]);
/** A draft is its author's alone. */
const authors = line([401, 404, 200, 404, 404, 404, 404, 404, 404, 404]);

const task = ({ task: id }: Subject) => ({ id });
const document = ({ document: id }: Subject) => ({ id });
const draft = ({ draft: id }: Subject) => ({ id });
const contract = () => ({ id: 'municipal-contract' });
const firstVersion = () => ({ id: 'municipal-contract', version: '1' });
const seen = { revision: 1 };
const act = () => ({ id: 'municipal-act' });
const drawing = { tab: drawingTab };

/** A document of the shipped act under an id. */
function actDocument(id: string): object {
  const { regulation } = templates().find((one) => one.id === 'municipal-act')!;
  return { ...regulation, id };
}

/**
 * Written by hand from the design: no session is 401; somebody else's document, task or draft does not exist (404);
 * what exists for everybody and is not for this role is 403. The sample municipality, 25 November 2026.
 */
export const table: readonly Row[] = [
  { route: 'signIn.show', expect: open },
  {
    route: 'setup.create',
    about: 'a deployment that has its administrator',
    body: () => ({
      token: 'x'.repeat(43),
      organisation: 'Захват',
      zone: 'Europe/Moscow',
      name: 'Чужой Человек Иванович',
      post: 'Никто',
      login: 'intruder',
      password: 'long-enough-password',
    }),
    expect: line([409, 409, 409, 409, 409, 409, 409, 409, 409, 409]),
  },
  {
    route: 'session.create',
    body: () => ({ login: 'safonov', password: 'svetlaya-reka' }),
    expect: open,
  },
  { route: 'session.show', expect: signedIn },
  { route: 'session.delete', expect: signedIn },
  {
    route: 'session.password',
    about: 'with a wrong password',
    body: () => ({ current: 'not-the-password', next: 'a-better-password' }),
    expect: line([
      401,
      '403 PASSWORD_WRONG',
      '403 PASSWORD_WRONG',
      '403 PASSWORD_WRONG',
      '403 PASSWORD_WRONG',
      '403 PASSWORD_WRONG',
      '403 PASSWORD_WRONG',
      '403 PASSWORD_WRONG',
      '403 PASSWORD_WRONG',
      '403 PASSWORD_WRONG',
    ]),
  },

  { route: 'tasks.list', about: 'own desk', query: { view: 'todo' }, expect: signedIn },
  { route: 'tasks.list', about: 'decided by me', query: { view: 'decided' }, expect: signedIn },
  { route: 'tasks.list', about: 'own unit', query: { view: 'unit' }, expect: signedIn },
  { route: 'tasks.counts', expect: signedIn },
  // The author sees at whose desk his document lies; the task itself is the approver's and his head's.
  { route: 'tasks.show', params: task, expect: line([401, 404, 404, 200, 404, 200, 404, 404, 404, 404]) },
  {
    route: 'tasks.show',
    about: 'decided by the former approver',
    params: ({ decided: id }) => ({ id }),
    expect: line([401, 404, 404, 404, 200, 404, 404, 404, 404, 404]),
  },
  {
    route: 'tasks.decide',
    params: task,
    body: ({ digest, revision }) => ({ revision, digest, outcome: 'approved' }),
    // An escalation or being the head gives no right to decide.
    expect: line([401, 404, 404, 200, 404, '403 NOT_YOUR_TASK', 404, 404, 404, 404]),
  },
  {
    route: 'tasks.decide',
    about: 'a task that was decided',
    params: ({ decided: id }) => ({ id }),
    body: ({ digest }) => ({ revision: 2, digest, outcome: 'done' }),
    expect: line([401, 404, 404, 404, '409 TASK_CLOSED', 404, 404, 404, 404, 404]),
  },
  {
    route: 'tasks.take',
    about: 'the common task of the two registrars',
    params: ({ common: id }) => ({ id }),
    body: ({ commonRevision: revision }) => ({ revision }),
    expect: line([401, 404, 404, 404, 404, 404, 200, 404, 404, 404]),
  },
  {
    route: 'tasks.release',
    about: 'a common task that nobody took',
    params: ({ common: id }) => ({ id }),
    body: ({ commonRevision: revision }) => ({ revision }),
    expect: line([401, 404, 404, 404, 404, 404, '409 TASK_NOT_TAKEN', 404, 404, 404]),
  },
  {
    route: 'tasks.handOver',
    params: task,
    body: ({ revision }) => ({ revision, to: 'law-head', reason: 'Срочно уезжает' }),
    // The administrator repairs without seeing what it is about.
    expect: line([401, 404, 404, '403 FORBIDDEN', 404, 200, 404, 200, 404, 404]),
  },
  {
    route: 'tasks.workingCopy',
    params: task,
    expect: line([401, 404, 404, 200, 404, '403 NOT_YOUR_TASK', 404, 404, 404, 404]),
  },
  {
    route: 'tasks.saveWorkingCopy',
    about: 'of a stage that does not edit',
    params: task,
    body: ({ card }) => ({ revision: 1, card, files: [] }),
    expect: line([401, 404, 404, '422 VERSION_NOT_ALLOWED', 404, '403 NOT_YOUR_TASK', 404, 404, 404, 404]),
  },
  {
    route: 'tasks.route',
    params: task,
    body: ({ card }) => ({ card }),
    expect: line([401, 404, 404, 200, 404, '403 NOT_YOUR_TASK', 404, 404, 404, 404]),
  },

  { route: 'documentKinds.list', expect: signedIn },
  { route: 'drafts.list', expect: signedIn },
  {
    route: 'drafts.create',
    body: () => ({ regulation: 'municipal-contract' }),
    // The other organisation has no such regulation of its own.
    expect: line([401, 200, 200, 200, 200, 200, 200, 200, 200, '409 REGULATION_NONE_IN_FORCE']),
  },
  { route: 'drafts.show', params: draft, expect: authors },
  {
    route: 'drafts.save',
    params: draft,
    body: ({ card, draftRevision: revision }) => ({ revision, card, files: [], chosen: {} }),
    expect: authors,
  },
  { route: 'drafts.delete', params: draft, expect: authors },
  {
    route: 'drafts.route',
    params: draft,
    body: ({ card }) => ({ card, chosen: {} }),
    expect: authors,
  },
  {
    route: 'drafts.send',
    params: draft,
    body: ({ draftRevision: revision }) => ({ revision, regulationVersion: 1 }),
    expect: authors,
  },

  { route: 'documents.list', about: 'own', query: { view: 'mine' }, expect: signedIn },
  { route: 'documents.list', about: 'everything one may see', query: { view: 'search' }, expect: signedIn },
  { route: 'documents.show', params: document, expect: readers },
  { route: 'documents.route', params: document, expect: readers },
  { route: 'documents.history', params: document, expect: readers },
  { route: 'documents.sheet', params: document, expect: readers },
  { route: 'documents.compare', params: document, query: { from: '1', to: '1' }, expect: readers },
  { route: 'documents.withdraw', params: document, body: () => ({ reason: 'Передумали' }), expect: stops },
  { route: 'documents.annul', params: document, body: () => ({ reason: 'Не нужен' }), expect: stops },

  { route: 'posts.list', expect: signedIn },
  { route: 'notices.list', expect: signedIn },
  // Somebody else's notices are passed over in silence; a test below holds that they stay unread.
  { route: 'notices.read', body: ({ notice }) => ({ ids: [notice] }), expect: signedIn },
  // Registers carry titles: they are the clerks', never a head's or the administrator's.
  { route: 'registers.list', expect: line([401, 403, 403, 403, 403, 403, 200, 403, 403, 403]) },
  {
    route: 'registers.entries',
    params: () => ({ id: 'administration.contracts' }),
    expect: line([401, 403, 403, 403, 403, 403, 200, 403, 403, 403]),
  },

  { route: 'regulations.list', expect: answerable },
  { route: 'regulations.show', params: contract, expect: answerable },
  { route: 'regulations.version', params: firstVersion, expect: answerable },
  { route: 'regulations.machine', params: firstVersion, expect: answerable },
  {
    route: 'regulations.withdrawScheduled',
    params: () => ({ id: 'municipal-act', version: '2' }),
    body: () => ({}),
    expect: methodologists,
  },
  {
    route: 'regulations.retire',
    params: contract,
    body: () => ({ reason: 'Отменён' }),
    expect: methodologists,
  },
  { route: 'regulations.revive', params: contract, body: () => ({}), expect: methodologists },

  {
    route: 'regulations.assignOwner',
    params: contract,
    body: () => ({ unit: 'law' }),
    expect: methodologists,
  },
  { route: 'regulations.offer', params: contract, body: () => ({ to: 'below' }), expect: methodologists },
  { route: 'regulations.stopOffering', params: contract, body: () => ({}), expect: methodologists },
  { route: 'offers.list', expect: methodologists },
  {
    route: 'offers.show',
    about: 'offered to nobody',
    params: () => ({ organisation: 'administration', id: 'municipal-contract' }),
    expect: line([401, 403, 403, 403, 403, 403, 403, 403, 404, 403]),
  },

  { route: 'library.list', expect: methodologists },
  { route: 'templates.list', expect: methodologists },
  { route: 'templates.show', params: contract, expect: methodologists },
  { route: 'units.list', expect: methodologists },
  {
    route: 'workingCopies.create',
    body: () => ({ regulation: actDocument('another-act'), base: null }),
    expect: methodologists,
  },
  {
    route: 'workingCopies.people',
    body: () => ({ participants: { head: { type: 'head', title: { ru: 'Н', en: 'H' } } }, unit: 'works' }),
    expect: methodologists,
  },
  { route: 'workingCopies.show', params: act, expect: methodologists },
  {
    route: 'workingCopies.save',
    params: act,
    body: () => ({ ...seen, ...drawing, regulation: actDocument('municipal-act') }),
    expect: methodologists,
  },
  { route: 'workingCopies.delete', params: act, expect: methodologists },
  {
    route: 'workingCopies.lock',
    params: act,
    body: () => ({ ...drawing, take: false }),
    expect: methodologists,
  },
  { route: 'workingCopies.unlock', params: act, query: drawing, expect: methodologists },
  { route: 'workingCopies.check', params: act, body: () => seen, expect: methodologists },
  {
    route: 'workingCopies.publish',
    params: act,
    body: () => ({ ...seen, comment: 'Уточнён номер', from: '2026-11-25' }),
    expect: methodologists,
  },

  { route: 'people.list', expect: administrators },
  { route: 'people.createEmployee', body: () => ({ name: 'Новиков Иван Петрович' }), expect: administrators },
  {
    route: 'people.renameEmployee',
    params: () => ({ id: 'lebedev' }),
    body: () => ({ ...seen, name: 'Лебедев Константин Андреевич' }),
    expect: administrators,
  },
  {
    route: 'people.dismiss',
    params: () => ({ id: 'nosov' }),
    body: () => ({ ...seen, reason: 'По собственному желанию' }),
    expect: administrators,
  },
  {
    route: 'people.resetPassword',
    params: () => ({ id: 'nosov' }),
    body: () => seen,
    expect: administrators,
  },
  {
    route: 'people.createUnit',
    body: () => ({ organisation: 'administration', title: 'Отдел проверок' }),
    expect: administrators,
  },
  {
    route: 'people.changeUnit',
    params: () => ({ id: 'works' }),
    body: () => ({ ...seen, title: 'Отдел благоустройства' }),
    expect: administrators,
  },
  {
    route: 'people.createPosition',
    body: () => ({ unit: 'works', title: 'Инженер', roles: [] }),
    expect: administrators,
  },
  {
    route: 'people.changePosition',
    params: () => ({ id: 'works-specialist-1' }),
    body: () => ({ ...seen, title: 'Ведущий специалист' }),
    expect: administrators,
  },
  { route: 'people.openTasks', params: () => ({ id: 'lawyer' }), expect: administrators },
  {
    route: 'absences.create',
    about: 'the author’s',
    body: () => ({ employee: 'lebedev', from: '2027-02-01', to: '2027-02-05' }),
    expect: line([401, 403, 200, 403, 403, 403, 403, 200, 403, 403]),
  },
  { route: 'absences.delete', params: () => ({ id: 'leave-demidova' }), expect: administrators },
  { route: 'incidents.list', expect: administrators },
  {
    route: 'incidents.assign',
    params: ({ incident: id }) => ({ id }),
    body: () => ({ ...seen, to: 'archivist', reason: 'Начальник ещё не назначен' }),
    expect: administrators,
  },
  {
    route: 'incidents.retry',
    params: ({ incident: id }) => ({ id }),
    body: () => seen,
    expect: administrators,
  },

  // The door of tests, on loopback only; a test below holds that it is not there otherwise.
  { route: 'clock.advance', body: () => ({ byMs: 0 }), expect: open },
  { route: 'clock.jump', body: () => ({ byMs: 0 }), expect: open },

  // Whoever is signed in may bring a file in; here the body is not a file.
  {
    route: 'files.upload',
    about: 'without a file',
    expect: line([401, 400, 400, 400, 400, 400, 400, 400, 400, 400]),
  },
  {
    route: 'files.ofDocument',
    params: ({ document: id, file: digest }) => ({ id, digest }),
    expect: readers,
  },
  { route: 'files.ofDraft', params: ({ draft: id, draftFile: digest }) => ({ id, digest }), expect: authors },
  {
    route: 'files.ofTask',
    params: ({ task: id, file: digest }) => ({ id, digest }),
    expect: line([401, 404, 404, 200, 404, 404, 404, 404, 404, 404]),
  },
];
