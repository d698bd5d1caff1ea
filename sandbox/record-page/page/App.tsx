import { useMemo } from 'react';
import { listCards, readAccount, readWorld } from '../api/client.ts';
import type { Account, World } from '../api/wire.ts';
import { createPageServices } from '../card-host/page-services.ts';
import { RecordListView } from '../records/RecordListView.tsx';
import { RecordView } from '../records/RecordView.tsx';
import { Alerts } from './Alerts.tsx';
import { Header } from './Header.tsx';
import { IframeModal } from './IframeModal.tsx';
import { formatSettingsOf, PageContext } from './page-context.ts';
import type { PageParts } from './page-context.ts';
import { parseRoute, useHash } from './route.ts';
import { useLoaded } from './use-loaded.ts';
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

interface LoadedAppProps {
  readonly world: World;
  readonly account: Account;
}

function LoadedApp({ world, account }: LoadedAppProps) {
  const parts = usePageParts(world, account);
  const [cards, reloadCards] = useLoaded(listCards);
  const buildError = useServerEvents(reloadCards);
  const route = parseRoute(useHash());
  return (
    <PageContext.Provider value={parts}>
      <Header route={route} />
      {buildError !== null && (
        <div role="alert" className="page-banner" data-testid="build-error">
          <strong>The build failed.</strong> <pre>{buildError}</pre>
        </div>
      )}
      {route.kind === 'list' ? (
        <RecordListView key={route.objectType} objectType={route.objectType} />
      ) : (
        <RecordView
          key={`${route.objectType}/${route.id}`}
          objectType={route.objectType}
          id={route.id}
          cards={cards}
        />
      )}
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
