import type { ReactNode } from 'react';
import { IconAlertTriangle, IconPlugConnectedX, IconRefresh } from '../icons.ts';
import './banner.css';

const ICON = { offline: IconPlugConnectedX, conflict: IconAlertTriangle, fresh: IconRefresh };

/**
 * One line over a page that stays readable: `offline` (what was typed is kept), `conflict` (somebody changed it
 * meanwhile), `fresh` (it has come back, there is something new). Said once, politely.
 */
export function Banner({
  kind,
  children,
  actions,
}: {
  kind: keyof typeof ICON;
  children: ReactNode;
  actions?: ReactNode;
}) {
  const Shape = ICON[kind];
  return (
    <div className={`banner banner--${kind}`} role="status">
      <Shape className="ic" aria-hidden="true" />
      <p>{children}</p>
      {actions}
    </div>
  );
}
