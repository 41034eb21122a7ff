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
  for (const key of sortedKeys(record)) {
    const value = record[key];
    if (value === undefined) continue;
    text += text.length > 1 ? `,${quoted(key)}${canonicalJson(value)}` : quoted(key) + canonicalJson(value);
  }
  return `${text}}`;
}

/** Keys in order; those of an object written here before mostly are already. */
function sortedKeys(record: object): string[] {
  const keys = Object.keys(record);
  for (let index = 1; index < keys.length; index += 1)
    if ((keys[index - 1] as string) > (keys[index] as string)) return keys.sort();
  return keys;
}

/** Every event of every commit is written through here, and its keys are always the same few. */
const known = new Map<string, string>();
const MOST_KNOWN = 2_000;

function quoted(key: string): string {
  let text = known.get(key);
  if (text === undefined) {
    text = `${JSON.stringify(key)}:`;
    if (known.size < MOST_KNOWN && key.length <= 40) known.set(key, text);
  }
  return text;
}
