/** The zod schemas, for the server and for tests; the browser's client imports types only. */
export * as common from './resources/common.ts';
export * as designer from './resources/designer.ts';
export * as document from './resources/document.ts';
export * as office from './resources/office.ts';
export * as session from './resources/session.ts';
export * as task from './resources/task.ts';
export { type RouteSchemas, routes } from './routes.ts';
