export { DATABASE } from './backup.ts';
export { openSqliteStore, type SqliteOptions, type SqliteStore } from './sqliteStore.ts';
export type { FaultPoint, WriteStats } from './writeQueue.ts';
