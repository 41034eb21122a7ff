// @vitest-environment happy-dom
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { get, leave, press, render, type } from '../testing/test-render.tsx';
import { findPeople } from './find-people.ts';
import { parseMoney } from './money.ts';
import { MoneyField } from './money-field.tsx';
import { PersonPicker } from './person-picker.tsx';
import { TextField } from './text-field.tsx';

const PEOPLE = [
  { id: 'a', name: 'Орлова Наталья Павловна', post: 'начальник отдела', unit: 'Социальная политика' },
  {
    id: 'b',
    name: 'Семёнов Пётр Ильич',
    post: 'юрист',
    absentUntil: '2026-12-01',
    substitute: 'Ким Олег Игоревич',
  },
  { id: 'c', name: 'Ким Олег Игоревич', post: 'юрист' },
];

test('a field ties its label, hint and error to the input', () => {
  render(
    <TextField
      label="Предмет"
      hint="Коротко"
      error="Слишком коротко"
      required
      value=""
      onChange={() => {}}
    />,
  );
  const input = get<HTMLInputElement>('input');
  expect(get<HTMLLabelElement>('label').htmlFor).toBe(input.id);
  const described = input.getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    'Коротко',
    'Слишком коротко',
  ]);
  expect([input.getAttribute('aria-invalid'), input.required]).toEqual(['true', true]);
});

test.each([
  ['548 000,00', 54_800_000],
  ['548000', 54_800_000],
  ['1 000.5', 100_050],
  ['300\u00a0000 ₽', 30_000_000],
  ['', null],
  ['0,05', 5],
  ['1,234', 'wrong'],
  ['-5', 'wrong'],
  ['много', 'wrong'],
  ['12345678901234', 'wrong'],
])('the amount «%s» is read as %s', (text, minor) => {
  expect(parseMoney(text)).toBe(minor);
});

const heard = vi.fn();
function PriceForm() {
  const [value, setValue] = useState<number | null>(null);
  return <MoneyField label="Цена" value={value} onChange={(minor) => [heard(minor), setValue(minor)]} />;
}

test('an amount stays as typed while it is typed, what is not an amount is said and kept', () => {
  heard.mockClear();
  render(<PriceForm />);
  const input = get<HTMLInputElement>('input');
  type(input, '548000');
  expect(input.value).toBe('548000');
  leave(input);
  expect(input.value.replace(/\s/g, ' ')).toBe('548 000,00');
  type(input, '548000 руб');
  leave(input);
  expect(input.value).toBe('548000 руб');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(heard).toHaveBeenCalledTimes(1);
});

test('people are found by the beginnings of name, post and unit, ё as е', () => {
  const ids = (query: string, chosen: string[] = []) => findPeople(PEOPLE, query, chosen).map(({ id }) => id);
  expect(ids('семенов')).toEqual(['b']);
  expect(ids('юр')).toEqual(['b', 'c']);
  expect(ids('юр ким')).toEqual(['c']);
  expect(ids('политика ор')).toEqual(['a']);
  expect(ids('юр', ['b'])).toEqual(['c']);
});

function PeopleForm() {
  const [ids, setIds] = useState<string[]>([]);
  return <PersonPicker label="Кого ознакомить" options={PEOPLE} value={ids} onChange={setIds} />;
}

test('people are chosen and taken back from the keyboard, absence is said', () => {
  const { host } = render(<PeopleForm />);
  const input = get<HTMLInputElement>('[role=combobox]');
  expect(input.getAttribute('aria-expanded')).toBe('false');
  type(input, 'юр');
  expect(input.getAttribute('aria-expanded')).toBe('true');
  const active = () =>
    document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent;
  expect(active()).toContain('Семёнов');
  press(input, 'ArrowDown');
  expect(active()).toContain('Ким');
  press(input, 'ArrowDown');
  press(input, 'Enter');
  expect(get('.pick').textContent).toContain('Семёнов');
  expect(host.textContent?.replace(/\u00a0/g, ' ')).toContain(
    'нет на месте до 1 декабря 2026 г., замещает Ким О. И.',
  );
  press(input, 'Escape');
  expect(input.getAttribute('aria-expanded')).toBe('false');
  press(input, 'Backspace');
  expect(document.querySelector('.pick')).toBeNull();
});
