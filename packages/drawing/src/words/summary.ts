import type { I18n, Locale } from '@reglament/i18n';
import {
  type Deadline,
  type Duration,
  participantsOf,
  type Regulation,
  type Stage,
  stageOf,
} from '@reglament/regulation';
import { deadlineIn } from './stage-facts.ts';

/** What happens by silence, by its gravest consequence. `onward`: a wait is over. */
export type SilenceKind = 'autoVisa' | 'escalation' | 'mark' | 'reminder' | 'onward' | 'none';

/** What a node says. Texts are empty where a stage has nothing to say: a choice has no term. */
export interface Summary {
  readonly name: string;
  /** One participant by its title, several by their number. */
  readonly who: string;
  /** «1 раб. день». */
  readonly term: string;
  readonly silence: { readonly kind: SilenceKind; readonly words: string };
  /** What is asked, when the stage has words of its own for it. */
  readonly ask?: string;
}

/** The words of a stage in the language of `i18n`; an unknown stage is named by its id. Pure. */
export function summaryOf(
  regulation: Regulation,
  stageId: string,
  i18n: I18n,
  locale: Locale = i18n.locale,
): Summary {
  const stage = stageOf(regulation, stageId);
  if (stage === undefined) return { name: stageId, who: '', term: '', silence: noSilence };
  const deadline = deadlineIn(regulation, stage);
  return {
    name: stage.title[locale],
    who: whoOf(regulation, stage, i18n, locale),
    term: deadline === undefined ? '' : shortTerm(deadline.term, i18n),
    silence: silenceOf(stage, deadline, i18n),
    ...(stage.ask === undefined ? {} : { ask: stage.ask[locale] }),
  };
}

const noSilence = { kind: 'none', words: '' } as const;

/** A term as short as a node needs it: «7 кал. дней», «тот же день». */
function shortTerm({ amount, unit }: Duration, i18n: I18n): string {
  return amount === 0 ? i18n.t('drawing.sameDay') : i18n.t(`drawing.term.${unit}`, { count: amount });
}

function whoOf(regulation: Regulation, stage: Stage, i18n: I18n, locale: Locale): string {
  const asked = participantsOf(stage);
  const [first] = asked;
  if (first === undefined) return '';
  if (asked.length > 1) return i18n.t('drawing.participants', { count: asked.length });
  return regulation.participants[first]?.title[locale] ?? first;
}

function silenceOf(stage: Stage, deadline: Deadline | undefined, i18n: I18n): Summary['silence'] {
  if (deadline === undefined) return noSilence;
  const done = new Set(deadline.onLapse.map((action) => action.do));
  const kind: Exclude<SilenceKind, 'none'> | undefined = done.has('autoVisa')
    ? 'autoVisa'
    : done.has('escalate')
      ? 'escalation'
      : done.has('mark')
        ? 'mark'
        : done.has('remind')
          ? 'reminder'
          : stage.kind === 'wait'
            ? 'onward'
            : undefined;
  return kind === undefined ? noSilence : { kind, words: i18n.t(`drawing.silence.${kind}`) };
}
