export * from './model/field.ts';
export * from './model/participant.ts';
export * from './model/regulation.ts';
export * from './model/rule.ts';
export * from './model/stage.ts';
export * from './model/term.ts';
export * from './model/transition.ts';
