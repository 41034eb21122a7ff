import type { Regulation } from '@reglament/regulation';
import { type MenuItem, useI18n, useToast } from '@reglament/ui';
import {
  IconBraces,
  IconFileCode,
  IconFileDownload,
  IconPhoto,
  IconVectorBezier2,
} from '@tabler/icons-react';
import {
  type ExportedVersion,
  type ExportKind,
  exportKinds,
  fileName,
  fileText,
  mediaTypes,
} from './files.ts';
import { pngOf } from './png.ts';

const icons = {
  json: IconFileDownload,
  machine: IconBraces,
  module: IconFileCode,
  svg: IconVectorBezier2,
  png: IconPhoto,
} as const satisfies Record<ExportKind, typeof IconPhoto>;

/** The ways out of a regulation, as items of a menu: each saves a file on this computer. */
export function useExports(read: () => Regulation, version: ExportedVersion): readonly MenuItem[] {
  const i18n = useI18n();
  const toast = useToast();
  const save = async (kind: ExportKind): Promise<void> => {
    const regulation = read();
    try {
      const text = fileText(regulation, kind, i18n);
      const blob = kind === 'png' ? await pngOf(text) : new Blob([text], { type: mediaTypes[kind] });
      download(blob, fileName(regulation.id, version, kind));
    } catch {
      toast({ text: i18n.t('versions.export.failed') });
    }
  };
  return exportKinds.map((kind) => ({
    id: `export-${kind}`,
    label: i18n.t(`versions.export.${kind}`),
    icon: icons[kind],
    run: () => void save(kind),
  }));
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
