import { Banner, Shell, useI18n } from '@reglament/ui';
import { useConnection } from '@reglament/web';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { ConnectionState } from './connectionState.tsx';
import { useCounts } from './counts.ts';
import { features } from './features.ts';
import { links } from './links.ts';
import { noteOpenTasks } from './pageTitle.ts';
import { PersonMenu } from './personMenu.tsx';
import { useSections } from './sections.ts';
import { useSession } from './session.tsx';

const tops = [
  ...features.flatMap((feature) => feature.top ?? []),
  { order: 20, view: ConnectionState },
  { order: 40, view: PersonMenu },
].sort((a, b) => a.order - b.order);

/** The frame of every page: top bar, rail by abilities, one line when there is no connection. */
export function DeskShell({ children }: { children: ReactNode }) {
  const { t } = useI18n();
  const session = useSession();
  const counts = useCounts();
  const mine = useSections();
  const offline = useConnection() === 'offline';
  const [path, navigate] = useLocation();
  const before = useRef(path);

  useEffect(() => noteOpenTasks(counts?.todo.all ?? 0), [counts]);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    window.scrollTo(0, 0);
    // The next page begins where the keyboard and the screen reader are, unless it took the focus itself.
    if (
      !document.activeElement ||
      document.activeElement === document.body ||
      isOfShell(document.activeElement)
    )
      document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);

  return (
    <Shell
      organisation={session.organisation.title}
      homeHref={links.tasks}
      sectionsLabel={t('desk.sections')}
      skipLabel={t('desk.skip')}
      onNavigate={navigate}
      sections={mine.map(({ href, label, short, icon, count, creates, secondary, covers }) => ({
        href,
        label: t(label),
        short: t(short),
        icon,
        ...(counts && count && { count: count(counts) ?? 0 }),
        current: path === href || (covers?.(path) ?? false),
        ...(creates && { creates }),
        ...(secondary && { secondary }),
      }))}
      top={tops.map(({ order, view: View }) => <View key={order} />)}
      banner={offline ? <Banner kind="offline">{t('desk.offlineBanner')}</Banner> : undefined}
    >
      {children}
    </Shell>
  );
}

function isOfShell(element: Element): boolean {
  return element.closest('.rail, .top') !== null;
}
