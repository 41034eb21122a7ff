import { describe, expect, it } from 'vitest';
import { writeNumber } from './numbers.ts';

describe('a register number', () => {
  it.each([
    ['{seq}-п', 103, '103-п'],
    ['Д-{seq}/{yy}', 7, 'Д-7/26'],
    ['{month}/{seq:4}', 12, '11/0012'],
    ['СЭД-{year}-{seq:3}', 1234, 'СЭД-2026-1234'],
  ])('by %s is written as people know it', (template, sequence, expected) => {
    expect(writeNumber(template, sequence, '2026-11-25')).toBe(expected);
  });
});
