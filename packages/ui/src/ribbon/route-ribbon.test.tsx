// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { get, render } from '../testing/test-render.tsx';
import { planOf } from './fixture.test-data.ts';
import { RouteRibbon } from './route-ribbon.tsx';

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1100);
});

const plain = (words: string | null | undefined) => (words ?? '').replace(/\u00a0/g, ' ');

test('a screen reader gets the route as an ordered list, what is skipped with its reason', () => {
  render(<RouteRibbon plan={planOf()} />);
  const items = [...document.querySelectorAll('figure ol > li')].map(({ textContent }) => plain(textContent));
  expect(items).toHaveLength(6);
  expect(items[0]).toMatch(
    /^Этап head: пройдено, 24 ноября\. Иванова Мария Сергеевна, .*согласовано 24 ноября/,
  );
  expect(items[2]).toContain('Подразделения — Этап units: идёт сейчас, до 27 ноября');
  expect(items[4]).toBe('Этап curator: не понадобится. почему здесь: цена до 300 000 ₽');
  expect(items[5]).toContain('должность вакантна');
  expect(get('svg.rb-svg').getAttribute('aria-hidden')).toBe('true');
});

test('every person can be focused, is named with the decision and described by a tip', () => {
  render(<RouteRibbon plan={planOf()} />);
  const beads = [...document.querySelectorAll<HTMLElement>('.rb-bead')];
  expect(beads.map((bead) => plain(bead.getAttribute('aria-label')))).toEqual([
    'Иванова М. С.: согласовано 24 ноября',
    'Петрова М. С.: с замечаниями 25 ноября',
    'Орлова Н. П.: решает пт, 27 ноября, до 18:00, потом автовиза',
    'Ахметова Л. Р.: решает завтра до 18:00',
    'Регистратор: должность вакантна',
  ]);
  const tip = document.getElementById(beads[2]?.getAttribute('aria-describedby') ?? '');
  expect([...(tip?.children ?? [])].map(({ textContent }) => plain(textContent))).toContain(
    'замещает: Демидова Е. А.',
  );
});

test('on a phone the same route runs down', () => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(330);
  render(<RouteRibbon plan={planOf()} />);
  expect(get('figure').className).toBe('ribbon ribbon--down');
});
