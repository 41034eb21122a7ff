import type { SessionRow } from '@reglament/api';
import { PageFailure } from '@reglament/web';
import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { usePush } from '../realtime/push.ts';
import { DeskShell } from './deskShell.tsx';
import type { FeatureRoute } from './feature.ts';
import { features } from './features.ts';
import { NoPage } from './noPage.tsx';
import { PasswordFirst } from './passwordFirst.tsx';
import { SessionGate } from './session.tsx';
import { SessionAgain } from './sessionAgain.tsx';
import { PageSkeleton } from './skeleton.tsx';
import { TaskViews } from './taskViews.ts';

const taskViews = features.flatMap((feature) => feature.taskViews ?? []);
const routes = features.flatMap((feature) => feature.routes ?? []);
const open = routes.filter((route) => route.frame === 'open');
const bare = routes.filter((route) => route.frame === 'bare');
const framed = routes.filter((route) => route.frame === undefined);

/** The route table: pages open to everybody, then those behind the session, most of them inside the shell. */
export function Pages() {
  return (
    <PageFailure>
      <Suspense fallback={<PageSkeleton />}>
        <Switch>
          {open.map(({ path, view: View }) => (
            <Route key={path} path={path}>
              <View />
            </Route>
          ))}
          <Route>
            <TaskViews value={taskViews}>
              <SessionGate>{(session) => <Within session={session} />}</SessionGate>
            </TaskViews>
          </Route>
        </Switch>
      </Suspense>
    </PageFailure>
  );
}

function Within({ session }: { session: SessionRow }) {
  usePush(session);
  if (session.mustChangePassword) return <PasswordFirst />;
  const allowed = (route: FeatureRoute) => route.allows?.(session) ?? true;
  return (
    <>
      <Switch>
        {bare.filter(allowed).map(({ path, view: View }) => (
          <Route key={path} path={path}>
            <View />
          </Route>
        ))}
        <Route>
          <DeskShell>
            <PageFailure>
              <Suspense fallback={<PageSkeleton />}>
                <Switch>
                  {framed.filter(allowed).map(({ path, view: View }) => (
                    <Route key={path} path={path}>
                      <View />
                    </Route>
                  ))}
                  <Route>
                    <NoPage />
                  </Route>
                </Switch>
              </Suspense>
            </PageFailure>
          </DeskShell>
        </Route>
      </Switch>
      <SessionAgain session={session} />
    </>
  );
}
