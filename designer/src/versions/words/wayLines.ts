import type { TransitionDifference, WayDifference } from '@reglament/editing';
import {
  type Alternative,
  branchEnd,
  outcomesOf,
  type Regulation,
  type Slug,
  stageOf,
  type Transition,
} from '@reglament/regulation';
import { outcomeWords } from '../../document/outcomes.ts';
import { type Line, titleIn, valueLine, type Worded, type Wording, worded } from './wording.ts';

/** A transition that came, went, or leads otherwise now. */
export function wordTransition(difference: TransitionDifference, wording: Wording): Worded {
  const { a, b, i18n, say } = wording;
  const { before, after, ways, how } = difference;
  const now = after ?? before;
  if (!now) return worded(difference.id, [], wording);
  const [regulation, side] = after ? [b, 'b' as const] : [a, 'a' as const];
  const from = titleIn(regulation.stages, now.from, say);
  const outcome = outcomeIn(regulation, now, wording);
  const [only] = ways;
  if (how !== 'changed' && only && ways.length === 1) {
    const way = now.alternatives[only.alternative]!;
    const to = targetWords(way, side, wording);
    const sentence = i18n.t(how === 'added' ? 'versions.newWay' : 'versions.removedWay', { from, to });
    const told = [outcome, ...factsOf(way, now, only.alternative, side, wording)].join(', ');
    const line: Line = {
      what: i18n.t('versions.what.outcomeOfWay'),
      [how === 'added' ? 'to' : 'from']: told,
    };
    return worded(i18n.t('versions.way', { from, to }), [line], wording, `${sentence}: ${told}`);
  }
  const lines = [
    ...sourceLines(before, after, wording),
    ...ways.flatMap((way) => wayLines(way, difference, ways.length > 1, wording)),
    ...orderLines(difference, wording),
  ];
  const changed =
    only && ways.length === 1 && only.how === 'changed' ? now.alternatives[only.alternative] : undefined;
  const stays = changed && before?.alternatives[only?.alternative ?? '']?.to === changed.to;
  const head =
    changed && stays
      ? i18n.t('versions.way', { from, to: targetWords(changed, side, wording) })
      : i18n.t('versions.waysOf', { title: from, outcome });
  return worded(head, lines, wording);
}

function wayLines(
  { alternative, how }: WayDifference,
  { before, after }: TransitionDifference,
  several: boolean,
  wording: Wording,
): readonly Line[] {
  const { a, b, i18n, say } = wording;
  const [old, now] = [before?.alternatives[alternative], after?.alternatives[alternative]];
  const whole = (way: Alternative, transition: Transition, side: 'a' | 'b') =>
    [targetWords(way, side, wording), ...factsOf(way, transition, alternative, side, wording)].join(', ');
  if (how === 'added' && now && after)
    return [{ what: i18n.t('versions.what.newWay'), to: whole(now, after, 'b') }];
  if (how === 'removed' && old && before)
    return [{ what: i18n.t('versions.what.goneWay'), from: whole(old, before, 'a') }];
  if (!old || !now || !before || !after) return [];
  const lines: Line[] = [];
  if (old.to !== now.to)
    lines.push(
      valueLine(
        i18n.t('versions.what.target'),
        [targetWords(old, 'a', wording), old.to],
        [targetWords(now, 'b', wording), now.to],
        wording,
      ),
    );
  if (old.rule !== now.rule) {
    const words = (way: Alternative, regulation: Regulation) =>
      way.rule === undefined ? i18n.t('versions.unconditional') : titleIn(regulation.rules, way.rule, say);
    lines.push(
      valueLine(i18n.t('versions.what.rule'), [words(old, a), old.rule], [words(now, b), now.rule], wording),
    );
  }
  const policy = (way: Alternative) => i18n.t(`methodologist.policy.${way.policy ?? 'R1'}`);
  if (policy(old) !== policy(now))
    lines.push({ what: i18n.t('versions.what.policy'), from: policy(old), to: policy(now) });
  const cycle = (way: Alternative) => i18n.t(way.cycle ? 'designer.yes' : 'designer.no');
  if (cycle(old) !== cycle(now))
    lines.push({ what: i18n.t('versions.what.cycle'), from: cycle(old), to: cycle(now) });
  if (!several) return lines;
  const to = targetWords(now, 'b', wording);
  return lines.map((line) => ({ ...line, what: `→ ${to}: ${line.what}` }));
}

function orderLines({ before, after, reordered }: TransitionDifference, wording: Wording): readonly Line[] {
  if (!reordered || !before || !after) return [];
  const said = ({ order, alternatives }: Transition, side: 'a' | 'b') =>
    order.map((id) => (alternatives[id] ? targetWords(alternatives[id], side, wording) : id)).join(', ');
  const { t } = wording.i18n;
  return [{ what: t('versions.what.wayOrder'), from: said(before, 'a'), to: said(after, 'b') }];
}

/** The same transition out of another stage or outcome. */
function sourceLines(
  before: Transition | undefined,
  after: Transition | undefined,
  wording: Wording,
): readonly Line[] {
  if (!before || !after || (before.from === after.from && before.outcome === after.outcome)) return [];
  const { a, b, i18n, say } = wording;
  const words = (transition: Transition, regulation: Regulation) =>
    i18n.t('versions.waysOf', {
      title: titleIn(regulation.stages, transition.from, say),
      outcome: outcomeIn(regulation, transition, wording),
    });
  return [
    valueLine(
      i18n.t('versions.what.source'),
      [words(before, a), `${before.from}.${before.outcome}`],
      [words(after, b), `${after.from}.${after.outcome}`],
      wording,
    ),
  ];
}

/** The rule and the policy of a way, said of one that came or went. */
function factsOf(
  way: Alternative,
  transition: Transition,
  id: Slug,
  side: 'a' | 'b',
  wording: Wording,
): readonly string[] {
  const { i18n, say } = wording;
  const facts: string[] = [];
  if (way.rule !== undefined)
    facts.push(i18n.t('methodologist.when', { rule: titleIn(wording[side].rules, way.rule, say) }));
  else if (transition.order.length > 1 && transition.order.at(-1) === id)
    facts.push(i18n.t('methodologist.otherwise'));
  if (way.policy !== undefined) facts.push(i18n.t(`methodologist.policy.${way.policy}`));
  return facts;
}

export function targetWords({ to }: Alternative, side: 'a' | 'b', wording: Wording): string {
  if (to === branchEnd) return wording.i18n.t('methodologist.branchEnd');
  return titleIn(wording[side].stages, to, wording.say);
}

function outcomeIn(regulation: Regulation, { from, outcome }: Transition, { i18n, say }: Wording): string {
  const stage = stageOf(regulation, from);
  const known = stage && outcomesOf(stage).find(({ id }) => id === outcome);
  return known ? outcomeWords(known, i18n, say) : outcome;
}
