import { type Regulation, regulationJsonSchema, stageOf } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useMemo } from 'react';
import type { EditorStore } from '../document/store.ts';
import { type Code, type Cursor, linkSelection } from './code.ts';
import { LivingText } from './livingText.tsx';
import { wholeDocument } from './source.ts';
import type { TextPath } from './textMap.ts';
import { wordedSchema } from './wordedSchema.ts';

/** The regulation as text, edited together with the drawing. */
export function RegulationText({ onCursor }: { onCursor: (cursor: Cursor) => void }) {
  const i18n = useI18n();
  const schema = useMemo(() => wordedSchema(regulationJsonSchema(), i18n), [i18n]);
  return (
    <LivingText
      source={wholeDocument}
      schema={schema}
      label={i18n.t('designer.text.label')}
      also={linkStages}
      onCursor={onCursor}
    />
  );
}

function linkStages(code: Code, store: EditorStore): () => void {
  return linkSelection(code, store, {
    linesOf: (id) => code.map().lines(['stages', id]),
    stageAt: (path) => stageAt(path, store.getState().regulation),
  });
}

/** The stage in whose object a path lies. */
export function stageAt([map, id]: TextPath, regulation: Regulation): string | null {
  return map === 'stages' && typeof id === 'string' && stageOf(regulation, id) ? id : null;
}
