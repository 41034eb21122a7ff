import type { Regulation } from '../model/regulation.ts';
import { omitDefaults } from './canonical-form.ts';

/** The longest line that a small object or list is written on. */
const lineWidth = 120;

/**
 * The canonical text of a regulation: defaults left out, keys sorted (in a text `ru` goes before `en`), two spaces a
 * level, small objects and lists on one line, each entry of a map of the document on lines of its own, a line end at the
 * end. `readRegulation(printRegulation(r))` gives `r` in canonical form. Pure.
 */
export function printRegulation(regulation: Regulation): string {
  return `${printValue(omitDefaults(regulation), 0, 0, lineWidth)}\n`;
}

/**
 * One part of a regulation alone, a rule for example, written as `printRegulation` writes it. Pure.
 *
 * @param width - the longest line that a small object or list is written on, in characters
 */
export function printPart(part: object, width: number): string {
  return `${printValue(part, 0, 0, width)}\n`;
}

function printValue(value: unknown, level: number, used: number, width: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // The document and its maps are always spread, so that two people's new entries meet in no line.
  const spread = level < 2 && !Array.isArray(value) && Object.keys(value).length > 0 && !isText(value);
  if (!spread) {
    const line = oneLine(value);
    if (used + line.length <= width) return line;
  }
  const indent = '  '.repeat(level + 1);
  const close = '  '.repeat(level);
  if (Array.isArray(value)) {
    const items = value.map((item) => indent + printValue(item, level + 1, indent.length + 1, width));
    return `[\n${items.join(',\n')}\n${close}]`;
  }
  const entries = entriesOf(value).map(([key, item]) => {
    const head = `${indent}${JSON.stringify(key)}: `;
    return head + printValue(item, level + 1, head.length + 1, width);
  });
  return `{\n${entries.join(',\n')}\n${close}}`;
}

function oneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  return `{${entriesOf(value)
    .map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`)
    .join(', ')}}`;
}

function entriesOf(object: object): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  if (isText(object)) return entries.sort(([a], [b]) => (a > b ? -1 : 1));
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

function isText(object: object): boolean {
  return Object.keys(object).length === 2 && Object.hasOwn(object, 'ru') && Object.hasOwn(object, 'en');
}
