import { createI18n, type I18n, type Locale, loadLocale } from '@reglament/i18n';
import { addDesignerWords } from '@reglament/i18n/designer';
import { parseRegulation, type Regulation } from '@reglament/regulation';
import act from '../../../../regulations/municipal-act/regulation.json' with { type: 'json' };
import contract from '../../../../regulations/municipal-contract/regulation.json' with { type: 'json' };
import { type Clause, clausesOf } from '../clause.ts';
import { wordRegulation } from '../word-regulation.ts';

/** Words in a language, the wording's among them. */
export async function speak(locale: Locale): Promise<I18n> {
  addDesignerWords();
  await loadLocale(locale);
  return createI18n(locale);
}

function shipped(document: unknown): Regulation {
  const reading = parseRegulation(document);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.regulation;
}

export const shippedContract = shipped(contract);
export const shippedAct = shipped(act);

/** Every blank as a plain space, which is what a hand-written expectation has. */
export function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

/** The clause of a stage as its paragraphs. */
export function clauseOf(regulation: Regulation, i18n: I18n, stage: string): Clause {
  const found = clausesOf(wordRegulation(regulation, i18n)).filter((clause) => clause.stage === stage);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${stage} has ${found.length} clauses`);
  return only;
}

export function paragraphsOfStage(regulation: Regulation, i18n: I18n, stage: string): readonly string[] {
  const { number, text } = clauseOf(regulation, i18n, stage);
  return [number, ...plain(text).split('\n')];
}

/** Everything that is worded, as one text. */
export function wholeText(regulation: Regulation, i18n: I18n): string {
  const wording = wordRegulation(regulation, i18n);
  return plain([wording.title, ...clausesOf(wording).map(({ text }) => text)].join('\n'));
}
