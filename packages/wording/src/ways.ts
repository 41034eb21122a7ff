import {
  type Alternative,
  branchEnd,
  type Outcome,
  type OutcomeTone,
  type Slug,
  type Stage,
  stageOf,
} from '@reglament/regulation';
import { plainTitle } from './marks.ts';
import { ruleNamed } from './rule.ts';
import { outcomeWays } from './transitions.ts';
import { stageCited, t, titled, type Words } from './words.ts';

/** Where each outcome of a stage leads, in the order of its outcomes. */
export function waySentences(words: Words, id: Slug, stage: Stage): readonly string[] {
  return outcomeWays(words.regulation, id).map(({ outcome, alternatives }) => {
    const [only] = alternatives;
    if (only === undefined) return t(words, 'way.nowhere', { outcome: outcomeTitle(words, outcome) });
    const subject = subjectOf(words, stage, outcome);
    if (alternatives.length > 1 || only.rule !== undefined)
      return t(words, 'way.cases', { subject, cases: casesOf(words, alternatives, outcome.tone).cases });
    if (only.to === branchEnd)
      return t(words, outcome.tone === 'return' ? 'way.branchRefused' : 'way.branchEnd', { subject });
    const to = withPolicy(words, destination(words, only.to), only, outcome.tone);
    const ends = stageOf(words.regulation, only.to)?.kind === 'end';
    return t(words, ends ? 'way.end' : outcome.tone === 'return' ? 'way.back' : 'way.on', { subject, to });
  });
}

/** Ordered alternatives as cases; `only` when there is one and no rule stands before it. */
export function casesOf(
  words: Words,
  alternatives: readonly Alternative[],
  tone: OutcomeTone,
): { readonly cases: string; readonly only?: string } {
  const cases = alternatives.map((one) => {
    const to = withPolicy(words, destination(words, one.to), one, tone);
    return one.rule === undefined
      ? t(words, 'way.otherwise', { to })
      : t(words, 'way.if', { rule: ruleNamed(words, one.rule), to });
  });
  const [first] = alternatives;
  return {
    cases: cases.join('; '),
    ...(first !== undefined && alternatives.length === 1 && first.rule === undefined
      ? { only: destination(words, first.to) }
      : {}),
  };
}

function destination(words: Words, to: Slug): string {
  if (to === branchEnd) return t(words, 'way.toBranchEnd');
  const ends = stageOf(words.regulation, to)?.kind === 'end';
  return t(words, ends ? 'way.toEnd' : 'way.toStage', { to: stageCited(words, to) });
}

/** Whom the next round asks, where that is not as the stages say. */
function withPolicy(words: Words, to: string, { policy = 'R1' }: Alternative, tone: OutcomeTone): string {
  if (policy === 'R1' || tone === 'annul') return to;
  return t(words, 'way.withPolicy', { to, policy: t(words, `policy.${policy}`) });
}

/** The document as an outcome leaves it. */
function subjectOf(words: Words, stage: Stage, outcome: Outcome): string {
  if (outcome.title !== undefined) return t(words, 'way.outcome', { outcome: titled(words, outcome.title) });
  switch (`${stage.kind} ${outcome.id}`) {
    case 'approval approved':
      return t(words, 'way.approved');
    case 'approval refused':
      return t(words, 'way.refused');
    case 'signing signed':
      return t(words, 'way.signed');
    case 'signing returned':
      return t(words, 'way.signingReturned');
    case 'signing annulled':
      return t(words, 'way.annulled');
    case 'registration registered':
      return t(words, 'way.registered');
    case 'registration returned':
      return t(words, 'way.registrationReturned');
    case 'acquaintance done':
      return t(words, 'way.acquainted');
    case 'wait elapsed':
      return t(words, 'way.elapsed');
    case 'parallel approved':
      return t(words, 'way.allApproved');
    case 'parallel refused':
      return t(words, 'way.someRefused');
    default:
      return t(words, 'way.outcome', { outcome: outcomeTitle(words, outcome) });
  }
}

function outcomeTitle(words: Words, { id, title }: Outcome): string {
  if (title !== undefined) return titled(words, title);
  const said = `outcomes.said.${id}`;
  return words.i18n.has(said) ? words.i18n.t(said) : plainTitle(id);
}
