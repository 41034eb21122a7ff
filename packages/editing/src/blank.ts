import { type Regulation, regulationFormat, type Slug, type Text } from '@reglament/regulation';
import { needSlug } from './work.ts';

export interface RegulationName {
  readonly id: Slug;
  readonly title: Text;
}

/**
 * A regulation in which nothing is drawn yet: a document kind and the one field its title is taken from. It is read and
 * printed as any other; lint says that its start names no stage until a first one is put. Pure.
 *
 * @throws EditRefused `id-wrong`
 */
export function blankRegulation({ id, title }: RegulationName): Regulation {
  needSlug(id);
  return {
    format: regulationFormat,
    id,
    needs: [],
    title,
    documentKind: {
      title: { ru: 'Документ', en: 'Document' },
      projectPrefix: 'П-',
      titleField: 'subject',
    },
    fields: { subject: { type: 'text', title: { ru: 'Заголовок', en: 'Title' }, required: true } },
    fieldOrder: ['subject'],
    participants: {},
    deadlines: {},
    legalTerms: {},
    registers: {},
    rules: {},
    readers: [],
    start: 'start',
    stages: {},
    stageOrder: [],
    transitions: {},
  };
}

/**
 * The same regulation under another id and title. Pure.
 *
 * @throws EditRefused `id-wrong`
 */
export function copyRegulation(regulation: Regulation, { id, title }: RegulationName): Regulation {
  needSlug(id);
  return { ...regulation, id, title };
}
