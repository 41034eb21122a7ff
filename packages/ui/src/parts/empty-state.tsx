import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import './empty-state.css';

/** Says what will appear here and what one can do now. */
export function EmptyState({
  icon: Shape,
  title,
  children,
  actions,
  page = false,
}: {
  icon?: Icon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** it is the whole page, its title the page's heading */
  page?: boolean;
}) {
  const Heading = page ? 'h1' : 'h2';
  return (
    <div className="empty">
      {Shape && <Shape className="ic" aria-hidden="true" />}
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {actions && <div className="empty-acts">{actions}</div>}
    </div>
  );
}
