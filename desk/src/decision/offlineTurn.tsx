import { useI18n } from '@reglament/ui';
import { IconPlugConnectedX } from '@tabler/icons-react';
import './decision.css';

/** There is no connection: decisions are not queued, one decides when the server answers. */
export function OfflineTurn() {
  const { t } = useI18n();
  return (
    <div className="turn turn--off" role="status">
      <h3>
        <IconPlugConnectedX className="ic" aria-hidden="true" />
        {t('task.offline')}
      </h3>
      <p>{t('task.offlineWhy')}</p>
    </div>
  );
}
