export { compileForEngine } from './compile-for-engine.ts';
export { type Acting, type Directory, DirectoryError, type RolePlace } from './directory/directory.ts';
export { indexDirectory } from './directory/index-directory.ts';
export { type Resolution, type ResolveScope, resolveParticipant } from './directory/resolve-participant.ts';
export { countingIds } from './driver/counting-ids.ts';
export { createDriver, type Driver, type DriverOptions } from './driver/driver.ts';
export { playScenario, type ScenarioResult } from './driver/play-scenario.ts';
export type { FailureCode, FailureParams, ScenarioFailure } from './driver/scenario-failure.ts';
export { EngineError, type EngineErrorCode } from './errors.ts';
export { type ChainCheck, chainStart, verifyChain } from './history/chain.ts';
export { evolve, fold } from './history/evolve.ts';
export * from './model/command.ts';
export * from './model/directory.ts';
export * from './model/event.ts';
export * from './model/instance.ts';
export * from './model/step.ts';
export { forecast, planRoute } from './plan/plan-route.ts';
export type {
  PersonStatus,
  PlannedPerson,
  PlannedStage,
  PlannedState,
  PlanWarning,
  RoutePlan,
} from './plan/route-plan.ts';
export { readFact } from './route/facts.ts';
export type { Place, Route, RouteValue } from './route/route.ts';
export {
  type CompiledRule,
  compileConditions,
  compileRules,
  type ReadFact,
  readPath,
} from './rules/compile-rules.ts';
export { approvalDecisions } from './stages/approval.ts';
export { stageReducers } from './stages/registry.ts';
export type { Progress, StageReducer, VisitStep } from './stages/stage-reducer.ts';
export { currentVersion, isSigned, openVisitOf } from './state.ts';
export { step } from './step.ts';
export { momentOf } from './timers/moments.ts';
export { type VisaMark, visaMarks } from './visa-marks.ts';
