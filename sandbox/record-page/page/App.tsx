import { useCallback, useMemo } from 'react';
import { listCards, listPages, readAccount, readWorld } from '../api/client.ts';
import type { Account, CardDescription, PageDescription, World } from '../api/wire.ts';
import { AppPageView } from '../app-page/AppPageView.tsx';
import { createPageServices } from '../extension-host/page-services.ts';
import { RecordListView } from '../records/RecordListView.tsx';
import { RecordView } from '../records/RecordView.tsx';
import { Alerts } from './Alerts.tsx';
import { Header } from './Header.tsx';
import { IframeModal } from './IframeModal.tsx';
import { formatSettingsOf, PageContext } from './page-context.ts';
import type { PageParts } from './page-context.ts';
import { parseRoute } from './route.ts';
import type { Route } from './route.ts';
import { useLoaded } from './use-loaded.ts';
import type { Loaded } from './use-loaded.ts';
import { useHash } from './use-hash.ts';
import { useServerEvents } from './use-server-events.ts';
import { createViewSettings } from './view-settings.ts';

async function loadWorld(): Promise<{ readonly world: World; readonly account: Account }> {
  const [world, account] = await Promise.all([readWorld(), readAccount()]);
  return { world, account };
}

function usePageParts(world: World, account: Account): PageParts {
  return useMemo(() => {
    const settings = createViewSettings();
    const services = createPageServices(() => formatSettingsOf(settings.get(), account));
    return { world, account, settings, services };
  }, [world, account]);
}

interface RoutedViewProps {
  readonly route: Route;
  readonly cards: Loaded<readonly CardDescription[]>;
  readonly pages: Loaded<readonly PageDescription[]>;
}

function RoutedView({ route, cards, pages }: RoutedViewProps) {
  switch (route.kind) {
    case 'list':
      return <RecordListView key={route.objectType} objectType={route.objectType} />;
    case 'record': {
      const { objectType, id } = route;
      return <RecordView key={`${objectType}/${id}`} {...{ objectType, id, cards }} />;
    }
    case 'app':
      return <AppPageView pages={pages} location={route.location} />;
  }
}

interface LoadedAppProps {
  readonly world: World;
  readonly account: Account;
}

function LoadedApp({ world, account }: LoadedAppProps) {
  const parts = usePageParts(world, account);
  const [cards, reloadCards] = useLoaded(listCards);
  const [pages, reloadPages] = useLoaded(listPages);
  const reload = useCallback(() => {
    reloadCards();
    reloadPages();
  }, [reloadCards, reloadPages]);
  const buildError = useServerEvents(reload);
  const hash = useHash();
  const route = useMemo(() => parseRoute(hash), [hash]);
  return (
    <PageContext.Provider value={parts}>
      <Header route={route} />
      {buildError !== null && (
        <div role="alert" className="page-banner" data-testid="build-error">
          <strong>The build failed.</strong> <pre>{buildError}</pre>
        </div>
      )}
      <RoutedView {...{ route, cards, pages }} />
      <Alerts />
      <IframeModal />
    </PageContext.Provider>
  );
}

export function App() {
  const [loaded] = useLoaded(loadWorld);
  if (loaded.status === 'loading') return <p className="page-note">Loading…</p>;
  if (loaded.status === 'failed') {
    return (
      <p role="alert" className="page-note">
        The sandbox does not answer: {loaded.message}
      </p>
    );
  }
  return <LoadedApp {...loaded.value} />;
}
