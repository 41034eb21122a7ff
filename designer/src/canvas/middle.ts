import type { Point } from '@reglament/drawing';
import type { ReactFlowInstance } from '@xyflow/react';

/** The middle of what is seen of the drawing. */
export function middleOf(flow: Pick<ReactFlowInstance, 'screenToFlowPosition'>): Point {
  const box = document.querySelector('.canvas')?.getBoundingClientRect();
  return flow.screenToFlowPosition({
    x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
    y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
  });
}
