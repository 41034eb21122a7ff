import { createI18n, type I18n } from '@reglament/i18n';
import { type OutcomeTone, outcomesOf, type Regulation, type Text } from '@reglament/regulation';

/** A way a task can be decided, as a button. */
export interface OfferedOutcome {
  readonly id: string;
  readonly title: Text;
  readonly tone: OutcomeTone;
  readonly textRequired: boolean;
  readonly remarksAllowed: boolean;
  readonly signature: boolean;
}

let both: { readonly ru: I18n; readonly en: I18n } | undefined;
/** Words by key: the product knows a dozen outcomes, a regulation a few of its own. */
const known = new Map<string, Text>();
const mostKnown = 1_000;

/** Words for what is answered in both languages at once; English must have been loaded. */
export function bothLanguages(): { readonly ru: I18n; readonly en: I18n } {
  both ??= { ru: createI18n('ru'), en: createI18n('en') };
  return both;
}

/** The catalogue's word in both languages, or the id itself for a word that it does not have. */
function words(form: 'verb' | 'said', outcome: string): Text {
  const key = `outcomes.${form}.${outcome}`;
  const found = known.get(key);
  if (found) return found;
  const { ru, en } = bothLanguages();
  const text = ru.has(key) && en.has(key) ? { ru: ru.t(key), en: en.t(key) } : { ru: outcome, en: outcome };
  if (known.size < mostKnown) known.set(key, text);
  return text;
}

/** What a task of a stage may be decided as, in the order of the buttons. */
export function offeredOutcomes(regulation: Regulation, stageId: string): OfferedOutcome[] {
  const stage = regulation.stages[stageId];
  if (!stage) return [];
  if (stage.kind === 'approval') {
    const offer = (id: string, tone: OutcomeTone, textRequired: boolean, remarksAllowed = true) => ({
      id,
      title: words('verb', id),
      tone,
      textRequired,
      remarksAllowed,
      signature: false,
    });
    return [
      offer('approved', 'forward', false, false),
      offer('approvedWithRemarks', 'forward', false),
      offer('rejected', 'return', true),
    ];
  }
  return outcomesOf(stage).map(({ id, tone, title }) => ({
    id,
    title: title ?? words('verb', id),
    tone,
    textRequired: tone !== 'forward',
    remarksAllowed: tone === 'return',
    signature: stage.kind === 'signing' && id === 'signed',
  }));
}

/** How a decision is told afterwards. */
export function saidOutcome(regulation: Regulation, stageId: string, outcome: string): Text {
  const stage = regulation.stages[stageId];
  const own = stage === undefined ? undefined : outcomesOf(stage).find(({ id }) => id === outcome)?.title;
  return own ?? words('said', outcome);
}
