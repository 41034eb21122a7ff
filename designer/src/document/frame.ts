import { createContext, useContext } from 'react';

/** Parts of the bottom drawer. */
export type DrawerPart = 'problems' | 'table' | 'outline';

/** What surrounds the canvas: which panels are open, and what the bar's buttons do. */
export interface Frame {
  readonly projector: boolean;
  /** What the bottom drawer shows; null when it is shut. */
  readonly drawer: DrawerPart | null;
  toggleProjector(): void;
  /** Opens a part of the drawer, or shuts it when it is the one that is open. */
  toggleDrawer(part: DrawerPart): void;
  publish(): void;
}

const Context = createContext<Frame | null>(null);
export const FrameProvider = Context.Provider;

export function useFrame(): Frame {
  const frame = useContext(Context);
  if (!frame) throw new Error('useFrame needs a <FrameProvider> above');
  return frame;
}
