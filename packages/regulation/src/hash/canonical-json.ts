/**
 * The one text of a JSON value: no spaces, keys in the order of their UTF-16 code units, numbers and strings as
 * `JSON.stringify` writes them. Keys whose value is undefined are left out. Pure.
 *
 * @throws TypeError on what is not JSON: a number that is not finite, a function, a symbol, a bigint, undefined in a list
 * @see RFC 8785, which this follows for well-formed text
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`canonicalJson: ${value} is not a JSON number`);
      return JSON.stringify(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? ofArray(value) : ofObject(value);
    default:
      throw new TypeError(`canonicalJson: a ${typeof value} is not a JSON value`);
  }
}

function ofArray(array: readonly unknown[]): string {
  let text = '[';
  for (let index = 0; index < array.length; index += 1) {
    if (index > 0) text += ',';
    text += canonicalJson(array[index]);
  }
  return `${text}]`;
}

function ofObject(object: object): string {
  let text = '{';
  const record = object as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(record).sort()) {
    const value = record[key];
    if (value === undefined) continue;
    if (text.length > 1) text += ',';
    text += `${JSON.stringify(key)}:${canonicalJson(value)}`;
  }
  return `${text}}`;
}
