import { describe, expect, it } from 'vitest';
import { isInn } from './cardCheck.ts';

describe("a taxpayer's number", () => {
  it.each([
    ['7707083893', 'a bank known to everybody'],
    ['500100732259', 'a person, from the description of the checksum'],
  ])('%s (%s) is taken', (inn) => expect(isInn(inn)).toBe(true));

  it.each(['7707083894', '500100732258', '770708389', '77070838931', '', '770708389a'])(
    '%s is refused',
    (inn) => {
      expect(isInn(inn)).toBe(false);
    },
  );
});
