import { useI18n } from '@reglament/ui';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useReactFlow, useStore } from '@xyflow/react';

/** How close the drawing is, and the buttons that change it. */
export function Zoom() {
  const { t } = useI18n();
  const flow = useReactFlow();
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
        onClick={() => void flow.fitView({ padding: 0.06, maxZoom: 1 })}
      >
        <IconMaximize className="ic" aria-hidden="true" />
      </button>
    </div>
  );
}
