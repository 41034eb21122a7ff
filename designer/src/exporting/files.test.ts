import { readFileSync } from 'node:fs';
import { createI18n } from '@reglament/i18n';
import { readRegulation } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import { exportKinds, fileName, fileText } from './files.ts';

const text = readFileSync(
  new URL('../../../regulations/municipal-act/regulation.json', import.meta.url),
  'utf8',
);
const reading = readRegulation(text);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const { regulation } = reading;
const i18n = createI18n('ru');

describe('an exported file', () => {
  it('is named by the regulation and its version, a working copy as a draft', () => {
    const names = exportKinds.map((kind) => fileName('municipal-act', { version: 4, isDraft: true }, kind));
    expect(names).toEqual([
      'municipal-act-v4-draft.json',
      'municipal-act-v4-draft.machine.json',
      'municipal-act-v4-draft.machine.ts',
      'municipal-act-v4-draft.svg',
      'municipal-act-v4-draft.png',
    ]);
    expect(fileName('act', { version: 3, isDraft: false }, 'json')).toBe('act-v3.json');
  });

  it('is the canonical text, which is read back as it was', () => {
    const json = fileText(regulation, 'json', i18n);
    expect(readRegulation(json)).toEqual({ ok: true, regulation });
    expect(json).toBe(text);
  });

  it('is the machine that XState takes, and the drawing', () => {
    expect(JSON.parse(fileText(regulation, 'machine', i18n))).toMatchObject({ id: '$municipal-act' });
    expect(fileText(regulation, 'module', i18n)).toContain("import { createMachine } from 'xstate'");
    expect(fileText(regulation, 'svg', i18n)).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  });
});
