import { useEffect, useState } from 'react';
import type { PageDescription } from '../api/wire.ts';
import { HeaderSlotContext } from '../components/pages/header-slot.ts';
import { ExtensionBody } from '../extension-host/ExtensionBody.tsx';
import type { AppPageLocation } from '../extension-host/protocol.ts';
import { usePageSession } from '../extension-host/use-page-session.ts';
import { usePage } from '../page/page-context.ts';
import type { Loaded } from '../page/use-loaded.ts';

interface AppPageFrameProps {
  readonly page: PageDescription;
  readonly location: AppPageLocation;
}

/** `PageTitle` names the browser's tab; elsewhere it has the sandbox's own name. */
function useRestoredTitle(): void {
  useEffect(() => {
    const before = document.title;
    return () => {
      document.title = before;
    };
  }, []);
}

/** The app's page as HubSpot frames it: the app's name, the page's actions beside it, its content below. */
function AppPageFrame({ page, location }: AppPageFrameProps) {
  const { world } = usePage();
  const [state, onDrawingFailed] = usePageSession(page, location);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  useRestoredTitle();
  return (
    <main className="app-page" data-testid="app-page" data-page-status={state.status}>
      <header className="app-page-header">
        <span className="app-page-name">{world.appName}</span>
        <div ref={setSlot} className="app-page-actions" data-testid="app-page-actions" />
      </header>
      <div className="app-page-body">
        <HeaderSlotContext.Provider value={slot}>
          <ExtensionBody kind="page" {...{ state, onDrawingFailed }} />
        </HeaderSlotContext.Provider>
      </div>
    </main>
  );
}

interface AppPageViewProps {
  readonly pages: Loaded<readonly PageDescription[]>;
  readonly location: AppPageLocation;
}

export function AppPageView({ pages, location }: AppPageViewProps) {
  if (pages.status === 'loading') return <p className="page-note">Loading the app page…</p>;
  if (pages.status === 'failed') {
    return (
      <p role="alert" className="page-note">
        The app page could not be read: {pages.message}
      </p>
    );
  }
  const [page] = pages.value;
  if (page === undefined) return <p className="page-note">This project has no app page.</p>;
  return <AppPageFrame page={page} location={location} />;
}
