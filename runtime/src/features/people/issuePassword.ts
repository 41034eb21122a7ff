import { randomInt } from 'node:crypto';

const consonants = 'bdfgkmnprstvz';
const vowels = 'aeiou';

/** A password to be said over the telephone and changed at the first sign-in: three pronounceable parts and four digits, 49 bits. */
export function issuePassword(): string {
  const syllable = () => consonants[randomInt(consonants.length)]! + vowels[randomInt(vowels.length)]!;
  const part = () => syllable() + syllable();
  return `${part()}-${part()}-${part()}-${String(randomInt(10_000)).padStart(4, '0')}`;
}
