import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import {
  listActions,
  listCards,
  listPages,
  readAccount,
  readClockAheadMs,
  readWorld,
} from '../api/client.ts';
import type {
  Account,
  BulkActionDescription,
  CardDescription,
  PageDescription,
  World,
} from '../api/wire.ts';
import { serverMessageSchema } from '../api/wire.ts';
import type { Route } from '../format/hrefs.ts';
import { parseRoute } from '../format/hrefs.ts';
import { isPaymentType } from '../format/object-types.ts';
import { PaymentList } from '../records/PaymentList.tsx';
import { RecordList } from '../records/RecordList.tsx';
import { RecordView } from '../records/RecordView.tsx';
import type { PageParts } from '../state/page-context.ts';
import { createViewSettings, formatSettingsOf, PageContext } from '../state/page-context.ts';
import { createPageServices } from '../state/page-services.ts';
import type { Loaded } from '../state/store.ts';
import { useLoaded } from '../state/store.ts';
import { Alerts, IframeModal } from './Alerts.tsx';
import { AppPageView } from './AppPageView.tsx';
import { Header } from './Header.tsx';

interface LoadedAppProps {
  readonly world: World;
  readonly account: Account;
  readonly clockAheadMs: number;
}

async function loadWorld(): Promise<LoadedAppProps> {
  const [world, account, clockAheadMs] = await Promise.all([
    readWorld(),
    readAccount(),
    readClockAheadMs(),
  ]);
  return { world, account, clockAheadMs };
}

/** Calls after each rebuild. @returns the error of the latest build, null when it succeeded. */
function useServerEvents(onReload: () => void): string | null {
  const [buildError, setBuildError] = useState<string | null>(null);
  useEffect(() => {
    const events = new EventSource('/api/events');
    events.onmessage = ({ data }) => {
      const message = serverMessageSchema.parse(JSON.parse(String(data)));
      if (message.type === 'build-error') {
        setBuildError(message.message);
        return;
      }
      setBuildError(null);
      onReload();
    };
    return () => {
      events.close();
    };
  }, [onReload]);
  return buildError;
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
  };
}

function usePageParts({ world, account, clockAheadMs }: LoadedAppProps): PageParts {
  return useMemo(() => {
    const settings = createViewSettings();
    const services = createPageServices(
      () => formatSettingsOf(settings.get(), account),
      clockAheadMs,
    );
    return { world, account, settings, services };
  }, [world, account, clockAheadMs]);
}

interface RoutedViewProps {
  readonly route: Route;
  readonly cards: Loaded<readonly CardDescription[]>;
  readonly pages: Loaded<readonly PageDescription[]>;
  readonly actions: Loaded<readonly BulkActionDescription[]>;
}

function RoutedView({ route, cards, pages, actions }: RoutedViewProps) {
  switch (route.kind) {
    case 'list':
      if (isPaymentType(route.objectType)) {
        return <PaymentList key={route.objectType} objectType={route.objectType} />;
      }
      return <RecordList key={route.objectType} objectType={route.objectType} actions={actions} />;
    case 'record': {
      const { objectType, id } = route;
      return <RecordView key={`${objectType}/${id}`} {...{ objectType, id, cards }} />;
    }
    case 'app':
      return <AppPageView pages={pages} location={route.location} />;
  }
}

function LoadedApp(props: LoadedAppProps) {
  const parts = usePageParts(props);
  const [cards, reloadCards] = useLoaded(listCards);
  const [pages, reloadPages] = useLoaded(listPages);
  const [actions, reloadActions] = useLoaded(listActions);
  const reload = useCallback(() => {
    reloadCards();
    reloadPages();
    reloadActions();
  }, [reloadCards, reloadPages, reloadActions]);
  const buildError = useServerEvents(reload);
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash);
  const route = useMemo(() => parseRoute(hash), [hash]);
  return (
    <PageContext.Provider value={parts}>
      <Header route={route} />
      {buildError !== null && (
        <div role="alert" className="page-banner" data-testid="build-error">
          <strong>The build failed.</strong> <pre>{buildError}</pre>
        </div>
      )}
      <RoutedView {...{ route, cards, pages, actions }} />
      <Alerts />
      <IframeModal />
    </PageContext.Provider>
  );
}

function App() {
  const [loaded] = useLoaded(loadWorld);
  if (loaded.status === 'loading') return <p className="page-note">Loading…</p>;
  if (loaded.status === 'failed') {
    return (
      <p role="alert" className="page-note">
        The sandbox doesn’t respond: {loaded.message}
      </p>
    );
  }
  return <LoadedApp {...loaded.value} />;
}

const container = document.getElementById('root');
if (container === null) throw new Error('The page has no element to draw into.');
createRoot(container).render(<App />);
