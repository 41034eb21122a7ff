import { INTL_TAG, type Locale } from '@reglament/i18n';
import { type Clause, paragraphsOf, typeset, type Wording } from '@reglament/wording';
import { AlignmentType, Document, Header, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';

const font = 'Times New Roman';
/** Half points. */
const body = 28;
/** Millimetres in twentieths of a point. */
const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

export interface DocxWords {
  readonly locale: Locale;
  /** Lines at the right above the title: to what it is an annex. */
  readonly annex: readonly string[];
}

/**
 * The wording as a Word document: A4 with the margins of an official paper, its sections and stages as headings, each
 * clause under the number by which the others cite it. Numbers are text: what is cited must not change by itself.
 *
 * @see ГОСТ Р 7.0.97-2016 for margins, the size of type and the page number above
 */
export function docxOf(wording: Wording, words: DocxWords): Promise<Blob> {
  return Packer.toBlob(documentOf(wording, words));
}

/** The same document before it is packed. Pure. */
export function documentOf(wording: Wording, { locale, annex }: DocxWords): Document {
  const set = (text: string) => typeset(text, locale);
  const lines = (clauses: readonly Clause[]): Paragraph[] =>
    clauses.flatMap((clause) => [...clauseParagraphs(clause, set), ...lines(clause.sub ?? [])]);
  return new Document({
    title: wording.title,
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: {
          run: { font, size: body, language: { value: INTL_TAG[locale] } },
          paragraph: { spacing: { line: 276 } },
        },
        title: { run: { font, size: body, bold: true, color: '000000' } },
        heading1: { run: { font, size: body, bold: true, color: '000000' } },
        heading2: { run: { font, size: body, bold: true, color: '000000' } },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10) },
          },
        },
        headers: { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [] }) },
        children: [
          ...annex.map((line) => new Paragraph({ alignment: AlignmentType.RIGHT, text: set(line) })),
          new Paragraph({
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
            spacing: { before: 360, after: 240 },
            text: set(wording.title),
          }),
          ...wording.sections.flatMap((section) => [
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              alignment: AlignmentType.CENTER,
              keepNext: true,
              spacing: { before: 240, after: 120 },
              text: `${section.number}. ${set(section.title)}`,
            }),
            ...lines(section.clauses),
          ]),
        ],
      },
    ],
  });
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
}

/** A stage has its heading first, another clause begins with its number. */
function clauseParagraphs(clause: Clause, set: (text: string) => string): readonly Paragraph[] {
  const { number, heading } = clause;
  const text = paragraphsOf(clause).map((paragraph, index) => {
    const said = set(paragraph.text);
    return new Paragraph({
      alignment: AlignmentType.BOTH,
      indent: { firstLine: mm(12.5) },
      text: heading === undefined && index === 0 ? `${number}. ${said}` : said,
    });
  });
  return heading === undefined
    ? text
    : [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          indent: { firstLine: mm(12.5) },
          keepNext: true,
          spacing: { before: 120 },
          text: `${number}. ${set(heading)}`,
        }),
        ...text,
      ];
}
