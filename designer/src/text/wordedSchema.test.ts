import { createI18n, loadLocale } from '@reglament/i18n';
import { addDesignerWords } from '@reglament/i18n/designer';
import { regulationJsonSchema } from '@reglament/regulation';
import { beforeAll, describe, expect, it } from 'vitest';
import { keyWords, wordedSchema } from './wordedSchema.ts';

type Node = Record<string, unknown>;

/** Every key of the format with its schema. */
function* keysOf(value: unknown): Generator<[string, Node]> {
  if (typeof value !== 'object' || value === null) return;
  const { properties } = value as { properties?: Record<string, Node> };
  if (properties && !Array.isArray(value)) yield* Object.entries(properties);
  for (const each of Object.values(value)) yield* keysOf(each);
}

describe('the schema in words', () => {
  beforeAll(async () => {
    addDesignerWords();
    await loadLocale('ru');
    await loadLocale('en');
  });

  it.each(['ru', 'en'] as const)('says in %s what each key of the format is for', (locale) => {
    const i18n = createI18n(locale);
    const keys = new Set([...keysOf(regulationJsonSchema())].map(([key]) => key));
    expect(keys.size).toBeGreaterThan(60);
    expect([...keys].filter((key) => keyWords(key, '', i18n) === undefined)).toEqual([]);
  });

  it('tells keys of one name apart by the type of their values', () => {
    const i18n = createI18n('ru');
    expect(keyWords('position', 'object', i18n)).toContain('Место на схеме');
    expect(keyWords('position', 'string', i18n)).toContain('Код должности');
  });

  it('says what a value means', () => {
    const worded = wordedSchema(regulationJsonSchema(), createI18n('ru'));
    const kinds = [...keysOf(worded)]
      .filter(([key]) => key === 'kind')
      .map(([, node]) => node['description']);
    expect(kinds).toContain('Согласование. Визы одного или многих, сразу или по очереди.');
    const [, tone] = [...keysOf(worded)].find(([key]) => key === 'tone')!;
    expect(tone['enumDescriptions']).toEqual(['дальше', 'возврат', 'конец']);
  });

  it('keeps everything that the schema itself says', () => {
    const schema = regulationJsonSchema();
    const bare = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (key, each) =>
          key === 'description' || key === 'enumDescriptions' ? undefined : each,
        ),
      );
    // Where a value has words, the key's own schema stands in place of its reference.
    const worded = bare(wordedSchema(schema, createI18n('ru'))) as Node;
    expect(Object.keys(worded['properties'] as Node)).toEqual(Object.keys(schema['properties'] as Node));
    expect(worded['required']).toEqual(schema['required']);
    expect(Object.keys(worded['$defs'] as Node)).toEqual(Object.keys(schema['$defs'] as Node));
  });
});
