import type { LibraryRow } from '@reglament/api';
import { shortName } from '@reglament/i18n';
import { Button, Dialog, useI18n } from '@reglament/ui';
import { ProblemLine, useCommand } from '@reglament/web';
import { useState } from 'react';
import { useSay } from '../app/say.ts';

/** To which organisations below a regulation is offered: to all, to chosen ones, to none any more. */
export function OfferDialog({
  row,
  below,
  onClose,
  onDone,
}: {
  row: LibraryRow;
  below: readonly { readonly id: string; readonly title: string }[];
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const { t, locale } = useI18n();
  const say = useSay();
  const offer = useCommand('regulations.offer');
  const stop = useCommand('regulations.stopOffering');
  const now = row.offer;
  const [isForAll, setForAll] = useState(now === undefined || now.to === 'below');
  const [chosen, setChosen] = useState<readonly string[]>(
    now && now.to !== 'below' ? now.to.map(({ id }) => id) : [],
  );
  const [asked, setAsked] = useState(false);
  const missing = !isForAll && chosen.length === 0;
  const params = { id: row.id };

  const send = async () => {
    setAsked(true);
    if (missing) return;
    const done = await offer.send({ params, body: { to: isForAll ? 'below' : [...chosen] } });
    if (done) onDone(t('designer.offer.done'));
  };
  const end = async () => {
    if (await stop.send({ params, body: {} })) onDone(t('designer.offer.stopped'));
  };

  return (
    <Dialog
      title={t('designer.offer.toTitle', { title: say(row.title) })}
      onClose={onClose}
      actions={
        <>
          {now && (
            <Button variant="quiet" busy={stop.busy} onClick={() => void end()}>
              {t('designer.offer.stop')}
            </Button>
          )}
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" busy={offer.busy} onClick={() => void send()}>
            {t('designer.offer.do')}
          </Button>
        </>
      }
    >
      <div className="offer">
        <p>{t('designer.offer.toWhy')}</p>
        {/* biome-ignore lint/a11y/useSemanticElements: a switch is no field set */}
        <div className="seg" role="group" aria-label={t('designer.offer.toWhom')}>
          <button type="button" aria-pressed={isForAll} onClick={() => setForAll(true)}>
            {t('designer.offer.below')}
          </button>
          <button type="button" aria-pressed={!isForAll} onClick={() => setForAll(false)}>
            {t('designer.offer.chosen')}
          </button>
        </div>
        {isForAll ? (
          <p className="hint">{t('designer.offer.belowHint')}</p>
        ) : (
          <ul aria-label={t('designer.offer.organisations')}>
            {below.map(({ id, title }) => (
              <li key={id}>
                <label className="tick-row">
                  <input
                    type="checkbox"
                    checked={chosen.includes(id)}
                    onChange={(event) =>
                      setChosen(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                    }
                  />
                  {title}
                </label>
              </li>
            ))}
          </ul>
        )}
        {asked && missing && (
          <p className="field-error" role="alert">
            {t('designer.offer.missing')}
          </p>
        )}
        {now && (
          <p className="hint">
            {t('designer.offer.by', {
              name: shortName(now.by),
              date: new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(now.atMs),
            })}
          </p>
        )}
        <ProblemLine error={offer.error ?? stop.error} />
      </div>
    </Dialog>
  );
}
