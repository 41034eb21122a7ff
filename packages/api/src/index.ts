export * from './client.ts';
export * from './errors.ts';
export * from './paths.ts';
export * from './push.ts';
export { filePaths } from './resources/file.ts';
export type { AnswerOf, BodyOf, ParamsOf, QueryOf, Routes } from './routes.ts';
export type * from './types.ts';
