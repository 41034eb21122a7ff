/**
 * Every route by name: method and path under `/api/v1`. Plain data without schemas, so that the browser's client stays small.
 * A name in this table has its schemas in `routes.ts`; a test holds the two key sets equal.
 */
export const paths = {
  'signIn.show': ['GET', '/sign-in'],
  'setup.create': ['POST', '/setup'],
  'session.create': ['POST', '/session'],
  'session.show': ['GET', '/session'],
  'session.delete': ['DELETE', '/session'],
  'session.password': ['POST', '/session/password'],

  'tasks.list': ['GET', '/tasks'],
  'tasks.counts': ['GET', '/tasks/counts'],
  'tasks.show': ['GET', '/tasks/:id'],
  'tasks.decide': ['POST', '/tasks/:id/decision'],
  'tasks.take': ['POST', '/tasks/:id/take'],
  'tasks.release': ['POST', '/tasks/:id/release'],
  'tasks.handOver': ['POST', '/tasks/:id/hand-over'],
  'tasks.workingCopy': ['GET', '/tasks/:id/working-copy'],
  'tasks.saveWorkingCopy': ['PUT', '/tasks/:id/working-copy'],
  'tasks.route': ['POST', '/tasks/:id/route'],

  'documentKinds.list': ['GET', '/document-kinds'],
  'drafts.list': ['GET', '/drafts'],
  'drafts.create': ['POST', '/drafts'],
  'drafts.show': ['GET', '/drafts/:id'],
  'drafts.save': ['PUT', '/drafts/:id'],
  'drafts.delete': ['DELETE', '/drafts/:id'],
  'drafts.route': ['POST', '/drafts/:id/route'],
  'drafts.send': ['POST', '/drafts/:id/send'],

  'documents.list': ['GET', '/documents'],
  'documents.show': ['GET', '/documents/:id'],
  'documents.route': ['GET', '/documents/:id/route'],
  'documents.history': ['GET', '/documents/:id/history'],
  'documents.sheet': ['GET', '/documents/:id/sheet'],
  'documents.compare': ['GET', '/documents/:id/compare'],
  'documents.withdraw': ['POST', '/documents/:id/withdraw'],
  'documents.annul': ['POST', '/documents/:id/annul'],

  'posts.list': ['GET', '/posts'],
  'notices.list': ['GET', '/notices'],
  'notices.read': ['POST', '/notices/read'],
  'registers.list': ['GET', '/registers'],
  'registers.entries': ['GET', '/registers/:id/entries'],

  'regulations.list': ['GET', '/regulations'],
  'regulations.show': ['GET', '/regulations/:id'],
  'regulations.version': ['GET', '/regulations/:id/versions/:version'],
  'regulations.machine': ['GET', '/regulations/:id/versions/:version/machine'],

  'people.list': ['GET', '/people'],
  'people.createEmployee': ['POST', '/people/employees'],
  'people.renameEmployee': ['PATCH', '/people/employees/:id'],
  'people.dismiss': ['POST', '/people/employees/:id/dismiss'],
  'people.resetPassword': ['POST', '/people/employees/:id/reset-password'],
  'people.createUnit': ['POST', '/people/units'],
  'people.changeUnit': ['PATCH', '/people/units/:id'],
  'people.createPosition': ['POST', '/people/positions'],
  'people.changePosition': ['PATCH', '/people/positions/:id'],
  'people.openTasks': ['GET', '/people/positions/:id/tasks'],
  'absences.create': ['POST', '/people/absences'],
  'absences.delete': ['DELETE', '/people/absences/:id'],
  'incidents.list': ['GET', '/incidents'],
  'incidents.assign': ['POST', '/incidents/:id/assign'],
  'incidents.retry': ['POST', '/incidents/:id/retry'],

  'clock.advance': ['POST', '/test/clock/advance'],
  'clock.jump': ['POST', '/test/clock/jump'],
} as const;

export type RouteName = keyof typeof paths;
