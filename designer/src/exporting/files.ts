import { drawSvg } from '@reglament/drawing';
import type { I18n } from '@reglament/i18n';
import { compile, machineModule, printRegulation, type Regulation } from '@reglament/regulation';

export const exportKinds = ['json', 'machine', 'module', 'svg', 'png'] as const;
export type ExportKind = (typeof exportKinds)[number];

/** Which version it is that leaves: a working copy is no version yet, and its files say so. */
export interface ExportedVersion {
  readonly version: number;
  readonly isDraft: boolean;
}

const endings: Readonly<Record<ExportKind, string>> = {
  json: '.json',
  machine: '.machine.json',
  module: '.machine.ts',
  svg: '.svg',
  png: '.png',
};

/** `municipal-act-v4-draft.svg`. Pure. */
export function fileName(id: string, { version, isDraft }: ExportedVersion, kind: ExportKind): string {
  return `${id}-v${version}${isDraft ? '-draft' : ''}${endings[kind]}`;
}

/** The text of a file; that of `png` is the drawing it is made from. Pure. */
export function fileText(regulation: Regulation, kind: ExportKind, i18n: I18n): string {
  switch (kind) {
    case 'json':
      return printRegulation(regulation);
    case 'machine':
      return `${JSON.stringify(compile(regulation).machine, null, 2)}\n`;
    case 'module':
      return machineModule(regulation);
    case 'svg':
    case 'png':
      // On paper and in letters the page is white, whatever the screen is.
      return drawSvg(regulation, { i18n, theme: 'light' });
  }
}

export const mediaTypes: Readonly<Record<ExportKind, string>> = {
  json: 'application/json',
  machine: 'application/json',
  module: 'text/plain',
  svg: 'image/svg+xml',
  png: 'image/png',
};
