import { Button, Dialog, TextArea, useI18n } from '@reglament/ui';
import { useState } from 'react';

/** Takes a regulation out of use: nothing new starts by it, what runs is finished. */
export function RetireDialog({
  title,
  onClose,
  onRetire,
}: {
  title: string;
  onClose: () => void;
  onRetire: (reason: string) => void;
}) {
  const { t } = useI18n();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === '';
  return (
    <Dialog
      title={t('designer.retireAsk', { title })}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              setAsked(true);
              if (missing) return;
              onRetire(reason.trim());
              onClose();
            }}
          >
            {t('designer.retire')}
          </Button>
        </>
      }
    >
      <p>{t('designer.retireWhy')}</p>
      <TextArea
        label={t('designer.reason')}
        required
        value={reason}
        onChange={setReason}
        error={asked && missing ? t('designer.reasonMissing') : undefined}
      />
    </Dialog>
  );
}
