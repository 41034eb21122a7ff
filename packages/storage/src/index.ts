export * from './change.ts';
export * from './collection.ts';
export * from './defineCollection.ts';
export * from './errors.ts';
export * from './feed.ts';
export * from './port.ts';
export * from './query.ts';
