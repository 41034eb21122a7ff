import { formatTime } from '@reglament/i18n';
import { readRegulation } from '@reglament/regulation';
import { Banner, Button, useI18n } from '@reglament/ui';
import { useState } from 'react';
import { useSession } from '../app/session.tsx';
import { useEditor, useEditorStore } from '../document/store.ts';
import { dropStranded, readStranded } from './journal.ts';

/** Unsent edits that the working copy went past: put back as one gesture, saved to a file, or dropped. */
export function StrandedBanner({ id }: { id: string }) {
  const { t, locale } = useI18n();
  const { zone } = useSession().organisation;
  const store = useEditorStore();
  const readOnly = useEditor((editor) => editor.readOnly);
  const [stranded, setStranded] = useState(() => readStranded(id));
  if (!stranded) return null;
  const forget = () => {
    dropStranded(id);
    setStranded(null);
  };
  const putBack = () => {
    const reading = readRegulation(stranded.text);
    if (reading.ok && store.getState().dispatch({ do: 'replaceAll', regulation: reading.regulation }))
      forget();
  };
  const save = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([stranded.text], { type: 'application/json' }));
    link.download = `${id}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Banner
      kind="conflict"
      actions={
        <>
          {!readOnly && (
            <Button size="small" onClick={putBack}>
              {t('designer.strandedPut')}
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={save}>
            {t('designer.strandedSave')}
          </Button>
          <Button size="small" variant="quiet" onClick={forget}>
            {t('designer.strandedDrop')}
          </Button>
        </>
      }
    >
      {t('designer.stranded', { time: formatTime(stranded.atMs, zone, locale) })}
    </Banner>
  );
}
