import type { Field } from '@reglament/regulation';
import { listed, listLines } from './lists.ts';
import type { Line, Wording } from './wording.ts';

/** What of a field of the card or of a form differs in meaning. */
export function fieldLines(before: Field, after: Field, { i18n, say }: Wording): readonly Line[] {
  const lines: Line[] = [];
  if (before.type !== after.type)
    lines.push({
      what: i18n.t('versions.what.type'),
      from: i18n.t(`methodologist.type.${before.type}`),
      to: i18n.t(`methodologist.type.${after.type}`),
    });
  const required = (field: Field) => i18n.t(field.required ? 'designer.yes' : 'designer.no');
  if (required(before) !== required(after))
    lines.push({ what: i18n.t('versions.what.required'), from: required(before), to: required(after) });
  const options = ({ optionOrder, options: map }: Field) =>
    listed(optionOrder, map, ({ title }) => say(title));
  const turned = listLines(options(before), options(after), {
    one: (title) => i18n.t('versions.what.option', { title }),
    added: i18n.t('versions.what.newOption'),
    removed: i18n.t('versions.what.goneOption'),
    order: i18n.t('versions.what.optionOrder'),
  });
  // What an option is called is no matter of meaning.
  const renamed = new Set(Object.values(after.options ?? {}).map(({ title }) => say(title)));
  return [
    ...lines,
    ...turned.filter(
      ({ from, to, what }) =>
        from === undefined ||
        to === undefined ||
        !renamed.has(to) ||
        what === i18n.t('versions.what.optionOrder'),
    ),
  ];
}
