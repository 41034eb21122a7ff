import { useI18n } from '@reglament/ui';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useReactFlow, useStore } from '@xyflow/react';
import { useEditorStore } from './store.ts';

/** How close the drawing is, and the buttons that change it. */
export function Zoom() {
  const { t } = useI18n();
  const flow = useReactFlow();
  const store = useEditorStore();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <div className="zoom">
      <button
        type="button"
        className="icbtn"
        aria-label={t('designer.zoomOut')}
        title={t('designer.zoomOut')}
        onClick={() => void flow.zoomOut()}
      >
        <IconMinus className="ic" aria-hidden="true" />
      </button>
      <output aria-label={t('designer.zoom')}>{percent} %</output>
      <button
        type="button"
        className="icbtn"
        aria-label={t('designer.zoomIn')}
        title={t('designer.zoomIn')}
        onClick={() => void flow.zoomIn()}
      >
        <IconPlus className="ic" aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icbtn"
        aria-label={t('designer.fit')}
        title={t('designer.fit')}
        onClick={() => store.getState().fit()}
      >
        <IconMaximize className="ic" aria-hidden="true" />
      </button>
    </div>
  );
}
