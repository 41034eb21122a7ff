import { formatMoney, formatPlainDate, shortName } from '@reglament/i18n';
import { Button, EmptyState, useI18n } from '@reglament/ui';
import { PageProblem, useApiPages, useApiQuery } from '@reglament/web';
import { IconNotebook, IconPrinter, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { links } from '../../app/links.ts';
import { usePageTitle } from '../../app/pageTitle.ts';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { More } from '../../shared/more.tsx';
import { useSay } from '../../shared/text.ts';
import './register.css';

/** The registers of the reader: a book in which every number is a row. Which book and year is in the address. */
export default function RegisterPage() {
  const { t } = useI18n();
  const registers = useApiQuery('registers.list', {});
  usePageTitle(t('register.section'));
  if (registers.error && !registers.data)
    return (
      <div className="page">
        <PageProblem error={registers.error} retry={() => void registers.refetch()} />
      </div>
    );
  if (!registers.data) return <PageSkeleton />;
  const { rows } = registers.data;
  if (rows.length === 0)
    return (
      <EmptyState page icon={IconNotebook} title={t('register.noBooks')}>
        {t('register.noBooksWhy')}
      </EmptyState>
    );
  return <Books rows={rows} />;
}

type BookRows = NonNullable<ReturnType<typeof useApiQuery<'registers.list'>>['data']>['rows'];

function Books({ rows }: { rows: BookRows }) {
  const { t } = useI18n();
  const say = useSay();
  const asked = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const book = rows.find(({ id }) => id === asked.get('book')) ?? rows[0];
  const year = asked.get('year') ?? String(book?.years[0] ?? '');
  const list = useApiPages('registers.entries', {
    params: { id: book?.id ?? '' },
    query: { limit: '100', ...(year && { year }), ...(q && { q }) },
  });
  if (!book) return null;
  const to = (id: string, next: string) =>
    `${links.register}?book=${encodeURIComponent(id)}${next ? `&year=${next}` : ''}`;
  return (
    <div className="reg">
      <header className="reg-head">
        <h1>
          {say(book.title)} <span>{year}</span>
        </h1>
        <nav className="tabs" aria-label={t('register.books')}>
          {rows.map(({ id, title, years }) => (
            <Link
              key={id}
              href={to(id, String(years[0] ?? ''))}
              aria-current={id === book.id ? 'page' : undefined}
            >
              {say(title)}
            </Link>
          ))}
        </nav>
        <div className="acts">
          <Button icon={IconPrinter} onClick={() => print()}>
            {t('sheet.print')}
          </Button>
        </div>
      </header>
      <search className="sift">
        <label className="seek">
          <IconSearch className="ic" aria-hidden="true" />
          <input
            type="search"
            maxLength={300}
            value={typed}
            placeholder={t('documents.find')}
            aria-label={t('documents.find')}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        {book.years.length > 1 && (
          <label className="pickd">
            <span className="visually-hidden">{t('register.year')}</span>
            <select
              className="input"
              value={year}
              onChange={(event) => navigate(to(book.id, event.target.value), { replace: true })}
            >
              {book.years.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
        )}
      </search>
      {list.error && list.rows.length === 0 ? (
        <PageProblem error={list.error} retry={list.retry} />
      ) : list.loading ? (
        <PageSkeleton />
      ) : list.rows.length === 0 ? (
        <EmptyState title={t(q ? 'documents.nothing' : 'register.empty')}>
          {t(q ? 'register.nothingWhy' : 'register.emptyWhy')}
        </EmptyState>
      ) : (
        <Entries rows={list.rows} more={<More list={list} />} />
      )}
      <footer className="sum">
        <span>{t('register.count', { count: book.entries })}</span>
      </footer>
    </div>
  );
}

type Entry = ReturnType<typeof useApiPages<'registers.entries'>>['rows'][number];

function Entries({ rows, more }: { rows: readonly Entry[]; more: React.ReactNode }) {
  const { t, locale } = useI18n();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="sheet-wrap" tabIndex={0} aria-label={t('register.numbers')}>
      <table className="book">
        <caption className="visually-hidden">{t('register.numbers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('register.number')}</th>
            <th scope="col">{t('register.date')}</th>
            <th scope="col">{t('register.title')}</th>
            <th scope="col">{t('register.counterparty')}</th>
            <th scope="col" className="r">
              {t('register.price')}
            </th>
            <th scope="col">{t('register.author')}</th>
            <th scope="col">{t('register.by')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.number}</th>
              <td>{formatPlainDate(row.date, locale)}</td>
              <td className="t">
                {row.document ? <Link href={links.document(row.document)}>{row.title}</Link> : row.title}
              </td>
              <td>{row.counterparty}</td>
              <td className="r">
                {row.price && formatMoney({ minor: row.price.amount, currency: row.price.currency }, locale)}
              </td>
              <td>{shortName(row.author.name)}</td>
              <td>{shortName(row.registeredBy.name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </section>
  );
}
