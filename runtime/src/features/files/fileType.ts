/**
 * Which type a file really is, by its name's ending and its first bytes. A name that says one thing over bytes that say
 * another is how pages and programs are smuggled into a colleague's browser.
 */
export type FileJudgement =
  | { readonly ok: true; readonly type: string }
  | { readonly ok: false; readonly code: 'FILE_TYPE_REFUSED' | 'FILE_TYPE_LIES' };

interface Kind {
  readonly type: string;
  readonly fits: (head: Uint8Array) => boolean;
}

const starts =
  (...bytes: readonly number[]) =>
  (head: Uint8Array) =>
    bytes.every((byte, n) => head[n] === byte);
const zip = starts(0x50, 0x4b, 0x03, 0x04);
const compound = starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const der = (head: Uint8Array) => head[0] === 0x30 || isPlainText(head);

const kinds: Readonly<Record<string, Kind>> = {
  pdf: { type: 'application/pdf', fits: starts(0x25, 0x50, 0x44, 0x46, 0x2d) },
  png: { type: 'image/png', fits: starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  jpg: { type: 'image/jpeg', fits: starts(0xff, 0xd8, 0xff) },
  jpeg: { type: 'image/jpeg', fits: starts(0xff, 0xd8, 0xff) },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', fits: zip },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', fits: zip },
  odt: { type: 'application/vnd.oasis.opendocument.text', fits: zip },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', fits: zip },
  zip: { type: 'application/zip', fits: zip },
  doc: { type: 'application/msword', fits: compound },
  xls: { type: 'application/vnd.ms-excel', fits: compound },
  rtf: { type: 'application/rtf', fits: starts(0x7b, 0x5c, 0x72, 0x74, 0x66) },
  txt: { type: 'text/plain; charset=utf-8', fits: isPlainText },
  csv: { type: 'text/csv; charset=utf-8', fits: isPlainText },
  sig: { type: 'application/pkcs7-signature', fits: der },
  p7s: { type: 'application/pkcs7-signature', fits: der },
};

/** How many first bytes a judgement needs. */
export const headLength = 512;

export function judgeFile(name: string, head: Uint8Array): FileJudgement {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined;
  if (!kind) return { ok: false, code: 'FILE_TYPE_REFUSED' };
  return kind.fits(head) ? { ok: true, type: kind.type } : { ok: false, code: 'FILE_TYPE_LIES' };
}

/** Shown in place; everything else is only ever downloaded. */
export function shownInPlace(type: string): boolean {
  return type === 'application/pdf' || type === 'image/png' || type === 'image/jpeg';
}

/** No zero bytes, and no beginning that a browser would take for a page. */
function isPlainText(head: Uint8Array): boolean {
  if (head.includes(0)) return false;
  const text = new TextDecoder('latin1').decode(head).trimStart().toLowerCase();
  return !/^(<!doctype|<html|<script|<svg|<\?xml|<body|<iframe)/.test(text);
}
