import type { I18n } from '@reglament/i18n';
import { ToastProvider } from '@reglament/ui';
import { LocaleProvider, queryClient } from '@reglament/web';
import { QueryClientProvider } from '@tanstack/react-query';
import { Pages } from './pages.tsx';

/** Everything the desk stands on, and its pages. */
export function App({ i18n }: { i18n: I18n }) {
  return (
    <QueryClientProvider client={queryClient}>
      <LocaleProvider first={i18n}>
        <ToastProvider>
          <Pages />
        </ToastProvider>
      </LocaleProvider>
    </QueryClientProvider>
  );
}
