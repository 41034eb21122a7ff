import type { I18n } from '@reglament/i18n';
import { outcomesOf, parseFact, type Regulation, type Slug, stageOf, type Text } from '@reglament/regulation';
import { outcomeWords } from './outcomes.ts';

export interface Offered {
  readonly value: string;
  readonly label: string;
}

type Say = (text: Text) => string;

/** Facts of the document itself, beside its card and its stages. */
const ownFacts = [
  'initiator.unit',
  'initiator.post',
  'document.round',
  'document.version',
  'remarks.open',
] as const;

/** Every fact that a rule of this regulation may read, in words. Pure. */
export function factsOffered(regulation: Regulation, i18n: I18n, say: Say): readonly Offered[] {
  const names = [
    ...regulation.fieldOrder.filter((id) => regulation.fields[id]).map((id) => `card.${id}`),
    ...ownFacts,
    ...regulation.stageOrder.flatMap((id) => {
      const stage = stageOf(regulation, id);
      return stage && outcomesOf(stage).length > 0 ? [`stage.${id}.outcome`, `stage.${id}.visits`] : [];
    }),
  ];
  return names.map((value) => ({ value, label: factWords(regulation, value, i18n, say) }));
}

/** What a fact is called in a list of facts; an unknown one by its name. Pure. */
export function factWords(regulation: Regulation, name: string, i18n: I18n, say: Say): string {
  const fact = parseFact(name);
  switch (fact?.of) {
    case 'card': {
      const field = titleOf(regulation.fields, fact.field, say);
      return i18n.t('designer.factCard', { field });
    }
    case 'outcome':
      return i18n.t('designer.factOutcome', { stage: titleOf(regulation.stages, fact.stage, say) });
    case 'visits':
      return i18n.t('designer.factVisits', { stage: titleOf(regulation.stages, fact.stage, say) });
    case 'count':
    case 'code':
      return i18n.t(`designer.facts.${fact.name}`);
    case undefined:
      return name;
  }
}

/** The values that a fact may have, where they are a closed list: options of a choice, outcomes of a stage. Pure. */
export function optionsOf(
  regulation: Regulation,
  name: string,
  i18n: I18n,
  say: Say,
): readonly Offered[] | null {
  const fact = parseFact(name);
  if (fact?.of === 'card') {
    const field = regulation.fields[fact.field];
    if (field?.type !== 'choice') return null;
    return (field.optionOrder ?? []).map((value) => ({
      value,
      label: say(field.options?.[value]?.title ?? { ru: value, en: value }),
    }));
  }
  if (fact?.of !== 'outcome') return null;
  const stage = stageOf(regulation, fact.stage);
  return stage
    ? outcomesOf(stage).map((outcome) => ({ value: outcome.id, label: outcomeWords(outcome, i18n, say) }))
    : null;
}

function titleOf(map: Readonly<Record<Slug, { readonly title: Text }>>, id: Slug, say: Say): string {
  const part = Object.hasOwn(map, id) ? map[id] : undefined;
  return part ? say(part.title) : id;
}
