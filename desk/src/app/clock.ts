import type { When } from '@reglament/i18n';
import { onServerNow, serverNow } from '@reglament/web';
import { useEffect, useState } from 'react';
import { useSession } from './session.tsx';

/** The server's now, moving on each minute. */
export function useNow(everyMs = 60_000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const tick = () => setNow(serverNow());
    const timer = setInterval(tick, everyMs);
    const forget = onServerNow(tick);
    return () => {
      clearInterval(timer);
      forget();
    };
  }, [everyMs]);
  return now;
}

/** What the formatters of dates need: the server's now and the organisation's zone. */
export function useWhen(): When {
  const nowMs = useNow();
  return { nowMs, zone: useSession().organisation.zone };
}
