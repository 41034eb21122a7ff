export { type Acting, type Directory, DirectoryError, type RolePlace } from './directory/directory.ts';
export { indexDirectory } from './directory/index-directory.ts';
export { type Resolution, type ResolveScope, resolveParticipant } from './directory/resolve-participant.ts';
export * from './model/command.ts';
export * from './model/directory.ts';
export * from './model/event.ts';
export * from './model/instance.ts';
export * from './model/step.ts';
export {
  type CompiledRule,
  compileConditions,
  compileRules,
  type ReadFact,
  readPath,
} from './rules/compile-rules.ts';
