import { summaryOf } from '@reglament/drawing';
import type { I18n } from '@reglament/i18n';
import { type Regulation, type Slug, stageOf, type Text } from '@reglament/regulation';
import { noteAt } from '../document/keys.ts';
import { outcomesWithWays, outcomeWords } from '../document/outcomes.ts';

/** A stage in one sentence: kind, name, who, term, and where each outcome leads. What a screen reader hears of a node. Pure. */
export function stageSentence(
  regulation: Regulation,
  id: Slug,
  i18n: I18n,
  say: (text: Text) => string,
): string {
  const stage = stageOf(regulation, id);
  if (!stage) return id;
  return [
    stageInWords(regulation, id, i18n, say),
    ...waysInWords(regulation, id, i18n, say),
    ...(stage.notes ? [say(stage.notes)] : []),
  ].join('; ');
}

/** What a screen reader hears of a stage or a note where the keyboard comes to it. Pure. */
export function sentenceOf(
  regulation: Regulation,
  key: string,
  i18n: I18n,
  say: (text: Text) => string,
): string {
  const note = noteAt(regulation, key);
  return note
    ? i18n.t('designer.noteSentence', { words: say(note.text) })
    : stageSentence(regulation, key, i18n, say);
}

/** A stage without where it leads: «согласование: Виза; Юрист; 1 раб. день; при молчании эскалация». Pure. */
export function stageInWords(
  regulation: Regulation,
  id: Slug,
  i18n: I18n,
  say: (text: Text) => string,
): string {
  const stage = stageOf(regulation, id);
  if (!stage) return id;
  const kind = i18n.t(`methodologist.kind.${stage.kind}`);
  return [`${kind}: ${say(stage.title)}`, ...factsOfStage(regulation, id, i18n)].join('; ');
}

/** Who is asked, how long, what silence does. Pure. */
export function factsOfStage(regulation: Regulation, id: Slug, i18n: I18n): readonly string[] {
  const { who, term, silence } = summaryOf(regulation, id, i18n);
  const onSilence = silence.kind === 'none' ? '' : i18n.t('designer.onSilence', { words: silence.words });
  return [who, term, onSilence].filter((words) => words !== '');
}

/** Each outcome with where it leads: «согласовано — «Подписание»», «отклонено никуда не ведёт». Pure. */
export function waysInWords(
  regulation: Regulation,
  id: Slug,
  i18n: I18n,
  say: (text: Text) => string,
): readonly string[] {
  return outcomesWithWays(regulation, id).flatMap((outcome) => {
    const { transition } = outcome;
    const one = transition === undefined ? undefined : regulation.transitions[transition];
    if (transition === undefined || !one)
      return [i18n.t('designer.leadsNowhere', { outcome: outcomeWords(outcome, i18n, say) })];
    return one.order.map((key) => wayInWords(regulation, transition, key, i18n, say).words);
  });
}

/** One way: outcome, rule or «иначе», and where it leads, with the name of the stage that it leaves. Pure. */
export function wayInWords(
  regulation: Regulation,
  transition: Slug,
  alternative: Slug,
  i18n: I18n,
  say: (text: Text) => string,
): { readonly words: string; readonly from: string } {
  const one = regulation.transitions[transition];
  const way = one?.alternatives[alternative];
  if (!one || !way) return { words: '', from: '' };
  const source = stageOf(regulation, one.from);
  const outcome = outcomesWithWays(regulation, one.from).find(({ id }) => id === one.outcome);
  const name = outcome ? outcomeWords(outcome, i18n, say) : one.outcome;
  const target = stageOf(regulation, way.to);
  const rule = way.rule === undefined ? undefined : regulation.rules[way.rule];
  const to = target ? say(target.title) : i18n.t('methodologist.branchEnd');
  const when = rule
    ? i18n.t('methodologist.when', { rule: say(rule.title) })
    : one.order.length > 1 && alternative === one.order.at(-1)
      ? i18n.t('methodologist.otherwise')
      : '';
  return {
    words: i18n.t('designer.leadsTo', { outcome: [name, when].filter(Boolean).join(', '), to }),
    from: source ? say(source.title) : one.from,
  };
}
