import { createI18n, loadLocale } from '@reglament/i18n';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLibreOffice, openInLibreOffice } from '../../../../test/lib/libreOffice.ts';
import { regulationFrom, regulationOf, stage, way, withPositions } from '../testing/regulations.ts';
import { shipped } from '../testing/shipped.ts';
import { wellFormedProblem } from '../testing/well-formed.ts';
import { drawSvg } from './draw-svg.ts';

const i18n = createI18n('ru');
/** What an SVG says, piece by piece. */
const textsOf = (svg: string) =>
  [...svg.matchAll(/<(?:text|tspan)\b[^>]*>([^<]+)</g)].map(([, words = '']) => words.trim()).filter(Boolean);
const draw = (regulation = shipped('municipal-act')) => drawSvg(regulation, { i18n, theme: 'light' });

describe('the SVG of a regulation', () => {
  it('says the names, terms and outcomes of its stages', () => {
    const svg = draw();
    for (const words of [
      'Нормоконтроль',
      '3 раб. дня',
      'эскалация',
      'автовиза',
      'согласовано',
      'Проект отправлен',
    ]) {
      expect(svg).toContain(words);
    }
  });

  it('stands alone: no style sheet, no variable, no foreign object, nothing from elsewhere', () => {
    expect(draw()).not.toMatch(/<style|var\(|foreignObject|<script|<image|url\(http|@import/);
  });

  const office = findLibreOffice();
  it.skipIf(office === undefined)(
    'opens in LibreOffice with every word in its place, which is skipped where there is no soffice',
    () => {
      const svg = draw(shipped('municipal-contract'));
      const opened = textsOf(openInLibreOffice(office!, svg, 'svg', 'svg'));
      const said = textsOf(svg);
      expect(said).toContain('Правовая');
      expect(said).toContain('Кто подписывает');
      for (const words of said) expect(opened).toContain(words);
    },
    180_000,
  );

  it('is named by the regulation, or as asked', () => {
    expect(draw()).toContain('<title>Постановление администрации</title>');
    expect(drawSvg(shipped('municipal-act'), { i18n, theme: 'light', title: 'Версия 4' })).toContain(
      '<title>Версия 4</title>',
    );
  });

  it('is dark when asked, with the same geometry', () => {
    const dark = drawSvg(shipped('municipal-act'), { i18n, theme: 'dark' });
    const shape = (svg: string) => svg.replace(/#[0-9a-f]{6}/g, '#');
    expect(dark).toContain('#10151b');
    expect(shape(dark)).toBe(shape(draw()));
  });

  it('has room for everything that it draws', () => {
    const [, x, y, width, height] = draw()
      .match(/viewBox="(-?\d+) (-?\d+) (\d+) (\d+)"/)!
      .map(Number);
    const numbers = [...draw().matchAll(/<rect x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="20"/g)];
    expect(numbers.length).toBeGreaterThan(0);
    for (const [, left, top, wide] of numbers) {
      expect(Number(left)).toBeGreaterThanOrEqual(x!);
      expect(Number(top)).toBeGreaterThanOrEqual(y!);
      expect(Number(left) + Number(wide)).toBeLessThanOrEqual(x! + width!);
      expect(Number(top) + 20).toBeLessThanOrEqual(y! + height!);
    }
  });

  // Seen failing with the extent of stages and lines only, and with words that were not escaped.
  it('draws notes under the lines, every word of them, with room for each', () => {
    const act = shipped('municipal-act');
    const words = 'Так решили на комиссии & записали: <протокол № 4>, пункты 1–7, до нового положения';
    const noted = {
      ...act,
      notes: { why: { text: { ru: words, en: 'Why' }, position: { x: -600, y: -300 } } },
    };
    const svg = draw(noted);
    const lines = [...svg.matchAll(/fill="#3d3415">([^<]*)</g)].map(([, line]) => line);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe(words.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;'));
    expect(svg).toMatch(/viewBox="-624 -324 /);
    expect(svg.indexOf('Так решили')).toBeLessThan(svg.indexOf('Нормоконтроль'));
    expect(wellFormedProblem(svg)).toBeNull();
    expect(draw({ ...act, notes: {} })).toBe(draw(act));
  });

  it('speaks English', async () => {
    await loadLocale('en');
    const svg = drawSvg(shipped('municipal-act'), { i18n: createI18n('en'), theme: 'light' });
    expect(svg).toContain('wait for all branches');
    expect(svg).not.toMatch(/[а-яё]/i);
  });

  it('draws an empty-handed regulation too', () => {
    expect(
      wellFormedProblem(drawSvg(regulationOf({ a: stage('end', 'А') }), { i18n, theme: 'light' })),
    ).toBeNull();
  });
});

describe('hostile titles', () => {
  const hostile = [
    '</text><script>alert(1)</script>',
    '" onload="alert(1)',
    "a' b & c < d > e",
    ']]> <![CDATA[ <!-- -- -->',
    '\u0000\u0001\u001f\ufffe',
    '\ud800 alone',
    '&amp;&#0;&unknown;',
  ];

  it('stay text', () => {
    const titles = hostile.map((title, index) => [`s${index}`, stage('approval', title)] as const);
    const svg = draw(regulationOf(Object.fromEntries(titles), { a: way('s0', 'approved', 's1', 's2') }));
    expect(wellFormedProblem(svg)).toBeNull();
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain(' onload="');
  });

  // Seen failing with `&` left as it is, with control characters kept, and with either title written unescaped.
  it('of any kind leave the file well-formed', () => {
    const anyTitle = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 30 }));
    const picks = fc.array(fc.nat(997), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(picks, picks, fc.array(anyTitle, { minLength: 1, maxLength: 5 }), (a, b, titles) => {
        const title = titles[0]!;
        const svg = drawSvg(withPositions(regulationFrom(a, titles), b), { i18n, theme: 'light', title });
        expect(wellFormedProblem(svg)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});
