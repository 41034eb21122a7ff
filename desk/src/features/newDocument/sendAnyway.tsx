import type { RoutePlanRow } from '@reglament/api';
import { Button, Dialog, useI18n } from '@reglament/ui';
import { useSay } from '../../shared/text.ts';
import { vacantStages } from './routeSide.tsx';

/** Asks before a document is sent towards a post that nobody holds. */
export function SendAnyway({
  plan,
  busy,
  close,
  send,
}: {
  plan: RoutePlanRow;
  busy: boolean;
  close: () => void;
  send: () => void;
}) {
  const { t } = useI18n();
  const say = useSay();
  return (
    <Dialog
      title={t('draft.sendAnyway')}
      onClose={close}
      actions={
        <>
          <Button variant="primary" busy={busy} onClick={send}>
            {t('draft.sendStill')}
          </Button>
          <Button variant="quiet" onClick={close}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <p className="soft">{t('draft.sendAnywayWhy')}</p>
      <ul>
        {vacantStages(plan).map(({ stage, title, vacant }) => (
          <li key={stage}>
            {say(title)}: {vacant && say(vacant.title)}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
