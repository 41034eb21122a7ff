import type { Placement } from '@reglament/drawing';
import { createContext, useContext } from 'react';

const Context = createContext<Placement | null>(null);
export const PlacementProvider = Context.Provider;

/** Where everything lies now. */
export function useScenePlacement(): Placement {
  const placement = useContext(Context);
  if (!placement) throw new Error('useScenePlacement needs a <PlacementProvider> above');
  return placement;
}
