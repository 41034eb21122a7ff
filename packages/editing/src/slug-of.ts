import { isSlug, type Slug } from '@reglament/regulation';

/** The longest slug that is made from a title: it is read in files and addresses. */
const lengthLimit = 40;

/** What a title without a single letter or digit is called. */
const nameless = 'item';

/** Russian letters in the manner of ГОСТ Р 52535.1 (passports), without signs; `й` is `y`. */
const latin: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/**
 * A slug that says a title: «Правовая экспертиза» gives `pravovaya-ekspertiza`. At most 40 characters, cut between words
 * where that leaves half of it; never a name that plain objects inherit. Another script gives `item`. Pure.
 */
export function slugOf(title: string): Slug {
  const letters = [...title.normalize('NFC').toLowerCase()].map((letter) =>
    Object.hasOwn(latin, letter) ? latin[letter] : letter,
  );
  const words = letters
    .join('')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return nameless;
  const whole = words.join('-');
  // A slug begins with a letter: «2 рабочих дня».
  const lettered = /^[a-z]/.test(whole) ? whole : `n-${whole}`;
  const short = shortened(lettered);
  return isSlug(short) && short !== 'prototype' ? short : `${short}-1`;
}

function shortened(slug: string): string {
  if (slug.length <= lengthLimit) return slug;
  const cut = slug.slice(0, lengthLimit);
  if (slug[lengthLimit] === '-') return cut;
  const word = cut.lastIndexOf('-');
  return word >= lengthLimit / 2 ? cut.slice(0, word) : cut.replace(/-$/, '');
}
