import type { DifferenceKind, DifferingMap } from './difference.ts';

/** What of a part is for people only, beside its title. The same line is drawn by `meaningHash`. */
const texts: Readonly<Record<DifferingMap | 'documentKind', readonly string[]>> = {
  stages: ['title', 'ask', 'notes', 'evidence'],
  participants: ['title'],
  deadlines: ['title', 'evidence'],
  legalTerms: ['title', 'evidence'],
  registers: ['title'],
  rules: ['title'],
  fields: ['title', 'hint'],
  documentKind: ['title'],
};

/** Whether a setting of a part says how documents go, is only worded, or is only drawn. Pure. */
export function kindOfSetting(map: DifferingMap | 'documentKind', path: readonly string[]): DifferenceKind {
  const [head = ''] = path;
  if (texts[map].includes(head)) return 'text';
  if (map === 'fields') return isOptionTitle(path) ? 'text' : 'meaning';
  if (map !== 'stages') return 'meaning';
  if (head === 'position') return 'place';
  return head === 'settings' && isTextOfSettings(path.slice(1)) ? 'text' : 'meaning';
}

function isTextOfSettings([part, id, ...rest]: readonly string[]): boolean {
  if (id === undefined) return false;
  if (part === 'outcomes' || part === 'branches') return rest[0] === 'title';
  return part === 'form' && (texts.fields.includes(rest[0] ?? '') || isOptionTitle(rest));
}

/** `options/<id>/title`; an option that comes or goes is no matter of words. */
function isOptionTitle([options, , key]: readonly string[]): boolean {
  return options === 'options' && key === 'title';
}
