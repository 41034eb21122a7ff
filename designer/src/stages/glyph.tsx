import { silhouette } from '@reglament/drawing';
import type { StageKind } from '@reglament/regulation';
import { StageIcon } from '@reglament/ui';
import { IconNote } from '@tabler/icons-react';
import './glyph.css';

/** The small silhouette of a kind, with its icon unless there is no room for it. Silent to a screen reader. */
export function Glyph({ kind, bare = false }: { kind: StageKind; bare?: boolean }) {
  const [width, height] = kind === 'choice' ? [26, 26] : [40, 26];
  const { outline, extra } = silhouette(kind, width, height);
  return (
    <span className="glyph-box">
      <svg className="glyph" data-kind={kind} viewBox="0 0 40 26" aria-hidden="true">
        <g transform={`translate(${(40 - width) / 2} 0)`}>
          <path className="o" d={outline} />
          {extra && <path className="x" d={extra} />}
          {kind === 'parallel' && <path className="x bars" d="M5,5V21M35,5V21" />}
        </g>
      </svg>
      {!bare && <StageIcon kind={kind} />}
    </span>
  );
}

/** The small sheet of a note. Silent to a screen reader. */
export function NoteGlyph() {
  return (
    <span className="glyph-box glyph-note">
      <IconNote className="ic" aria-hidden="true" />
    </span>
  );
}
