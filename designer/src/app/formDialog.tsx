import { Button, Dialog, useI18n } from '@reglament/ui';
import type { ReactNode } from 'react';

/** A dialog that is one form: Enter in a field does what its button does. */
export function FormDialog({
  title,
  act,
  busy,
  disabled = false,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  /** What its button says. */
  act: string;
  busy: boolean;
  disabled?: boolean;
  onSubmit: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useI18n();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" busy={busy} disabled={disabled} onClick={() => void onSubmit()}>
            {act}
          </Button>
        </>
      }
    >
      <form
        className="form-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled) void onSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
