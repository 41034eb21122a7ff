import { createContext } from 'react';

/** Stages that are being dragged now: their lines only follow until they are put down. */
export const DraggedContext = createContext<ReadonlySet<string>>(new Set());
