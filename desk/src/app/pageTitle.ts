import { useI18n } from '@reglament/ui';
import { useEffect } from 'react';

let current = '';
let product = '';
let count = 0;

function write(): void {
  const words = [current, product].filter(Boolean).join(' · ');
  document.title = count > 0 ? `(${count}) ${words}` : words;
}

/** Names the page in the browser's tab: «(14) Мои задачи · Регламент». */
export function usePageTitle(title: string): void {
  const { t } = useI18n();
  useEffect(() => {
    current = title;
    product = t('desk.product');
    write();
  }, [title, t]);
}

/** Puts the number of open tasks before the title. */
export function noteOpenTasks(tasks: number): void {
  count = tasks;
  write();
}
