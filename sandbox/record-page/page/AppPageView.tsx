import { useEffect, useState } from 'react';
import type { PageDescription } from '../api/wire.ts';
import { ExtensionBody } from '../extension-host/ExtensionFrame.tsx';
import { usePageSession } from '../extension-host/page-session.ts';
import type { AppPageLocation } from '../format/hrefs.ts';
import { HeaderSlotContext, usePage } from '../state/page-context.ts';
import type { Loaded } from '../state/store.ts';

interface AppPageFrameProps {
  readonly page: PageDescription;
  readonly location: AppPageLocation;
}

/** Restores the name of the browser's tab, which `PageTitle` changes. */
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
        Couldn’t load the app page: {pages.message}
      </p>
    );
  }
  const [page] = pages.value;
  if (page === undefined) return <p className="page-note">This project has no app page.</p>;
  return <AppPageFrame page={page} location={location} />;
}
