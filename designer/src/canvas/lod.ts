import { createContext, useContext } from 'react';

/** How much of a drawing can be read: everything, names, or only what a stage is and whether something is wrong with it. */
export type Lod = 'near' | 'far' | 'tiny';

/** Below this zoom stages have no names. */
export const legible = 0.5;

export const lodAt = (zoom: number): Lod => (zoom < legible ? 'tiny' : zoom < 0.8 ? 'far' : 'near');

const Context = createContext<Lod>('near');
export const LodProvider = Context.Provider;

/** `tiny` is drawn with less; the other two differ in style only. */
export const useIsTiny = (): boolean => useContext(Context) === 'tiny';
