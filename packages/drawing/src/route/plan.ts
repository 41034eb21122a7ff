import type { I18n } from '@reglament/i18n';
import {
  type Alternative,
  branchEnd,
  branchesOf,
  outcomesOf,
  type Regulation,
  type Slug,
  type Stage,
  stageOf,
} from '@reglament/regulation';
import { isRework, leadsBack } from '../place/forward.ts';
import { homesOf } from '../place/homes.ts';
import { type EdgeKind, type EdgeTone, startMark } from './edge.ts';

/** A line that has to be drawn, before it has a way. */
export interface Plan {
  readonly id: string;
  readonly kind: EdgeKind;
  readonly transition?: Slug;
  readonly alternative?: Slug;
  readonly branch?: Slug;
  readonly from: string;
  readonly to: string;
  readonly tone: EdgeTone;
  readonly number?: number;
  readonly words: string;
  /** What of it stands beside the line; empty where nothing does. */
  readonly caption: string;
  readonly isReturn: boolean;
  /** May become a stub when its line would cross others. */
  readonly mayBeStub: boolean;
  readonly broken: boolean;
  /** The way past a branch whose rule does not hold. */
  readonly skips: boolean;
  /** The plan whose line this one follows. */
  readonly along?: string;
}

/** Every line of a regulation's drawing, in the order of the document. Without `i18n` they say nothing. Pure. */
export function plansOf(regulation: Regulation, i18n: I18n | undefined): readonly Plan[] {
  const plans: Plan[] = [];
  if (
    stageOf(regulation, regulation.start) !== undefined &&
    homesOf(regulation).of(regulation.start) === undefined
  ) {
    plans.push({ ...plain, id: startMark, kind: 'start', from: startMark, to: regulation.start });
  }
  const bySource = Map.groupBy(
    Object.keys(regulation.transitions).sort(),
    (id) => regulation.transitions[id]!.from,
  );
  for (const id of homesOf(regulation).all) {
    const stage = stageOf(regulation, id)!;
    plans.push(...branchPlans(regulation, id, stage, i18n));
    plans.push(...wayPlans(regulation, id, stage, bySource.get(id) ?? [], i18n));
  }
  return plans;
}

const plain = {
  tone: 'main',
  words: '',
  caption: '',
  isReturn: false,
  mayBeStub: false,
  broken: false,
  skips: false,
} as const;

/** From a block's fork to the first stage of each branch, and past a branch that has a rule. */
function branchPlans(
  regulation: Regulation,
  id: Slug,
  block: Stage,
  i18n: I18n | undefined,
): readonly Plan[] {
  const homes = homesOf(regulation);
  return branchesOf(block).flatMap(([branch, { when, first }]): Plan[] => {
    const home = homes.of(first);
    const broken = home?.block !== id || home.branch !== branch;
    const base = { ...plain, kind: 'branch', branch, from: id } as const;
    const enter: Plan = { ...base, id: `${id}.${branch}`, to: first, broken };
    if (when === undefined) return [enter];
    const rule = ruleWords(regulation, when, i18n);
    const otherwise = i18n?.t('methodologist.otherwise') ?? '';
    return [
      { ...enter, number: 1, words: rule, caption: rule },
      {
        ...base,
        id: `${id}.${branch}.skip`,
        to: id,
        tone: 'other',
        number: 2,
        words: otherwise,
        caption: otherwise,
        skips: true,
      },
    ];
  });
}

function wayPlans(
  regulation: Regulation,
  id: Slug,
  stage: Stage,
  transitions: readonly Slug[],
  i18n: I18n | undefined,
): readonly Plan[] {
  const outcomes = outcomesOf(stage);
  const place = (transition: Slug) => {
    const at = outcomes.findIndex((one) => one.id === regulation.transitions[transition]!.outcome);
    return at < 0 ? outcomes.length : at;
  };
  const ordered = transitions.toSorted((a, b) => place(a) - place(b));
  const targets = new Set(
    transitions.flatMap((transition) =>
      Object.values(regulation.transitions[transition]!.alternatives).map(({ to }) => to),
    ),
  );
  const ruled = ordered.filter((transition) => regulation.transitions[transition]!.order.length > 1);
  const plans = ordered.flatMap((transition) => {
    const { outcome, alternatives, order } = regulation.transitions[transition]!;
    const said = outcomeWords(stage, outcome, i18n);
    // The rule alone, while no other outcome has rules with which it could be confused.
    const ruleSays = outcomes.find((one) => one.id === outcome)?.tone === 'forward' && ruled.length === 1;
    return order.flatMap((alternative, index): Plan[] => {
      const way = alternatives[alternative];
      if (way === undefined) return [];
      const several = order.length > 1;
      const rule = several ? ruleWords(regulation, way.rule, i18n) : '';
      const words = rule === '' || said === '' ? rule || said : under(said, rule, i18n);
      const caption = several && ruleSays ? rule : several || targets.size > 1 ? words : '';
      const number = several ? { number: index + 1 } : {};
      return [{ ...wayPlan(regulation, id, stage, transition, alternative, way), words, caption, ...number }];
    });
  });
  return bundled(plans, i18n);
}

function wayPlan(
  regulation: Regulation,
  from: Slug,
  stage: Stage,
  transition: Slug,
  alternative: Slug,
  way: Alternative,
): Omit<Plan, 'words' | 'caption'> {
  const { outcome, alternatives } = regulation.transitions[transition]!;
  const base = { id: `${transition}.${alternative}`, transition, alternative, from, skips: false } as const;
  const tone = outcomesOf(stage).find((one) => one.id === outcome)?.tone;
  if (way.to === branchEnd) {
    const home = homesOf(regulation).of(from);
    const aside =
      tone !== 'forward' ||
      (stage.kind === 'choice' && Object.values(alternatives).some(({ to }) => to !== branchEnd));
    return {
      ...base,
      kind: 'join',
      ...(home === undefined ? {} : { branch: home.branch }),
      to: home?.block ?? way.to,
      tone: aside ? 'other' : toneOf(stage),
      isReturn: false,
      mayBeStub: false,
      broken: home === undefined,
    };
  }
  const target = stageOf(regulation, way.to);
  const backwards = leadsBack(regulation, transition, alternative) || way.cycle === true;
  const intoRework = isRework(regulation, way.to) && !isRework(regulation, from);
  const annuls = tone === 'annul' || (target?.kind === 'end' && target.settings.as === 'annulled');
  const aside = tone === undefined || tone === 'return' || annuls || intoRework;
  return {
    ...base,
    kind: 'transition',
    to: way.to,
    tone: aside ? 'other' : toneOf(stage),
    isReturn: target !== undefined && (backwards || intoRework || tone === 'return'),
    mayBeStub: aside || backwards,
    broken: target === undefined,
  };
}

function toneOf(stage: Stage): EdgeTone {
  return stage.kind === 'wait' ? 'lapse' : 'main';
}

/** Outcomes of one stage that lead to one target run along one line, which says them all. */
function bundled(plans: readonly Plan[], i18n: I18n | undefined): readonly Plan[] {
  const leaders = new Map<string, Plan>();
  const followers = new Map<string, Plan[]>();
  for (const plan of plans) {
    if (plan.number !== undefined || plan.broken) continue;
    const leader = leaders.get(plan.to);
    if (leader === undefined) leaders.set(plan.to, plan);
    else followers.set(leader.id, [...(followers.get(leader.id) ?? []), plan]);
  }
  return plans.map((plan) => {
    const leader = plan.number === undefined ? leaders.get(plan.to) : undefined;
    if (leader === undefined || plan.broken) return plan;
    if (leader !== plan) return { ...plan, along: leader.id, caption: '' };
    const words = [plan, ...(followers.get(plan.id) ?? [])].map((one) => one.words);
    const together = words.reduce((one, other) => i18n?.t('drawing.together', { one, other }) ?? '');
    return { ...plan, words: together, caption: plan.caption === '' ? '' : together };
  });
}

function under(outcome: string, rule: string, i18n: I18n | undefined): string {
  return i18n?.t('drawing.outcomeUnder', { outcome, rule }) ?? '';
}

function outcomeWords(stage: Stage, outcome: Slug, i18n: I18n | undefined): string {
  if (i18n === undefined || stage.kind === 'choice') return '';
  const title = outcomesOf(stage).find((one) => one.id === outcome)?.title;
  const said = `outcomes.said.${outcome}`;
  return lowered(title?.[i18n.locale] ?? (i18n.has(said) ? i18n.t(said) : outcome));
}

/** The title of an alternative's rule; «иначе» without one. */
function ruleWords(regulation: Regulation, rule: Slug | undefined, i18n: I18n | undefined): string {
  if (i18n === undefined) return '';
  if (rule === undefined) return i18n.t('methodologist.otherwise');
  return lowered(regulation.rules[rule]?.title[i18n.locale] ?? rule);
}

/** A title inside a picture begins small, unless it is an abbreviation. */
function lowered(title: string): string {
  const [first = '', second = ''] = title;
  return second === second.toUpperCase() && second !== second.toLowerCase()
    ? title
    : first.toLowerCase() + title.slice(first.length);
}
