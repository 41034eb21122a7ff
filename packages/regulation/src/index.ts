export { type Compilation, compile } from './compile/compile.ts';
export type { MachineJson, StateJson, StateMeta, TransitionJson } from './compile/machine-json.ts';
export { machineModule } from './compile/machine-module.ts';
export { membershipOperators, operatorsFor, presenceOperators, typeOfFact } from './graph/fact-types.ts';
export { type Fact, factsOf, fieldsReadBy, parseFact, testsOf } from './graph/facts.ts';
export { branchesOf, isReturn, opensRound, stageOf, stagesBefore } from './graph/route.ts';
export { canonicalJson } from './hash/canonical-json.ts';
export { fileHash, meaningHash } from './hash/regulation-hash.ts';
export { sha256Hex } from './hash/sha256.ts';
export { lint } from './lint/lint.ts';
export { elementAt, type Problem, type ProblemElement, problem } from './lint/problem.ts';
export { type ProblemCode, problemTexts } from './lint/texts.ts';
export { wordProblem } from './lint/word-problem.ts';
export {
  type Card,
  type CardValue,
  type Field,
  type FieldType,
  fieldSchema,
  fieldTypes,
  type Money,
  type Party,
} from './model/field.ts';
export { type Note, noteBounds } from './model/note.ts';
export { type Participant, participantSchema, type RoleScope } from './model/participant.ts';
export {
  type DocumentKind,
  type Evidence,
  knownNeeds,
  type Register,
  type Regulation,
  regulationFormat,
  regulationSchema,
  type Slug,
  type Text,
  type Urgency,
} from './model/regulation.ts';
export { namedRoles, roleTitle } from './model/role-title.ts';
export {
  isPlainDate,
  type RuleConditions,
  type RuleNode,
  type RuleOperator,
  type RuleTest,
  type RuleValue,
  ruleConditionsSchema,
  ruleOperators,
} from './model/rule.ts';
export type { CastMember, LocalMoment, Must, Scenario, ScenarioStep } from './model/scenario.ts';
export { scenarioSchema } from './model/scenario-schema.ts';
export {
  type AcquaintanceSettings,
  type Again,
  type ApprovalSettings,
  type ApprovalStep,
  type Branch,
  type ChoiceSettings,
  type Edits,
  type EndSettings,
  type Nature,
  type OutcomeTone,
  type ParallelSettings,
  type RegistrationSettings,
  type SettingsOf,
  type SigningSettings,
  type Stage,
  type StageKind,
  type StageOf,
  stageKinds,
  type TaskOutcome,
  type TaskSettings,
  type WaitSettings,
} from './model/stage.ts';
export {
  type Deadline,
  type Duration,
  deadlineSchema,
  durationSchema,
  type LapseAction,
  type LegalTerm,
  type TermUnit,
} from './model/term.ts';
export { type Alternative, branchEnd, type ReturnPolicy, type Transition } from './model/transition.ts';
export { isSlug, slugSchema, textSchema } from './model/words.ts';
export { defaults, omitDefaults } from './read/canonical-form.ts';
export { depthLimit, type JsonReading, readJson, textLimit } from './read/json-reader.ts';
export { regulationJsonSchema } from './read/json-schema.ts';
export { parseRegulation, type RegulationReading, readRegulation } from './read/parse-regulation.ts';
export { parseScenario, readScenario, type ScenarioReading } from './read/parse-scenario.ts';
export { printPart, printRegulation } from './read/print-regulation.ts';
export {
  compileStage,
  deadlineOf,
  mayBeKept,
  outcomesOf,
  participantsOf,
  stageModels,
} from './stages/registry.ts';
export type { DefaultNames, Outcome, StageModel } from './stages/stage-model.ts';
export { stageSchema } from './stages/stage-schema.ts';
