/**
 * What is wrong with a text as XML, or null: tags that do not pair, attributes that are not quoted or come twice, bare `&` and
 * `<`, characters that XML 1.0 forbids. A strict reader of the little that an SVG of ours holds.
 */
export function wellFormedProblem(xml: string): string | null {
  if (!xml.isWellFormed()) return 'half of a surrogate pair';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.exec(xml);
  if (forbidden !== null) return `a forbidden character at ${forbidden.index}`;
  const open: string[] = [];
  const token = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  let roots = 0;
  while (token.lastIndex < xml.length) {
    const from = token.lastIndex;
    const match = token.exec(xml);
    if (match === null) return `no tag and no text at ${from}: ${xml.slice(from, from + 40)}`;
    const [, closing, name = '', attributes = '', selfClosing, words] = match;
    const bare = /&(?!(amp|lt|gt|quot|#39);)/.exec(words ?? attributes);
    if (bare !== null) return `a bare ampersand after ${from}`;
    if (words !== undefined) {
      if (open.length === 0 && words.trim() !== '') return 'text outside of the root';
      if (words.includes(']]>')) return 'the end of a CDATA section in text';
      continue;
    }
    if (closing === '/') {
      if (open.pop() !== name) return `</${name}> closes nothing`;
      continue;
    }
    const names = [...attributes.matchAll(/([\w:-]+)="/g)].map(([, attribute]) => attribute);
    if (new Set(names).size !== names.length) return `an attribute twice in <${name}>`;
    if (open.length === 0) roots++;
    if (selfClosing !== '/') open.push(name);
  }
  if (open.length > 0) return `<${open.at(-1)}> is not closed`;
  return roots === 1 ? null : `${roots} roots`;
}
