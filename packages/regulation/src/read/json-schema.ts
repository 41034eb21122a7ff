import { z } from 'zod';
import { regulationSchema } from '../model/regulation.ts';

/** The JSON Schema (draft 2020-12) of a regulation, for editors; the validators check more than a schema can say. */
export function regulationJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(regulationSchema, { reused: 'ref' });
  return { $schema, title: 'reglament/1', ...schema };
}
