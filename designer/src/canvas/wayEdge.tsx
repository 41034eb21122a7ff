import { arrowHead, type Edge as DrawnEdge, type Pill, wire } from '@reglament/drawing';
import { IconArrowBackUp } from '@tabler/icons-react';
import { type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { memo, useContext, useState } from 'react';
import { useEditor, useEditorStore } from '../document/store.ts';
import { leadsAlong } from '../trying/trying.ts';
import { DraggedContext } from './dragged.ts';
import { useIsTiny } from './lod.ts';
import type { WayEdgeType } from './scene.ts';

/** A transition: its line, tip, number of the alternative and label; a return that would cross others is two labelled stubs. */
export const WayEdge = memo(function WayEdge(props: EdgeProps<WayEdgeType>) {
  const drawn = props.data?.drawn;
  const dragged = useContext(DraggedContext);
  const store = useEditorStore();
  const chosen = useEditor(
    ({ selection }) =>
      drawn?.transition !== undefined &&
      selection.of === 'way' &&
      selection.transition === drawn.transition &&
      selection.alternative === drawn.alternative,
  );
  const held = useEditor(
    ({ over }) =>
      over !== null && over.transition === drawn?.transition && over.alternative === drawn.alternative,
  );
  const tiny = useIsTiny();
  const [isOver, setOver] = useState(false);
  const tried = useEditor((editor) => drawn !== undefined && editor.trying && leadsAlong(drawn, editor));
  if (!drawn) return null;
  const names = [
    'edge',
    drawn.tone === 'other' && 'is-other',
    drawn.tone === 'lapse' && 'is-lapse',
    drawn.broken && 'is-error',
    chosen && 'is-selected',
    tried && 'is-tried',
    held && 'is-held',
  ];
  // While an end is dragged the line only follows; it finds its way when the end is put down.
  if (dragged.has(props.source) || dragged.has(props.target)) {
    const [path] = getSmoothStepPath({ ...props, borderRadius: 10 });
    return (
      <g className={names.filter(Boolean).join(' ')}>
        <path className="wire" d={path} />
      </g>
    );
  }
  const { transition, alternative } = drawn;
  const choose =
    transition === undefined || alternative === undefined
      ? undefined
      : (event: React.MouseEvent) => {
          event.stopPropagation();
          store.getState().select({ of: 'way', transition, alternative });
        };
  const data =
    transition === undefined ? {} : { 'data-transition': transition, 'data-alternative': alternative };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the canvas is one tab stop with its own keys
    <g
      className={[...names, drawn.stub && !chosen && 'is-stub'].filter(Boolean).join(' ')}
      onClick={choose}
      onPointerEnter={() => setOver(true)}
      onPointerLeave={() => setOver(false)}
      {...data}
    >
      {drawn.stub && !chosen ? (
        <Stub drawn={drawn} isOpen={isOver || held || tried === true} tiny={tiny} />
      ) : (
        <Line drawn={drawn} chosen={chosen} haloed={tried || held} tiny={tiny} />
      )}
    </g>
  );
});

interface Drawn {
  readonly drawn: DrawnEdge;
  /** So far away that words are not drawn. */
  readonly tiny: boolean;
}

function Line({
  drawn,
  tiny,
  chosen,
  haloed,
}: Drawn & { readonly chosen: boolean; readonly haloed: boolean }) {
  const path = wire(drawn.points);
  const [first, last] = [drawn.points[0], drawn.points.at(-1)];
  return (
    <>
      <path className="hit" d={path} />
      {haloed && <path className="halo" d={path} />}
      <path className="wire" d={path} />
      <path className="tip" d={arrowHead(drawn.points)} />
      {(chosen ? [first, last] : []).map(
        (point) =>
          point && <circle key={`${point.x} ${point.y}`} className="grip" cx={point.x} cy={point.y} r={5} />,
      )}
      {!tiny && <Words drawn={drawn} />}
    </>
  );
}

function Words({ drawn }: { drawn: DrawnEdge }) {
  const { label, numberAt } = drawn;
  return (
    <g className="edge-text">
      {drawn.number !== undefined && numberAt && (
        <g className="nr">
          <circle cx={numberAt.x} cy={numberAt.y} r={8} />
          <text x={numberAt.x} y={numberAt.y + 4}>
            {drawn.number}
          </text>
        </g>
      )}
      {label?.lines.map((line, index) => (
        <text
          key={line}
          x={label.x}
          y={label.y + index * 16}
          textAnchor={label.anchor}
          className={drawn.number === undefined ? 'far-hide' : undefined}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

function Stub({ drawn, tiny, isOpen }: Drawn & { readonly isOpen: boolean }) {
  const { stub } = drawn;
  if (!stub) return null;
  const whole = isOpen ? wire(drawn.points) : '';
  return (
    <>
      {isOpen && (
        <g className="whole">
          <path className="hit" d={whole} />
          <path className="wire" d={whole} />
          <path className="tip" d={arrowHead(drawn.points)} />
        </g>
      )}
      <End pill={stub.out} tiny={tiny} />
      {stub.into.drawn && <End pill={stub.into} tip tiny={tiny} />}
      {!tiny && <Words drawn={drawn} />}
    </>
  );
}

/** One end of a return: a pill that says where the other end is, and its line to the stage. */
function End({ pill, tip = false, tiny }: { pill: Pill; tip?: boolean; tiny: boolean }) {
  const path = wire(pill.points, 10, { tip });
  return (
    <>
      <path className="hit" d={path} />
      <path className="wire" d={path} />
      {tip && <path className="tip" d={arrowHead(pill.points)} />}
      <g className="pills">
        <rect x={pill.x} y={pill.y - 10} width={pill.width} height={20} rx={10} />
        {!tiny && (
          <>
            <IconArrowBackUp x={pill.x + 8} y={pill.y - 6} width={12} height={12} />
            <text x={pill.x + 24} y={pill.y + 4}>
              {pill.text}
            </text>
          </>
        )}
      </g>
    </>
  );
}
