import type { AnswerOf } from '@reglament/api';
import { type Directory, planRoute } from '@reglament/engine';
import type { Card, Regulation } from '@reglament/regulation';
import type { Deps } from '../../deps.ts';
import { checkCard, requiredFields } from '../../documents/cardCheck.ts';
import { presentRoute } from '../../documents/routePlan.ts';
import { Refused } from '../../http/refused.ts';
import type { DraftRow, RegulationVersionRow } from '../../storage/collections.ts';

/** What sending would refuse, by field (half-typed values first) or by whom the author chooses. Pure. */
export function missingFor(
  regulation: Regulation,
  card: Card,
  chosen: Readonly<Record<string, readonly string[]>>,
  directory: Directory,
): AnswerOf<'drafts.route'>['missing'] {
  const wrong = checkCard(card, regulation.fields, directory).map(({ field, code }) => ({
    field,
    code: 'FIELD_INVALID',
    reason: code,
  }));
  const fields = [...requiredFields(regulation)]
    .filter((field) => card[field] === undefined)
    .map((field) => ({ field, code: 'FIELD_REQUIRED' }));
  const participants = Object.entries(regulation.participants).flatMap(([participant, one]) => {
    const count = chosen[participant]?.length ?? 0;
    return one.type === 'chosen' && (count < one.min || count > one.max)
      ? [{ participant, code: 'CHOSEN_INVALID' }]
      : [];
  });
  return [...wrong, ...fields, ...participants];
}

/** The whole route with people and dates, as if the draft were sent now with this card. */
export function previewRoute(
  draft: DraftRow,
  version: RegulationVersionRow,
  card: Card,
  chosen: Readonly<Record<string, readonly string[]>>,
  deps: Deps,
): AnswerOf<'drafts.route'> {
  const directory = deps.directory.current();
  const compiled = deps.regulations.compiled(version.organisation, version.regulation, version.version);
  const position = directory.position(draft.position);
  const plan =
    position &&
    planRoute({
      regulation: compiled,
      directory,
      initiator: { employee: draft.author, position: position.id, unit: position.unit },
      organisation: draft.organisation,
      card,
      chosen,
      nowMs: deps.clock.now(),
    });
  if (!plan) throw new Refused('POSITION_UNKNOWN');
  const regulation = { id: version.regulation, version: version.version, title: version.title };
  return {
    plan: presentRoute(plan, { regulation, organisation: draft.organisation, directory }),
    missing: missingFor(compiled.regulation, card, chosen, directory),
  };
}
