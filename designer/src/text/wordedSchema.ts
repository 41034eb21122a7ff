import type { I18n } from '@reglament/i18n';
import type { StageKind } from '@reglament/regulation';

type Json = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema of the format with words in the reader's language: what a key is for, and what a value means. The
 * schema itself has none; they are shown on hover and beside completions. Pure.
 */
export function wordedSchema(schema: Json, i18n: I18n): Json {
  const definitions = isObject(schema['$defs']) ? schema['$defs'] : {};
  const resolved = (node: Json): Json => {
    const name = typeof node['$ref'] === 'string' ? node['$ref'].split('/').at(-1) : undefined;
    const target = name === undefined ? undefined : definitions[name];
    return isObject(target) ? resolved(target) : node;
  };
  const ofProperty = (key: string, node: Json): Json => {
    const whole = resolved(node);
    const type = typeof whole['type'] === 'string' ? whole['type'] : '';
    const words = keyWords(key, type, i18n);
    const about = words === undefined ? {} : { description: words };
    // Which operators fit hangs on the fact: those are offered by the document, with words, beside a schema's bare list.
    if (key === 'operator') return { type: 'string', ...about };
    if (Array.isArray(whole['enum']))
      return {
        ...walk(whole),
        ...about,
        enumDescriptions: whole['enum'].map((value) => valueWords(key, value, i18n) ?? ''),
      };
    if ('const' in whole) {
      const meaning = valueWords(key, whole['const'], i18n);
      return { ...walk(whole), ...about, ...(meaning !== undefined && { description: meaning }) };
    }
    return { ...walk(node), ...about };
  };
  const walk = (node: Json): Json =>
    Object.fromEntries(
      Object.entries(node).map(([name, value]) => {
        if (name === 'properties' && isObject(value))
          return [
            name,
            Object.fromEntries(
              Object.entries(value).map(([key, each]) => [
                key,
                isObject(each) ? ofProperty(key, each) : each,
              ]),
            ),
          ];
        return [name, walked(value)];
      }),
    );
  const walked = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(walked) : isObject(value) ? walk(value) : value;
  return walk(schema);
}

/** What a key is for. A name that means two things is told apart by the type of its value. */
export function keyWords(key: string, type: string, i18n: I18n): string | undefined {
  for (const name of [`designer.text.key.${key}.${type}`, `designer.text.key.${key}`])
    if (i18n.has(name)) return i18n.t(name);
  return undefined;
}

/** Where the words of a value stand, by its key: they are those of the properties. */
const wordsOfValues: Readonly<Record<string, readonly string[]>> = {
  tone: ['designer.tones'],
  shift: ['designer.shifts'],
  do: ['designer.lapse'],
  scope: ['designer.scope'],
  as: ['designer'],
  again: ['methodologist.again'],
  policy: ['methodologist.policy'],
  tag: ['methodologist.tag'],
  type: ['designer.participant', 'methodologist.type'],
};

function valueWords(key: string, value: unknown, i18n: I18n): string | undefined {
  const name = String(value);
  if (key === 'kind' && i18n.has(`designer.kind.${name}`))
    return `${i18n.t(`designer.kind.${name as StageKind}`)}. ${i18n.t(`designer.kindHint.${name as StageKind}`)}.`;
  if (key === 'unit' && i18n.has(`designer.unit.${name}`))
    return i18n.t(`designer.unit.${name as 'months'}`, { count: 5 });
  if (key === 'mode') return i18n.t(name === 'parallel' ? 'designer.allAtOnce' : 'designer.inTurn');
  if (key === 'visas') return i18n.t(name === 'askedAgain' ? 'designer.visasAsked' : 'designer.visasKept');
  for (const group of wordsOfValues[key] ?? []) {
    const at = `${group}.${name}`;
    if (i18n.has(at)) return i18n.t(at);
  }
  return undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
