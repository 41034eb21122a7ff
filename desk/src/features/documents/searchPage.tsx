import { Button, EmptyState, useI18n } from '@reglament/ui';
import { PageProblem, useApiPages } from '@reglament/web';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { links } from '../../app/links.ts';
import { usePageTitle } from '../../app/pageTitle.ts';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { More } from '../../shared/more.tsx';
import { DocumentLine } from './documentLine.tsx';
import '../../shared/lines.css';
import './search.css';

/** Documents by number, title or counterparty, among those that the reader may see. The question is in the address. */
export default function SearchPage() {
  const { t } = useI18n();
  const [, navigate] = useLocation();
  const q = new URLSearchParams(useSearch()).get('q')?.trim() ?? '';
  const input = useRef<HTMLInputElement>(null);
  const list = useApiPages('documents.list', { query: { view: 'search', q, limit: '50' } });
  usePageTitle(q ? `${t('documents.search')}: ${q}` : t('documents.search'));
  useEffect(() => {
    if (q === '') input.current?.focus();
  }, [q]);
  return (
    <div className="page search-page">
      <h1>{t('documents.search')}</h1>
      <form
        className="acts"
        onSubmit={(event) => {
          event.preventDefault();
          navigate(`${links.search}?q=${encodeURIComponent(input.current?.value.trim() ?? '')}`);
        }}
      >
        <input
          key={q}
          ref={input}
          className="input"
          type="search"
          defaultValue={q}
          maxLength={300}
          aria-label={t('documents.find')}
          placeholder={t('documents.find')}
        />
        <Button variant="primary" type="submit" icon={IconSearch}>
          {t('documents.toFind')}
        </Button>
      </form>
      <p className="soft" role="status">
        {list.loading
          ? ''
          : q === ''
            ? t('documents.allYouSee')
            : list.rows.length > 0
              ? t('documents.found', { q, count: list.rows.length })
              : ''}
      </p>
      {list.loading ? (
        <PageSkeleton />
      ) : list.error && list.rows.length === 0 ? (
        <PageProblem error={list.error} retry={list.retry} />
      ) : list.rows.length === 0 ? (
        <EmptyState icon={IconSearch} title={t('documents.nothing')}>
          {t('documents.nothingWhy')}
        </EmptyState>
      ) : (
        <ul className="lines">
          {list.rows.map((row) => (
            <DocumentLine key={row.id} row={row} mine={false} />
          ))}
        </ul>
      )}
      <More list={list} />
    </div>
  );
}
