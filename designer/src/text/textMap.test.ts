import { describe, expect, it } from 'vitest';
import { mapText, placeInText, type TextPath } from './textMap.ts';

const text = `{
  "id": "contract",
  "stages": {
    "law": {
      "kind": "approval",
      "nature": ["legal", "financial"],
      "title": {"ru": "Экспертиза", "en": "Check"}
    },
    "sign": {"kind": "signing"}
  }
}
`;

/** What a mark covers, written out. */
function marked(source: string, at: TextPath): string {
  const { line, column, endColumn } = placeInText(source, at);
  return source.split('\n')[line - 1]!.slice(column - 1, endColumn - 1);
}

describe('a place in a text', () => {
  it('is the value where it is a scalar, and the key where it is an object or a list', () => {
    expect(marked(text, ['id'])).toBe('"contract"');
    expect(marked(text, ['stages', 'law'])).toBe('"law"');
    expect(marked(text, ['stages', 'law', 'nature'])).toBe('"nature"');
    expect(marked(text, ['stages', 'law', 'nature', 1])).toBe('"financial"');
    expect(placeInText(text, ['stages', 'law', 'title', 'ru'])).toEqual({
      line: 7,
      column: 23,
      endColumn: 35,
    });
  });

  it('is that of the nearest value on the path where the rest is missing', () => {
    expect(marked(text, ['stages', 'law', 'settings', 'deadline'])).toBe('"law"');
    expect(marked(text, ['stages', 'gone', 'kind'])).toBe('"stages"');
    expect(marked(text, [])).toBe('{');
  });

  it('is the last of a key written twice', () => {
    const twice = '{\n  "a": 1,\n  "a": 2\n}';
    expect(placeInText(twice, ['a']).line).toBe(3);
  });

  it('is found in a text that is not finished', () => {
    const broken = text.replace('"approval",', '"appro').replace('"nature": [', '"nature": ');
    expect(marked(broken, ['stages', 'law', 'kind'])).toBe('"appro');
    expect(marked(broken, ['stages', 'sign', 'kind'])).toBe('"signing"');
    expect(marked('{"a": , "b": 2}', ['b'])).toBe('2');
    expect(marked('{"a" "b": {"c": 1}', ['b', 'c'])).toBe('1');
    expect(marked('{"a": {"b": 1], "c": 3}', ['a', 'b'])).toBe('1');
  });

  it('is somewhere in any text, be it empty, deep or of garbage', () => {
    for (const each of [
      '',
      '\n',
      '}',
      '"',
      '[[[',
      ',:,',
      '\\"',
      '{"a":'.repeat(100_000),
      '['.repeat(50_000) + '}'.repeat(50_000),
    ]) {
      const { line, column, endColumn } = placeInText(each, ['a', 'a', 0]);
      expect([line >= 1, column >= 1, endColumn > column]).toEqual([true, true, true]);
    }
  });

  it('of a word ends with the word', () => {
    expect(mapText('{\n  tru,\n}').placeOfWord(2, 3)).toEqual({ line: 2, column: 3, endColumn: 6 });
    expect(mapText('{').placeOfWord(1, 2)).toEqual({ line: 1, column: 2, endColumn: 3 });
  });
});

describe('a map of a text', () => {
  it('knows the lines of a value with its key', () => {
    expect(mapText(text).lines(['stages', 'law'])).toEqual({ from: 4, to: 8 });
    expect(mapText(text).lines(['stages', 'sign'])).toEqual({ from: 9, to: 9 });
    expect(mapText(text).lines(['stages', 'gone'])).toBeNull();
  });

  it('knows where a cursor stands', () => {
    const { pathAt } = mapText(text);
    expect(pathAt(text.indexOf('approval'))).toEqual(['stages', 'law', 'kind']);
    expect(pathAt(text.indexOf('"sign"') + 2)).toEqual(['stages', 'sign']);
    expect(pathAt(text.indexOf('financial'))).toEqual(['stages', 'law', 'nature', 1]);
    expect(pathAt(0)).toEqual([]);
  });

  it('knows the string in whose quotes a cursor stands, and takes no key for one', () => {
    const { stringAt } = mapText(text);
    const at = text.indexOf('"signing"');
    expect(stringAt(at + 1)).toEqual({
      path: ['stages', 'sign', 'kind'],
      from: at,
      to: at + '"signing"'.length,
      text: 'signing',
    });
    expect(stringAt(at)).toBeNull();
    expect(stringAt(text.indexOf('"kind"') + 2)).toBeNull();
    expect(mapText('{"performer": "}').stringAt(15)?.text).toBe('}');
    expect(mapText('{"performer": "').stringAt(15)?.path).toEqual(['performer']);
    expect(mapText('{"perf"}').stringAt(3)).toBeNull();
  });
});
