import type { Icon } from '@tabler/icons-react';
import { useId } from 'react';
import { IconCheck, IconMessage, IconX } from '../icons.ts';
import { BEAD, type PlacedBead } from './drawing.ts';
import type { BeadLook } from './model.ts';

const BADGE: Partial<Record<BeadLook, Icon>> = {
  approved: IconCheck,
  done: IconCheck,
  remarks: IconMessage,
  rejected: IconX,
  auto: IconCheck,
};

const AROUND = 2 * Math.PI * 15;

/** A person on the ribbon: letters, a badge of the decision or a ring of what is left; a tip says who, when, why. */
export function RibbonBead({ placed: { bead, x, y, end } }: { placed: PlacedBead }) {
  const { look, inside, name, words, tip, left, autoVisaAtMs } = bead;
  const id = useId();
  const Badge = BADGE[look];
  const around = AROUND * (left ?? 1);
  return (
    <div className={end ? 'rb-who is-end' : 'rb-who'} style={{ left: x - BEAD / 2, top: y - BEAD / 2 }}>
      <button
        type="button"
        className={`rb-bead is-${look}${autoVisaAtMs === undefined ? '' : ' auto'}`}
        data-in={inside}
        aria-label={[name, words].filter(Boolean).join(': ')}
        aria-describedby={id}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      >
        {look === 'waiting' && (
          <svg className="rb-ring" viewBox="0 0 34 34" aria-hidden="true">
            <circle cx="17" cy="17" r="15" className="rest" />
            <circle
              cx="17"
              cy="17"
              r="15"
              className="left"
              strokeDasharray={`${around} ${AROUND}`}
              transform="rotate(-90 17 17) scale(1 -1) translate(0 -34)"
            />
          </svg>
        )}
        {Badge && (
          <svg className="rb-badge" viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="7.25" />
            <Badge x={2.5} y={2.5} size={11} stroke={3} />
          </svg>
        )}
      </button>
      <div className="rb-tip" role="tooltip" id={id}>
        {tip.map((words, i) => (i === 0 ? <b key={words}>{words}</b> : <span key={words}>{words}</span>))}
      </div>
    </div>
  );
}
