import type { MessageKey } from '@reglament/i18n';
import { type ComponentType, lazy } from 'react';
import { Inspector } from '../inspector/inspector.tsx';

/** What the right side can show. */
export type PanelViewId = 'properties' | 'words' | 'text';

export interface PanelView {
  readonly id: PanelViewId;
  /** The word on the switch, and the name of the panel while the view is shown. */
  readonly title: MessageKey;
  /** A wide view leaves the palette its icons only. */
  readonly wide?: boolean;
  /** Fills the panel below its bar; its own buttons go into the bar through `PanelTools`. */
  readonly View: ComponentType;
}

/** The views of the right side in the order of the switch. A view that is not the first comes with its own chunk. */
export const panelViews: readonly PanelView[] = [
  { id: 'properties', title: 'designer.properties', View: Inspector },
  { id: 'words', title: 'designer.words', wide: true, View: lazy(() => import('../words/wordsView.tsx')) },
  { id: 'text', title: 'designer.text.title', wide: true, View: lazy(() => import('../text/textView.tsx')) },
];
