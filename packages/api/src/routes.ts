import { z } from 'zod';
import type { RouteName } from './paths.ts';
import * as common from './resources/common.ts';
import * as designer from './resources/designer.ts';
import * as document from './resources/document.ts';
import * as office from './resources/office.ts';
import * as session from './resources/session.ts';
import * as task from './resources/task.ts';

export interface RouteSchemas {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  /** Commands carry an `Idempotency-Key` header; the same key with another body is refused. */
  readonly key?: true;
  /** Open to people who have not signed in. */
  readonly open?: true;
}

const { idParams, nothing } = common;
const { regulationParams, versionParams } = designer;

/** The only source of the API's shapes: validation, serialisation, types and OpenAPI are made from it. */
export const routes = {
  'signIn.show': { response: session.signInPage, open: true },
  'setup.create': { body: session.setup, response: session.session, open: true },
  'session.create': { body: session.signIn, response: session.session, open: true },
  'session.show': { response: session.session },
  'session.delete': { response: nothing },
  'session.password': { body: session.changePassword, response: nothing },

  'tasks.list': { query: task.taskListQuery, response: task.taskList },
  'tasks.counts': { response: task.taskCounts },
  'tasks.show': { params: idParams, response: task.taskDetail },
  'tasks.decide': { params: idParams, body: task.decide, response: task.decided, key: true },
  'tasks.take': { params: idParams, body: task.taskCommand, response: task.taskRow, key: true },
  'tasks.release': { params: idParams, body: task.taskCommand, response: task.taskRow, key: true },
  'tasks.handOver': { params: idParams, body: task.handOver, response: nothing, key: true },
  'tasks.workingCopy': { params: idParams, response: task.workingCopy },
  'tasks.saveWorkingCopy': { params: idParams, body: task.saveWorkingCopy, response: task.savedRevision },
  'tasks.route': { params: idParams, body: document.askWorkingRoute, response: document.previewedRoute },

  'documentKinds.list': { response: document.documentKinds },
  'drafts.list': { query: z.strictObject(common.page), response: document.drafts },
  'drafts.create': { body: document.createDraft, response: document.draft, key: true },
  'drafts.show': { params: idParams, response: document.draft },
  'drafts.save': { params: idParams, body: document.saveDraft, response: task.savedRevision },
  'drafts.delete': { params: idParams, response: nothing },
  'drafts.route': { params: idParams, body: document.askRoute, response: document.previewedRoute },
  'drafts.send': { params: idParams, body: document.send, response: document.sent, key: true },

  'documents.list': { query: document.documentListQuery, response: document.documents },
  'documents.show': { params: idParams, response: document.documentDetail },
  'documents.route': { params: idParams, response: document.routePlan },
  'documents.history': { params: idParams, query: z.strictObject(common.page), response: document.history },
  'documents.sheet': { params: idParams, response: document.sheet },
  'documents.compare': { params: idParams, query: document.compareQuery, response: document.compared },
  'documents.withdraw': { params: idParams, body: document.stop, response: document.stopped, key: true },
  'documents.annul': { params: idParams, body: document.stop, response: document.stopped, key: true },

  'posts.list': { query: office.postsQuery, response: office.posts },
  'notices.list': { query: office.noticesQuery, response: office.notices },
  'notices.read': { body: office.readNotices, response: nothing },
  'registers.list': { response: office.registers },
  'registers.entries': { params: idParams, query: office.entriesQuery, response: office.entries },

  'regulations.list': { response: office.regulations },
  'regulations.show': { params: regulationParams, response: office.regulationDetail },
  'regulations.version': { params: versionParams, response: office.regulationVersion },
  'regulations.machine': { params: versionParams, response: office.machine },
  'regulations.withdrawScheduled': { params: versionParams, body: nothing, response: nothing, key: true },
  'regulations.retire': { params: regulationParams, body: designer.retire, response: nothing, key: true },
  'regulations.revive': { params: regulationParams, body: nothing, response: nothing, key: true },
  'regulations.assignOwner': {
    params: regulationParams,
    body: designer.assignOwner,
    response: nothing,
    key: true,
  },
  'regulations.offer': { params: regulationParams, body: designer.offer, response: nothing, key: true },
  'regulations.stopOffering': { params: regulationParams, body: nothing, response: nothing, key: true },

  'offers.list': { response: designer.offered },
  'offers.show': { params: designer.offerParams, response: designer.offeredRegulation },

  'library.list': { response: designer.library },
  'templates.list': { response: designer.templates },
  'templates.show': { params: regulationParams, response: designer.template },
  'units.list': { response: designer.startingUnits },
  'workingCopies.create': { body: designer.createWorkingCopy, response: designer.workingCopy, key: true },
  'workingCopies.people': { body: designer.askPeople, response: designer.resolvedPeople },
  'workingCopies.show': { params: regulationParams, response: designer.workingCopy },
  'workingCopies.save': {
    params: regulationParams,
    body: designer.saveWorkingCopy,
    response: designer.savedWorkingCopy,
  },
  'workingCopies.delete': { params: regulationParams, response: nothing },
  'workingCopies.lock': {
    params: regulationParams,
    body: designer.takeLock,
    response: designer.lockAnswer,
  },
  'workingCopies.unlock': { params: regulationParams, query: designer.unlockQuery, response: nothing },
  'workingCopies.check': { params: regulationParams, body: designer.check, response: designer.checked },
  'workingCopies.publish': {
    params: regulationParams,
    body: designer.publish,
    response: designer.publishedVersion,
    key: true,
  },

  'people.list': { response: office.people },
  'people.createEmployee': { body: office.createEmployee, response: office.issuedPassword, key: true },
  'people.renameEmployee': { params: idParams, body: office.renameEmployee, response: office.made },
  'people.dismiss': { params: idParams, body: office.dismiss, response: office.made, key: true },
  'people.resetPassword': {
    params: idParams,
    body: office.resetPassword,
    response: office.issuedPassword,
    key: true,
  },
  'people.createUnit': { body: office.createUnit, response: office.made, key: true },
  'people.changeUnit': { params: idParams, body: office.changeUnit, response: office.made },
  'people.createPosition': { body: office.createPosition, response: office.made, key: true },
  'people.changePosition': { params: idParams, body: office.changePosition, response: office.made },
  'people.openTasks': { params: idParams, query: z.strictObject(common.page), response: office.blindTasks },
  'absences.create': { body: office.createAbsence, response: office.made, key: true },
  'absences.delete': { params: idParams, response: nothing },
  'incidents.list': { query: office.incidentsQuery, response: office.incidents },
  'incidents.assign': { params: idParams, body: office.assign, response: office.repaired, key: true },
  'incidents.retry': { params: idParams, body: office.retry, response: office.repaired, key: true },

  'clock.advance': { body: office.advanceClock, response: office.clock, open: true },
  'clock.jump': { body: office.advanceClock, response: office.clock, open: true },
} as const satisfies Record<RouteName, RouteSchemas>;

export type Routes = typeof routes;
type Part<N extends RouteName, P extends string> = Routes[N] extends { readonly [K in P]: infer S }
  ? S extends z.ZodType
    ? z.infer<S>
    : undefined
  : undefined;

export type ParamsOf<N extends RouteName> = Part<N, 'params'>;
export type QueryOf<N extends RouteName> = Part<N, 'query'>;
export type BodyOf<N extends RouteName> = Part<N, 'body'>;
export type AnswerOf<N extends RouteName> = Part<N, 'response'>;
