import { useI18n } from '@reglament/ui';
import { useConnection } from '@reglament/web';
import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';

/** Whether the page is live, in the top bar. */
export function ConnectionState() {
  const { t } = useI18n();
  const state = useConnection();
  const words = {
    online: 'common.connected',
    connecting: 'common.connecting',
    offline: 'common.offline',
  } as const;
  const Shape = state === 'offline' ? IconPlugConnectedX : IconPlugConnected;
  return (
    <span
      className={state === 'offline' ? 'state off' : 'state'}
      role="status"
      title={t(`desk.connection.${state}`)}
    >
      <Shape className="ic" aria-hidden="true" />
      <span>{t(words[state])}</span>
    </span>
  );
}
