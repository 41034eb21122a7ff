import type { I18n } from '@reglament/i18n';
import { EmptyState, ToastProvider, useI18n } from '@reglament/ui';
import { LocaleProvider, PageFailure, queryClient } from '@reglament/web';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, Route, Router, Switch } from 'wouter';
import { LibraryPage } from '../library/libraryPage.tsx';
import { AskProvider } from './ask.tsx';
import { links } from './links.ts';
import { Loading } from './loading.tsx';
import { SessionGate } from './session.tsx';

const EditorPage = lazy(() => import('../document/editorPage.tsx'));
const VersionsPage = lazy(() => import('../versions/versionsPage.tsx'));
const VersionPage = lazy(() => import('../versions/versionPage.tsx'));
const ComparePage = lazy(() => import('../versions/comparePage.tsx'));
const OfferedPage = lazy(() => import('../offers/offeredPage.tsx'));
const FromTablePage = lazy(() => import('../library/fromTable/fromTablePage.tsx'));

/** Everything the designer stands on, and its pages. */
export function App({ i18n }: { i18n: I18n }) {
  return (
    <QueryClientProvider client={queryClient}>
      <LocaleProvider first={i18n}>
        <ToastProvider>
          <Router base="/designer">
            <AskProvider>
              <SessionGate>
                <PageFailure>
                  <Suspense fallback={<Loading />}>
                    <Switch>
                      <Route path={links.library} component={LibraryPage} />
                      <Route path="/:id/versions">{({ id }) => <VersionsPage key={id} id={id} />}</Route>
                      <Route path="/:id/versions/:version">
                        {({ id, version }) => (
                          <VersionPage key={`${id}/${version}`} id={id} version={version} />
                        )}
                      </Route>
                      <Route path="/:id/diff">{({ id }) => <ComparePage key={id} id={id} />}</Route>
                      <Route path="/offered/:organisation/:id">
                        {({ organisation, id }) => (
                          <OfferedPage key={`${organisation}/${id}`} organisation={organisation} id={id} />
                        )}
                      </Route>
                      <Route path={links.fromTable} component={FromTablePage} />
                      <Route path="/:id">{({ id }) => <EditorPage key={id} id={id} />}</Route>
                      <Route component={NoPage} />
                    </Switch>
                  </Suspense>
                </PageFailure>
              </SessionGate>
            </AskProvider>
          </Router>
        </ToastProvider>
      </LocaleProvider>
    </QueryClientProvider>
  );
}

function NoPage() {
  const { t } = useI18n();
  return (
    <EmptyState
      title={t('desk.notFound')}
      page
      actions={<Link href={links.library}>{t('designer.toLibrary')}</Link>}
    >
      {t('desk.notFoundWhy')}
    </EmptyState>
  );
}
