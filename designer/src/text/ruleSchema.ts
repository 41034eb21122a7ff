type Json = Readonly<Record<string, unknown>>;

/** The schema of one rule, out of that of the whole format, whose definitions it goes on using. Pure. */
export function ruleSchema(schema: Json): Json {
  const definitions = inside(schema, '$defs');
  const resolved = (node: Json): Json => {
    const name = typeof node['$ref'] === 'string' ? node['$ref'].split('/').at(-1) : undefined;
    return name === undefined ? node : resolved(inside(definitions, name));
  };
  const rules = resolved(inside(inside(schema, 'properties'), 'rules'));
  return { ...resolved(inside(rules, 'additionalProperties')), $defs: definitions };
}

function inside(node: Json, key: string): Json {
  const value = node[key];
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
