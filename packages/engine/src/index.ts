export * from './model/command.ts';
export * from './model/directory.ts';
export * from './model/event.ts';
export * from './model/instance.ts';
export * from './model/step.ts';
