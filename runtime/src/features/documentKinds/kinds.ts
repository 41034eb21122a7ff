import type { DocumentKindRow } from '@reglament/api';
import { participantsOf } from '@reglament/regulation';
import type { Deps } from '../../deps.ts';
import { presentFields } from '../../documents/fields.ts';
import type { RegulationVersionRow } from '../../storage/collections.ts';

/** A kind of document that may be started: its card, and whom the author chooses. */
export function presentKind(row: RegulationVersionRow, deps: Pick<Deps, 'regulations'>): DocumentKindRow {
  const { regulation } = deps.regulations.compiled(row.organisation, row.regulation, row.version);
  const choosers = Object.entries(regulation.participants).flatMap(([participant, one]) => {
    if (one.type !== 'chosen') return [];
    const stage = regulation.stageOrder.find((id) =>
      participantsOf(regulation.stages[id]!).includes(participant),
    );
    return [
      {
        participant,
        title: one.title,
        min: one.min,
        max: one.max,
        stageTitle: stage === undefined ? one.title : regulation.stages[stage]!.title,
      },
    ];
  });
  return {
    regulation: row.regulation,
    version: row.version,
    title: regulation.title,
    kindTitle: regulation.documentKind.title,
    fields: presentFields(regulation.fields, regulation.fieldOrder),
    choosers,
  };
}
