import type { LibraryRow, OfferedRow } from '@reglament/api';
import { formatPlainDate } from '@reglament/i18n';
import { Menu, useI18n } from '@reglament/ui';
import { IconCopy, IconDots, IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { links } from '../app/links.ts';
import { useSay } from '../app/say.ts';
import { Way } from '../library/way.tsx';
import { TakeDialog } from './takeDialog.tsx';

/** What organisations above offer, each with the own regulations that were taken from it. */
export function OfferedTable({ offers, own }: { offers: readonly OfferedRow[]; own: readonly LibraryRow[] }) {
  const { t } = useI18n();
  return (
    <div className="regs-scroll">
      <table className="regs">
        <caption className="visually-hidden">{t('designer.filter.offered')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('designer.column.regulation')}</th>
            <th scope="col" className="c-by">
              {t('designer.offer.column')}
            </th>
            <th scope="col" className="c-version">
              {t('designer.column.version')}
            </th>
            <th scope="col" className="c-ours">
              {t('designer.offer.ours')}
            </th>
            <th scope="col" className="c-menu">
              <span className="visually-hidden">{t('common.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {offers.map((row) => (
            <Row
              key={`${row.organisation.id}/${row.id}`}
              row={row}
              taken={own.filter(
                ({ origin }) =>
                  origin?.organisation.id === row.organisation.id && origin.regulation === row.id,
              )}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, taken }: { row: OfferedRow; taken: readonly LibraryRow[] }) {
  const { t, locale } = useI18n();
  const say = useSay();
  const [, navigate] = useLocation();
  const [taking, setTaking] = useState(false);
  const href = links.offered(row.organisation.id, row.id);
  return (
    <tr>
      <th scope="row">
        <Link href={href}>{say(row.title)}</Link>
        <Way stages={row.stages} words={say(row.kindTitle)} />
      </th>
      <td>{row.organisation.title}</td>
      <td data-label={t('designer.column.version')}>
        {row.version}
        <small>{t('designer.offer.from', { date: formatPlainDate(row.inForceFrom, locale) })}</small>
      </td>
      <td className={taken.length === 0 ? 'nothing' : undefined} data-label={t('designer.offer.ours')}>
        {taken.length === 0
          ? '—'
          : taken.map(({ id, title, origin }) => (
              <span key={id} className="ours">
                <Link href={links.editor(id)}>{say(title)}</Link>
                <small>{t('designer.offer.version', { version: origin?.version ?? 0 })}</small>
              </span>
            ))}
      </td>
      <td>
        <Menu
          label={t('designer.actsOf', { title: say(row.title) })}
          className="icbtn"
          items={[
            { id: 'read', label: t('designer.offer.read'), icon: IconEye, run: () => navigate(href) },
            { id: 'take', label: t('designer.offer.take'), icon: IconCopy, run: () => setTaking(true) },
          ]}
        >
          <IconDots className="ic" aria-hidden="true" />
        </Menu>
        {taking && <TakeDialog row={row} onClose={() => setTaking(false)} />}
      </td>
    </tr>
  );
}
