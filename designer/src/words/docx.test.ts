import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { createI18n, type I18n, type Locale, loadLocale } from '@reglament/i18n';
import { addDesignerWords } from '@reglament/i18n/designer';
import { type Regulation, readRegulation } from '@reglament/regulation';
import { type Clause, type Wording, wordRegulation } from '@reglament/wording';
import { describe, expect, it } from 'vitest';
import { findLibreOffice, openInLibreOffice } from '../../../test/lib/libreOffice.ts';
import { docxOf } from './docx.ts';
import { fileName } from './save.ts';

function shipped(id: string): Regulation {
  const url = new URL(`../../../regulations/${id}/regulation.json`, import.meta.url);
  const reading = readRegulation(readFileSync(url, 'utf8'));
  if (!reading.ok) throw new Error(id);
  return reading.regulation;
}

async function speak(locale: Locale): Promise<I18n> {
  addDesignerWords();
  await loadLocale(locale);
  return createI18n(locale);
}

/** The files of a zip, by the directory at its end. */
function unzip(bytes: Buffer): ReadonlyMap<string, string> {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, name, extra, comment] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? bytes.readUInt32LE(at + offset) : bytes.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(from, from + packed);
    const plain = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data;
    files.set(bytes.toString('utf8', at + 46, at + 46 + name), plain.toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return files;
}

/** The text of each paragraph of a document. */
function paragraphsIn(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text = '']) => unescaped(text))
      .join('')
      .replaceAll('\u00a0', ' '),
  );
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return text.replace(/&(\w+);/g, (all, name: string) => signs[name] ?? all);
}

/** What the paper must say, paragraph by paragraph. */
function expected(wording: Wording, annex: readonly string[]): readonly string[] {
  const lines = (clause: Clause): readonly string[] => {
    const [first = '', ...more] = clause.text.replaceAll('\u00a0', ' ').split('\n');
    const own =
      clause.heading === undefined
        ? [`${clause.number}. ${first}`, ...more]
        : [`${clause.number}. ${clause.heading}`, first, ...more];
    return [...own, ...(clause.sub ?? []).flatMap(lines)];
  };
  return [
    ...annex,
    wording.title,
    ...wording.sections.flatMap(({ number, title, clauses }) => [
      `${number}. ${title}`,
      ...clauses.flatMap(lines),
    ]),
  ];
}

const annex = ['Приложение', 'к распоряжению от ___________ № ______'];
const contract = shipped('municipal-contract');
const act = shipped('municipal-act');

async function filesOf(wording: Wording, locale: Locale): Promise<ReadonlyMap<string, string>> {
  const file = await docxOf(wording, { locale, annex });
  return unzip(Buffer.from(await file.arrayBuffer()));
}

describe('the words as DOCX', () => {
  // Seen red with the clauses below a block left out.
  it.each([
    ['municipal-contract', contract, 'ru'],
    ['municipal-act', act, 'ru'],
    ['municipal-act', act, 'en'],
  ] as const)('say what the clauses of %s say, and nothing else', async (_id, regulation, locale) => {
    const wording = wordRegulation(regulation, await speak(locale));
    const files = await filesOf(wording, locale);
    expect(paragraphsIn(files.get('word/document.xml') ?? '')).toEqual(expected(wording, annex));
  });

  it('keep a title that is full of markup as it was typed', async () => {
    const title = { ru: '<w:t>&amp; "«Договор»" ]]> \'', en: 'x' };
    const wording = wordRegulation({ ...contract, title }, await speak('ru'));
    const files = await filesOf(wording, 'ru');
    expect(paragraphsIn(files.get('word/document.xml') ?? '')).toEqual(expected(wording, annex));
  });

  it('are an official A4 paper: margins, a number on each page but the first, sections and stages as headings', async () => {
    const files = await filesOf(wordRegulation(contract, await speak('ru')), 'ru');
    const xml = files.get('word/document.xml') ?? '';
    const section = xml.slice(xml.lastIndexOf('<w:sectPr'));
    expect(section).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(section).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
    expect(section).toContain('<w:titlePg/>');
    expect([...files.values()].join('')).toContain('PAGE');
    expect(xml.match(/w:val="Heading1"/g)).toHaveLength(4);
    expect(xml.match(/w:val="Heading2"/g)).toHaveLength(16);
    expect(files.get('word/styles.xml')).toContain('ru-RU');
  });

  it('do not break a line after a short word or before a unit', async () => {
    const files = await filesOf(wordRegulation(contract, await speak('ru')), 'ru');
    expect(files.get('word/document.xml')).toContain('в\u00a0течение 3\u00a0рабочих дней');
  });

  const office = findLibreOffice();
  it.skipIf(office === undefined)(
    'open in LibreOffice, which is skipped where there is no soffice',
    async () => {
      const wording = wordRegulation(act, await speak('ru'));
      const docx = await (await docxOf(wording, { locale: 'ru', annex })).arrayBuffer();
      const text = openInLibreOffice(office!, Buffer.from(docx), 'docx', 'txt:Text (encoded):UTF8');
      for (const line of expected(wording, annex)) expect(text.replaceAll('\u00a0', ' ')).toContain(line);
    },
    180_000,
  );
});

describe('the name of a file', () => {
  it.each([
    [
      'Регламент «Муниципальный контракт (договор)».docx',
      'Регламент «Муниципальный контракт (договор)».docx',
    ],
    ['Регламент «а/б: "в" <г>|?*\\».docx', 'Регламент «а б в г ».docx'],
    ['строка\nвторая.docx', 'строка вторая.docx'],
    [`${'я'.repeat(300)}.docx`, `${'я'.repeat(120)}.docx`],
  ])('%# holds nothing that a system refuses', (asked, name) => {
    expect(fileName(asked)).toBe(name);
  });
});
