import type { Icon } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { IconBuildingCommunity } from '../icons.ts';
import './shell.css';

/** A place of the product in the rail. */
export interface ShellSection {
  href: string;
  label: string;
  /** a word short enough for the bottom bar of a phone */
  short: string;
  icon: Icon;
  count?: number;
  current?: boolean;
  /** set apart at the end of the rail: making something new */
  creates?: boolean;
  /** a rarer place: not in the bottom bar of a phone, the person's menu leads there */
  secondary?: boolean;
}

export interface ShellProps {
  organisation: string;
  homeHref: string;
  /** name of the rail to a screen reader */
  sectionsLabel: string;
  sections: readonly ShellSection[];
  /** goes to a page of the product without loading it anew; without it links load */
  onNavigate?: (href: string) => void;
  /** to the right of the organisation: search, connection, bell, the person */
  top?: ReactNode;
  /** a line under the top bar: offline, a conflict */
  banner?: ReactNode;
  /** words of the link that skips the rail */
  skipLabel: string;
  children: ReactNode;
}

/** Slim top bar, left rail (icons below 1200 px, a bottom bar below 720 px), and the page. */
export function Shell(props: ShellProps) {
  const { organisation, homeHref, sectionsLabel, sections, onNavigate, top, banner, skipLabel, children } =
    props;
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!onNavigate || !plain) return;
    event.preventDefault();
    onNavigate(event.currentTarget.getAttribute('href') ?? homeHref);
  };
  return (
    <div className="app">
      <a className="skip" href="#main">
        {skipLabel}
      </a>
      <header className="top">
        <a className="body" href={homeHref} onClick={follow}>
          <IconBuildingCommunity className="ic" aria-hidden="true" />
          <span>{organisation}</span>
        </a>
        {top}
      </header>
      <nav className="rail" aria-label={sectionsLabel}>
        {sections.map(({ href, label, short, icon: Shape, count, current, creates, secondary }) => (
          <a
            key={href}
            href={href}
            title={label}
            className={creates ? 'new' : secondary ? 'rarer' : undefined}
            aria-current={current ? 'page' : undefined}
            onClick={follow}
          >
            <Shape className="ic" aria-hidden="true" />
            <span className="long">{label}</span>
            <span className="short" aria-hidden="true">
              {short}
            </span>
            {count !== undefined && count > 0 && <span className="count">{count}</span>}
          </a>
        ))}
      </nav>
      <main id="main" tabIndex={-1}>
        {banner}
        {children}
      </main>
    </div>
  );
}
