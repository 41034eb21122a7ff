import { Button, Dialog, useI18n, useToast } from '@reglament/ui';
import { ProblemLine, refresh, useCommand } from '@reglament/web';

/** Asks before a draft is deleted: it cannot be brought back. */
export function DeleteDraft({ id, close, done }: { id: string; close: () => void; done: () => void }) {
  const { t } = useI18n();
  const toast = useToast();
  const command = useCommand('drafts.delete');
  const remove = async () => {
    if (!(await command.send({ params: { id } }))) return;
    toast({ text: t('draft.deleted') });
    void refresh('drafts.list');
    done();
  };
  return (
    <Dialog
      title={t('draft.deleteTitle')}
      onClose={close}
      actions={
        <>
          <Button variant="primary" busy={command.busy} onClick={() => void remove()}>
            {t('draft.delete')}
          </Button>
          <Button variant="quiet" onClick={close}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <p className="soft">{t('draft.deleteWhy')}</p>
      <ProblemLine error={command.error} />
    </Dialog>
  );
}
