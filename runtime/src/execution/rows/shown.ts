import { type CompiledRegulation, currentVersion, type Instance } from '@reglament/engine';
import type { Card } from '@reglament/regulation';
import type { NewDocument } from '../../deps.ts';
import type { Given } from './given.ts';

/** What lists show of the document; kept in task rows so that a page is one read. */
export interface Shown {
  readonly title: string;
  readonly number: string;
  readonly counterparty?: string;
  readonly price?: { readonly amount: number; readonly currency: 'RUB' };
  readonly urgent: boolean;
}

/** What lists show of a card; `number` is the project's until the document is registered. */
export function shownOfCard(
  compiled: CompiledRegulation,
  card: Card,
  number: string,
  instance?: Instance,
): Shown {
  const { documentKind, fields, urgency, rules } = compiled.regulation;
  const title = card[documentKind.titleField];
  const party =
    documentKind.counterpartyField === undefined ? undefined : card[documentKind.counterpartyField];
  const priceField = Object.keys(fields).find((id) => fields[id]?.type === 'money' && fields[id]?.required);
  const price = priceField === undefined ? undefined : card[priceField];
  const urgent =
    urgency !== undefined &&
    rules[urgency.rule] !== undefined &&
    compiled.rules[urgency.rule]!.test((fact) =>
      fact.startsWith('card.') ? card[fact.slice(5)] : undefined,
    );
  return {
    title: typeof title === 'string' ? title : '',
    number: instance?.registration?.number ?? number,
    ...(party !== undefined && typeof party === 'object' && 'inn' in party
      ? { counterparty: party.name }
      : {}),
    ...(price !== undefined && typeof price === 'object' && 'currency' in price ? { price } : {}),
    urgent,
  };
}

/** The counterparty's taxpayer number, by which its documents are found; empty where there is none. */
export function innOf({ regulation }: CompiledRegulation, card: Card | undefined): string {
  const { counterpartyField } = regulation.documentKind;
  const party = counterpartyField === undefined ? undefined : card?.[counterpartyField];
  return party !== undefined && typeof party === 'object' && 'inn' in party ? party.inn : '';
}

export function shownOf({ result, compiled }: Given, document: NewDocument | null): Shown {
  return shownOfCard(
    compiled,
    currentVersion(result.instance).card,
    document?.projectNumber ?? '',
    result.instance,
  );
}
