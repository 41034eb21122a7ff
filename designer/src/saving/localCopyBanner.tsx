import { Banner, Button, useI18n } from '@reglament/ui';
import { useLocation } from 'wouter';
import { links } from '../app/links.ts';
import { useMoment } from '../app/useMoment.ts';
import { useEditor, useEditorStore } from '../document/store.ts';
import { dropLocalCopy, type LocalCopy, useLocalCopies } from './localCopies.ts';
import { useLocalCopyActs } from './useLocalCopyActs.ts';
import type { Saving } from './useSaving.ts';

/** Edits that did not get into the working copy, each local copy by itself: compared, put back as one gesture, saved or discarded. */
export function LocalCopyBanners({ id, saving }: { id: string; saving: Saving }) {
  const copies = useLocalCopies(id);
  return copies.map((copy) => <LocalCopyBanner key={copy.atMs} id={id} copy={copy} saving={saving} />);
}

function LocalCopyBanner({ id, copy, saving }: { id: string; copy: LocalCopy; saving: Saving }) {
  const { t } = useI18n();
  const moment = useMoment();
  const [, navigate] = useLocation();
  const store = useEditorStore();
  const readOnly = useEditor((editor) => editor.readOnly);
  const acts = useLocalCopyActs(id);
  const compare = async () => {
    // What it is compared with is what the server has, so the server is given everything first.
    await saving.flush();
    navigate(links.diff(id, 'copy', `local-${copy.atMs}`));
  };
  const putBack = () => {
    const regulation = acts.read(copy);
    if (regulation && store.getState().dispatch({ do: 'replaceAll', regulation })) dropLocalCopy(id, copy);
  };
  return (
    <Banner
      kind="conflict"
      actions={
        <>
          <Button size="small" onClick={() => void compare()}>
            {t('versions.compare')}
          </Button>
          {!readOnly && (
            <Button size="small" variant="quiet" onClick={putBack}>
              {t('designer.localPut')}
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={() => acts.save(copy)}>
            {t('designer.localSave')}
          </Button>
          <Button size="small" variant="quiet" onClick={() => acts.discard(copy)}>
            {t('designer.localDrop')}
          </Button>
        </>
      }
    >
      {t('designer.local', { when: moment(copy.atMs) })}
    </Banner>
  );
}
