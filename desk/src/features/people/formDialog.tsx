import { Button, Dialog, useI18n } from '@reglament/ui';
import { ProblemLine } from '@reglament/web';
import type { ReactNode } from 'react';

/** A dialog with a form: Enter sends, Escape shuts. */
export function FormDialog({
  title,
  verb,
  cancel,
  busy,
  error,
  close,
  send,
  children,
}: {
  title: string;
  verb: string;
  /** instead of «Отменить», where something else is cancelled in the dialog */
  cancel?: string;
  busy: boolean;
  error: unknown;
  close: () => void;
  send: () => void;
  children: ReactNode;
}) {
  const { t } = useI18n();
  const form = `form-${title}`.replaceAll(/\W+/gu, '-');
  return (
    <Dialog
      title={title}
      onClose={close}
      actions={
        <>
          <Button variant="primary" type="submit" form={form} busy={busy}>
            {verb}
          </Button>
          <Button variant="quiet" onClick={close}>
            {cancel ?? t('common.cancel')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {children}
        <ProblemLine error={error} />
      </form>
    </Dialog>
  );
}
