import type { Regulation } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { links } from '../app/links.ts';
import { useSay } from '../app/say.ts';
import { useStaffNames } from '../app/staff.ts';
import { listChanges } from './changes.ts';
import { ChangeWords } from './changeWords.tsx';
import { useSide } from './useSide.ts';

const most = 6;

/** What a working copy changes in the version that it goes on from, for the dialog that publishes it. */
export function ChangesSince({ id, base, regulation }: { id: string; base: number; regulation: Regulation }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const staff = useStaffNames();
  const before = useSide(id, base).regulation;
  const list = useMemo(
    () => before && listChanges(before, regulation, i18n, say, staff),
    [before, regulation, i18n, say, staff],
  );
  if (!list) return null;
  const { changes, texts } = list;
  return (
    <section className="since" aria-labelledby="pub-since">
      <h3 id="pub-since">{t('versions.since', { version: base })}</h3>
      {changes.length === 0 && <p>{t('versions.sinceNothing')}</p>}
      <ul>
        {changes.slice(0, most).map(({ number, words }) => (
          <li key={number}>
            <ChangeWords words={words} />
          </li>
        ))}
      </ul>
      {changes.length > most && <p>{t('versions.more', { count: changes.length - most })}</p>}
      {texts.length > 0 && <p>{t('versions.texts', { count: texts.length })}</p>}
      <Link href={links.diff(id, base, 'copy')}>{t('versions.compare')}</Link>
    </section>
  );
}
