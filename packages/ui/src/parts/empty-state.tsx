import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import './empty-state.css';

/** Says what will appear here and what one can do now. */
export function EmptyState({
  icon: Shape,
  title,
  children,
  actions,
}: {
  icon?: Icon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="empty">
      {Shape && <Shape className="ic" aria-hidden="true" />}
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {actions && <div className="empty-acts">{actions}</div>}
    </div>
  );
}
