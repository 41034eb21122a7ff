import { useI18n } from '@reglament/ui';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';

/** Up and down for whoever has no keyboard at hand; with one it is Alt and an arrow, so that Tab passes them by. */
export function MoveButtons({
  title,
  isFirst,
  isLast,
  onMove,
}: {
  title: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
}) {
  const { t } = useI18n();
  const button = (by: -1 | 1, label: string, Arrow: typeof IconArrowUp, disabled: boolean) => (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={(event) => {
        event.stopPropagation();
        onMove(by);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Arrow className="ic" aria-hidden="true" />
    </button>
  );
  return (
    <span className="moves">
      {button(-1, t('designer.moveUp', { title }), IconArrowUp, isFirst)}
      {button(1, t('designer.moveDown', { title }), IconArrowDown, isLast)}
    </span>
  );
}
