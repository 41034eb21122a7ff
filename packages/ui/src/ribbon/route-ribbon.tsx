import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useI18n } from '../i18n-context.tsx';
import { IconCalendar, IconCalendarCheck, IconCircleDashedCheck, IconScale } from '../icons.ts';
import { StageIcon } from '../stage-icon.tsx';
import { RibbonBead } from './bead.tsx';
import type { Drawing, Label, Measure, Shape } from './drawing.ts';
import { layoutRibbon } from './layout.ts';
import type { RibbonFlag } from './model.ts';
import type { RoutePlan } from './plan.ts';
import { RouteList } from './route-list.tsx';
import { wordingOf } from './wording.ts';
import { wordPlan } from './words.ts';
import './ribbon.css';

const FLAG = { promise: IconCalendarCheck, plan: IconCalendarCheck, law: IconScale };
/** 180 mm of A4 at the zoom of ribbon.css. */
const PAPER_WIDTH = 944;

/**
 * The route over a ruler of working days: what was, who decides now, what is ahead and until when. Time runs from
 * left to right, or down where there is no room (or `down`). Names, reasons and terms come on hover and focus; the
 * drawing is silent to a screen reader, which reads the same as a list.
 */
export function RouteRibbon({ plan, down = false }: { plan: RoutePlan; down?: boolean }) {
  const i18n = useI18n();
  const figure = useRef<HTMLElement>(null);
  const [width, fonts] = useWidth(figure, down);
  const model = useMemo(() => wordPlan(plan, i18n), [plan, i18n]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `fonts` turns when the typeface has come: words are measured anew
  const drawing = useMemo(
    () =>
      width > 0
        ? layoutRibbon({ model, days: plan.days, zone: plan.zone, width, down, measure: measurer() })
        : null,
    [model, plan, width, down, fonts],
  );
  return (
    <figure
      ref={figure}
      className={drawing?.down ? 'ribbon ribbon--down' : 'ribbon'}
      aria-label={i18n.t('route.label')}
    >
      <RouteList wording={wordingOf(plan, i18n)} end={model.flags.map(({ text }) => text)} />
      {drawing && <Ribbon drawing={drawing} />}
    </figure>
  );
}

function Ribbon({ drawing }: { drawing: Drawing }) {
  const { width, height, ground, ink, labels, beads, flags, now, shift } = drawing;
  return (
    <div className="rb-draw" style={{ height }}>
      <svg className="rb-svg" width={width} height={height} aria-hidden="true">
        <defs>
          <Hatch id="rb-hatch" step={5} />
          <Hatch id="rb-hatch-over" step={4} />
        </defs>
        {[...ground, ...ink].map((shape, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no state and are drawn whole each time
          <Drawn key={i} shape={shape} />
        ))}
      </svg>
      <div aria-hidden="true">
        {labels.map((label) => (
          <LabelBox key={`${label.cls} ${label.key}`} label={label} />
        ))}
        {flags.map(({ flag, x, y, width: room, note }) => (
          <div
            key={flag.kind + flag.atMs}
            className={`rb-promise rb-promise--${flag.kind}`}
            style={{ left: x, top: y, width: room }}
          >
            <b>
              <FlagIcon flag={flag} />
              {flag.text}
            </b>
            {note && <span>{note}</span>}
          </div>
        ))}
        {now && (
          <div className="rb-nowtag" style={{ left: now.x, top: now.y }}>
            {now.words}
          </div>
        )}
        {shift && (
          <div className="rb-late" style={{ left: shift.x, top: shift.y }}>
            {shift.words}
          </div>
        )}
      </div>
      {beads.map((placed) => (
        <RibbonBead key={placed.bead.key} placed={placed} />
      ))}
    </div>
  );
}

function Hatch({ id, step }: { id: string; step: number }) {
  return (
    <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d={`M0 0V${step}`} />
    </pattern>
  );
}

function Drawn({ shape }: { shape: Shape }) {
  switch (shape.type) {
    case 'rect': {
      const { cls, x, y, width, height, title } = shape;
      return (
        <rect className={cls} x={x} y={y} width={width} height={height} rx={cls === 'rb-off' ? 0 : 4}>
          {title && <title>{title}</title>}
        </rect>
      );
    }
    case 'line':
      return <polyline className={shape.cls} points={shape.points.map((point) => point.join()).join(' ')} />;
    case 'text':
      return (
        <text className={shape.cls} x={shape.x} y={shape.y} textAnchor={shape.anchor}>
          {shape.words}
        </text>
      );
    case 'then':
      return (
        <g className="rb-then" transform={`translate(${shape.x} ${shape.y})`}>
          <circle r="9" />
          <IconCircleDashedCheck x={-8} y={-8} size={16} stroke={2} />
        </g>
      );
  }
}

function LabelBox({ label: { cls, x, y, width, kind, name, whole, note } }: { label: Label }) {
  return (
    <div
      className={`rb-label ${cls}`}
      style={{ left: x, top: y, width }}
      title={name === whole ? undefined : whole}
    >
      <b>
        {kind && <StageIcon kind={kind} />}
        {name}
      </b>
      {note && <span>{note}</span>}
    </div>
  );
}

function FlagIcon({ flag: { kind, forecast } }: { flag: RibbonFlag }) {
  const Shape = forecast ? IconCalendar : FLAG[kind];
  return <Shape className="ic" />;
}

/** The width of the figure, the paper's while printing, and whether the typeface has come. */
function useWidth(figure: React.RefObject<HTMLElement | null>, down: boolean): [number, boolean] {
  const [width, setWidth] = useState(0);
  const [fonts, setFonts] = useState(false);
  useLayoutEffect(() => {
    const node = figure.current;
    if (!node) return;
    const read = () => setWidth(node.clientWidth);
    const toPaper = () => flushSync(() => setWidth(PAPER_WIDTH));
    read();
    const observer = new ResizeObserver(read);
    observer.observe(node);
    // Resolves at once when the typeface is there; a browser without it measures with what it has.
    document.fonts?.ready.then(() => setFonts(true)).catch(() => undefined);
    if (!down) window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', read);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', read);
    };
  }, [figure, down]);
  return [width, fonts];
}

/** Measures words in the page's typeface; without a canvas it takes an even width a letter. */
function measurer(): Measure {
  const pen = document.createElement('canvas').getContext?.('2d');
  if (!pen) return (words) => words.length * 7.5;
  return (words, font) => {
    pen.font = `${font} 'Golos Text Variable'`;
    return pen.measureText(words).width;
  };
}
