import { Kbd, useHotkeys, useI18n } from '@reglament/ui';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { links } from '../../app/links.ts';

/** The search box of the top bar: `/` goes to it from anywhere, Enter opens the search page. */
export function SearchBox() {
  const { t } = useI18n();
  const [path, navigate] = useLocation();
  const search = useSearch();
  const input = useRef<HTMLInputElement>(null);
  const focus = () => input.current?.focus();
  useHotkeys({ ['Slash']: focus });
  const asked = path === links.search ? (new URLSearchParams(search).get('q') ?? '') : '';
  return (
    <search className="find">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          navigate(`${links.search}?q=${encodeURIComponent(input.current?.value.trim() ?? '')}`);
        }}
      >
        <IconSearch className="ic" aria-hidden="true" />
        <input
          key={asked}
          ref={input}
          type="search"
          defaultValue={asked}
          maxLength={300}
          placeholder={t('documents.find')}
          aria-label={t('documents.find')}
          aria-keyshortcuts="/"
        />
        <Kbd>/</Kbd>
      </form>
    </search>
  );
}
