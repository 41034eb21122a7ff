import { Button, Dialog, KeyHint, useHotkeys, useI18n } from '@reglament/ui';
import './keys.css';

/** Which keys do what; opened and shut by «?». */
export function KeysHelp({ close }: { close: () => void }) {
  const { t } = useI18n();
  useHotkeys({ 'Shift+Slash': close, 'Shift+Digit7': close });
  return (
    <Dialog
      title={t('tasks.keys')}
      onClose={close}
      wide
      actions={
        <Button variant="quiet" keys="Esc" onClick={close}>
          {t('common.close')}
        </Button>
      }
    >
      <div className="keys-cols">
        <section aria-label={t('tasks.keysGo')}>
          <h3>{t('tasks.keysGo')}</h3>
          <dl>
            <KeyHint keys={['j', '↓']}>{t('tasks.keyNext')}</KeyHint>
            <KeyHint keys={['k', '↑']}>{t('tasks.keyPrevious')}</KeyHint>
            <KeyHint keys={['⏎']}>{t('tasks.keyOpen')}</KeyHint>
            <KeyHint keys={['n']}>{t('tasks.keyNew')}</KeyHint>
            <KeyHint keys={['/']}>{t('tasks.keyFind')}</KeyHint>
          </dl>
        </section>
        <section aria-label={t('tasks.keysDecide')}>
          <h3>{t('tasks.keysDecide')}</h3>
          <dl>
            <KeyHint keys={['1']}>{t('tasks.key1')}</KeyHint>
            <KeyHint keys={['2']}>{t('tasks.key2')}</KeyHint>
            <KeyHint keys={['3']}>{t('tasks.key3')}</KeyHint>
            <KeyHint keys={['t']}>{t('tasks.keyTake')}</KeyHint>
            <KeyHint keys={['Ctrl', '⏎']}>{t('tasks.keySend')}</KeyHint>
          </dl>
        </section>
        <section aria-label={t('tasks.keysPick')}>
          <h3>{t('tasks.keysPick')}</h3>
          <dl>
            <KeyHint keys={['x']}>{t('tasks.keyPick')}</KeyHint>
            <KeyHint keys={['⇧', 'j']}>{t('tasks.keyPickMore')}</KeyHint>
            <KeyHint keys={['Esc']}>{t('tasks.keyUnpick')}</KeyHint>
          </dl>
        </section>
      </div>
      <p className="soft">{t('tasks.keysPlace')}</p>
    </Dialog>
  );
}
