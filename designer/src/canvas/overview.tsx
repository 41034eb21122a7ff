import type { Box, Placement } from '@reglament/drawing';
import type { Slug } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { type PointerEvent, useMemo, type WheelEvent } from 'react';

const size = { width: 132, height: 104 };

interface OverviewProps {
  readonly placement: Placement;
  /** Around everything that is drawn. */
  readonly bounds: Box;
  readonly chosen: readonly Slug[];
  readonly errors: ReadonlySet<Slug>;
}

/** The small map, only while some of the drawing is out of sight. */
export function Overview(props: OverviewProps) {
  const { bounds } = props;
  const whole = useStore(({ transform: [x, y, zoom], width, height }) => {
    const [left, top] = [bounds.x * zoom + x, bounds.y * zoom + y];
    return (
      left >= 0 && top >= 0 && left + bounds.width * zoom <= width && top + bounds.height * zoom <= height
    );
  });
  return whole ? null : <SmallMap {...props} />;
}

/**
 * A press looks there, a drag goes on looking, the wheel comes closer. One path for stages of one look: React Flow's own
 * map is a component for each stage, and all of them would be asked at every move of a drag.
 */
function SmallMap({ placement, bounds, chosen, errors }: OverviewProps) {
  const { t } = useI18n();
  const flow = useReactFlow();
  const left = useStore(({ transform: [x, , zoom] }) => -x / zoom);
  const top = useStore(({ transform: [, y, zoom] }) => -y / zoom);
  const width = useStore((state) => state.width / state.transform[2]);
  const height = useStore((state) => state.height / state.transform[2]);
  const shapes = useMemo(() => {
    const paths = { blk: '', m: '', 'm err': '', 'm sel': '' };
    const selected = new Set(chosen);
    for (const [id, box] of placement.boxes) {
      const look = selected.has(id)
        ? 'm sel'
        : errors.has(id)
          ? 'm err'
          : placement.bars.has(id)
            ? 'blk'
            : 'm';
      paths[look] += `M${box.x},${box.y}h${box.width}v${box.height}h${-box.width}z`;
    }
    return Object.entries(paths).map(([look, d]) => <path key={look} className={look} d={d} />);
  }, [placement, chosen, errors]);
  const all = around(bounds, { x: left, y: top, width, height });
  const look = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return;
    const svg = event.currentTarget;
    svg.setPointerCapture(event.pointerId);
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM()?.inverse());
    void flow.setCenter(at.x, at.y, { zoom: flow.getZoom() });
  };
  const comeCloser = (event: WheelEvent) => void flow.zoomTo(flow.getZoom() * 2 ** (-event.deltaY / 500));
  return (
    <Panel position="bottom-left" className="minimap">
      <svg
        role="img"
        aria-label={t('designer.minimap')}
        {...size}
        viewBox={`${all.x} ${all.y} ${all.width} ${all.height}`}
        onPointerDown={look}
        onPointerMove={look}
        onWheel={comeCloser}
      >
        {shapes}
        <path
          className="mask"
          fillRule="evenodd"
          d={rect(wide(all)) + rect({ x: left, y: top, width, height })}
        />
      </svg>
    </Panel>
  );
}

const rect = ({ x, y, width, height }: Box) => `M${x},${y}h${width}v${height}h${-width}z`;

/** The mask also covers what the map's own proportions add around. */
const wide = ({ x, y, width, height }: Box): Box => {
  const more = Math.max(width, height) * 2;
  return { x: x - more, y: y - more, width: width + 2 * more, height: height + 2 * more };
};

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
