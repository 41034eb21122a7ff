import type { KeyboardEvent, ReactNode } from 'react';

export interface Tab<Id extends string = string> {
  id: Id;
  title: string;
  count?: number;
}

/** Tabs with roving focus: arrows, Home and End move and choose; panels are `TabPanel`s with the same `group`. */
export function Tabs<Id extends string>({
  group,
  label,
  tabs,
  value,
  onChange,
}: {
  /** makes the ids of tabs and panels, one a page */
  group: string;
  label: string;
  tabs: readonly Tab<Id>[];
  value: Id;
  onChange: (id: Id) => void;
}) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex((tab) => tab.id === value);
    const to: Record<string, number> = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = tabs[to[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    onChange(next.id);
    document.getElementById(tabIdOf(group, next.id))?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ id, title, count }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabIdOf(group, id)}
          aria-selected={id === value}
          aria-controls={id === value ? panelIdOf(group, id) : undefined}
          tabIndex={id === value ? 0 : -1}
          onClick={() => onChange(id)}
        >
          {title}
          {count !== undefined && <span className="num"> {count}</span>}
        </button>
      ))}
    </div>
  );
}

/** What a chosen tab shows. */
export function TabPanel({ group, id, children }: { group: string; id: string; children: ReactNode }) {
  return (
    <div role="tabpanel" id={panelIdOf(group, id)} aria-labelledby={tabIdOf(group, id)}>
      {children}
    </div>
  );
}

const tabIdOf = (group: string, id: string) => `${group}-tab-${id}`;
const panelIdOf = (group: string, id: string) => `${group}-panel-${id}`;
