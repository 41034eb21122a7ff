import { createContext, useContext } from 'react';

/** What surrounds the canvas: which panels are open, and what the bar's buttons do. */
export interface Frame {
  readonly projector: boolean;
  readonly problemsOpen: boolean;
  toggleProjector(): void;
  toggleProblems(): void;
  publish(): void;
}

const Context = createContext<Frame | null>(null);
export const FrameProvider = Context.Provider;

export function useFrame(): Frame {
  const frame = useContext(Context);
  if (!frame) throw new Error('useFrame needs a <FrameProvider> above');
  return frame;
}
