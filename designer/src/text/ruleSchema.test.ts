import { regulationJsonSchema } from '@reglament/regulation';
import { expect, it } from 'vitest';
import { ruleSchema } from './ruleSchema.ts';

// Seen failing with the map of rules in place of one.
it('the schema of a rule has the keys of a rule, and the definitions they name', () => {
  const schema = ruleSchema(regulationJsonSchema());
  expect(Object.keys(schema['properties'] as object).sort()).toEqual(['title', 'when']);
  const named = [...JSON.stringify(schema).matchAll(/"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name!);
  const known = Object.keys(schema['$defs'] as object);
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});
