import type { DocumentRow as DocumentAnswer } from '@reglament/api';
import { currentVersion, type Instance } from '@reglament/engine';
import type { Deps } from '../deps.ts';
import type { DocumentRow } from '../storage/collections.ts';
import { bothLanguages } from './outcomes.ts';
import { presentPerson } from './person.ts';
import { whoHasIt } from './position.ts';

/** How many desks a list names. */
const named = 4;

/** A document as lists show it: where it is, with whom and since when. */
export function presentDocument(
  row: DocumentRow,
  instance: Instance,
  deps: Pick<Deps, 'regulations' | 'directory' | 'clock'>,
): DocumentAnswer {
  const compiled = deps.regulations.compiled(row.organisation, row.regulation.id, row.regulation.version);
  const holders = whoHasIt(instance, compiled, deps.directory.current(), deps.clock.now());
  const open = Object.values(instance.visits).filter(
    (visit) => visit.status === 'open' && visit.kind !== 'parallel',
  );
  const stages = [...new Set(open.map((visit) => visit.stage))];
  return {
    id: row.id,
    title: row.title,
    number: row.registrationNumber ?? row.projectNumber,
    kindTitle: compiled.regulation.documentKind.title,
    author: presentPerson(row.authorPerson),
    ...(row.counterparty === undefined ? {} : { counterparty: row.counterparty }),
    state: row.state,
    stageTitles: stages.flatMap((id) => compiled.regulation.stages[id]?.title ?? []),
    with: holders
      .slice(0, named)
      .map(({ person, sinceMs, dueAtMs, overdue }) => ({ person, sinceMs, dueAtMs, overdue })),
    sentAtMs: row.sentAtMs,
    ...(row.endedAtMs === undefined ? {} : { endedAtMs: row.endedAtMs }),
    version: currentVersion(instance).no,
    round: instance.round,
  };
}

/** The same in a list, where nothing else says that a document has its number and is only being read. */
export function presentListed(
  row: DocumentRow,
  instance: Instance,
  deps: Pick<Deps, 'regulations' | 'directory' | 'clock'>,
): DocumentAnswer {
  const shown = presentDocument(row, instance, deps);
  if (row.registrationNumber === undefined || row.state !== 'running') return shown;
  const { ru, en } = bothLanguages();
  const titles = (locale: 'ru' | 'en') => shown.stageTitles.map((title) => title[locale]).join(', ');
  return {
    ...shown,
    stageTitles: [
      {
        ru: ru.t('documents.registeredAnd', { stages: titles('ru') }),
        en: en.t('documents.registeredAnd', { stages: titles('en') }),
      },
    ],
  };
}
