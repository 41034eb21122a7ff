import { routeOf } from '../graph/route.ts';
import type { Regulation } from '../model/regulation.ts';
import type { LintRule } from './lint-rule.ts';
import type { Problem } from './problem.ts';
import { alternativeUnreachable } from './rules/alternative-unreachable.ts';
import { autoVisaForbidden } from './rules/auto-visa-forbidden.ts';
import { blockInItself } from './rules/block-in-itself.ts';
import { branchLeft } from './rules/branch-left.ts';
import { branchUnknown } from './rules/branch-unknown.ts';
import { cardSlotType } from './rules/card-slot-type.ts';
import { choiceOfOne } from './rules/choice-of-one.ts';
import { chosenRange } from './rules/chosen-range.ts';
import { cycleUnmarked } from './rules/cycle-unmarked.ts';
import { cycleWithoutWait } from './rules/cycle-without-wait.ts';
import { deadlineUnknown } from './rules/deadline-unknown.ts';
import { documentKindFields } from './rules/document-kind-fields.ts';
import { editAfterRule } from './rules/edit-after-rule.ts';
import { elseMissing } from './rules/else-missing.ts';
import { endInBranch } from './rules/end-in-branch.ts';
import { factUnknown } from './rules/fact-unknown.ts';
import { fieldUnknown } from './rules/field-unknown.ts';
import { lateWithoutAutoVisa } from './rules/late-without-auto-visa.ts';
import { noWayToEnd } from './rules/no-way-to-end.ts';
import { numberTemplate } from './rules/number-template.ts';
import { operatorMisfit } from './rules/operator-misfit.ts';
import { outcomeLeadsNowhere } from './rules/outcome-leads-nowhere.ts';
import { outcomeUnknown } from './rules/outcome-unknown.ts';
import { participantUnknown } from './rules/participant-unknown.ts';
import { policyWithoutReturn } from './rules/policy-without-return.ts';
import { refusalLeadsForward } from './rules/refusal-leads-forward.ts';
import { registerUnknown } from './rules/register-unknown.ts';
import { ruleReadsOptional } from './rules/rule-reads-optional.ts';
import { ruleUnknown } from './rules/rule-unknown.ts';
import { stageSettings } from './rules/stage-settings.ts';
import { stageUnknown } from './rules/stage-unknown.ts';
import { stageUnreachable } from './rules/stage-unreachable.ts';
import { startInBranch } from './rules/start-in-branch.ts';
import { termMissing } from './rules/term-missing.ts';
import { transitionTwice } from './rules/transition-twice.ts';

/** In the order in which problems are reported: names first, since a wrong name causes others. */
const rules: readonly LintRule[] = [
  stageUnknown,
  participantUnknown,
  deadlineUnknown,
  ruleUnknown,
  fieldUnknown,
  factUnknown,
  registerUnknown,
  branchUnknown,
  outcomeUnknown,
  documentKindFields,
  cardSlotType,
  chosenRange,
  numberTemplate,
  termMissing,
  stageSettings,
  startInBranch,
  blockInItself,
  endInBranch,
  branchLeft,
  transitionTwice,
  outcomeLeadsNowhere,
  elseMissing,
  choiceOfOne,
  alternativeUnreachable,
  stageUnreachable,
  noWayToEnd,
  cycleWithoutWait,
  cycleUnmarked,
  policyWithoutReturn,
  refusalLeadsForward,
  autoVisaForbidden,
  lateWithoutAutoVisa,
  operatorMisfit,
  ruleReadsOptional,
  editAfterRule,
];

/**
 * What is wrong with a parsed regulation, errors and warnings as data. A regulation with an error is not published. Pure;
 * never throws on a regulation that `parseRegulation` gave.
 */
export function lint(regulation: Regulation): readonly Problem[] {
  const route = routeOf(regulation);
  return rules.flatMap((rule) => [...rule(regulation, route)]);
}
