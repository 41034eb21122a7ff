import type { TaskDetail } from '@reglament/api';
import { Button, useHotkeys, useI18n } from '@reglament/ui';
import { useApiQuery } from '@reglament/web';
import { IconGitCompare } from '@tabler/icons-react';
import { Changes } from '../shared/changes.tsx';
import './decision.css';

/**
 * The document became another version while it was read: in the place of the decisions, what changed and one button. What
 * was typed stays.
 */
export function DocumentChanged({
  shown,
  fresh,
  open,
}: {
  shown: TaskDetail;
  fresh: TaskDetail;
  open: () => void;
}) {
  const { t } = useI18n();
  const compared = useApiQuery('documents.compare', {
    params: { id: fresh.row.document },
    query: { from: String(shown.version), to: String(fresh.version) },
  });
  useHotkeys({ Enter: open });
  return (
    <div className="turn" role="status">
      <h3>
        <IconGitCompare className="ic" aria-hidden="true" />
        {t('task.changed', { version: fresh.version })}
      </h3>
      <p>{t('task.changedWhy')}</p>
      {compared.data && (
        <div className="what">
          <Changes changes={compared.data} fields={fresh.fields} posts={{ ...shown.posts, ...fresh.posts }} />
        </div>
      )}
      <Button variant="primary" keys="⏎" onClick={open}>
        {t('task.openVersion', { version: fresh.version })}
      </Button>
    </div>
  );
}
