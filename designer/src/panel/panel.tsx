import { useI18n } from '@reglament/ui';
import { PageFailure } from '@reglament/web';
import { createContext, memo, type ReactNode, Suspense, useContext, useState } from 'react';
import { createPortal } from 'react-dom';
import { Loading } from '../app/loading.tsx';
import { useEditor, useEditorStore } from '../document/store.ts';
import { panelViews } from './views.ts';
import './panel.css';

/** The right side: a switch of views, and the chosen one below it. */
export const SidePanel = memo(function SidePanel() {
  const { t } = useI18n();
  const store = useEditorStore();
  const chosen = useEditor((editor) => editor.panel);
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const view = panelViews.find(({ id }) => id === chosen) ?? panelViews[0];
  if (!view) return null;
  const { View } = view;
  return (
    <aside className={view.wide ? 'panel panel--wide' : 'panel'} aria-label={t(view.title)}>
      <div className="views">
        {/* biome-ignore lint/a11y/useSemanticElements: a switch is no field set */}
        <div className="seg" role="group" aria-label={t('designer.panelViews')}>
          {panelViews.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              aria-pressed={id === view.id}
              onClick={() => store.getState().showPanel(id)}
            >
              {t(title)}
            </button>
          ))}
        </div>
        <div className="views-tools" ref={setTools} />
      </div>
      <Tools value={tools}>
        <PageFailure key={view.id}>
          <Suspense fallback={<Loading />}>
            <View />
          </Suspense>
        </PageFailure>
      </Tools>
    </aside>
  );
});

const Tools = createContext<HTMLElement | null>(null);

/** Buttons of a view, shown in the panel's bar. */
export function PanelTools({ children }: { children: ReactNode }) {
  const place = useContext(Tools);
  return place && createPortal(children, place);
}
