import { useCallback, useEffect, useRef } from 'react';
import type { PageDescription } from '../api/wire.ts';
import { formatSettingsOf, usePage } from '../page/page-context.ts';
import { useStore } from '../page/store.ts';
import { createAppPageContext } from './contexts.ts';
import { startPageSession } from './page-session.ts';
import type { AppPageLocation } from './protocol.ts';
import { useSession } from './use-session.ts';

/** Runs the app page; going elsewhere within it does not start it again. */
export function usePageSession(page: PageDescription, pageLocation: AppPageLocation) {
  const { world, account, services, settings: settingsStore } = usePage();
  const settings = useStore(settingsStore);
  const latestLocation = useRef(pageLocation);
  latestLocation.current = pageLocation;
  const start = useCallback(
    (onCrash: (message: string) => void) => {
      const format = formatSettingsOf(settings, account);
      const context = createAppPageContext({ world, account, settings, format });
      const pageLocation = latestLocation.current;
      return startPageSession({ page, context, pageLocation, services }, onCrash);
    },
    [page, world, account, services, settings],
  );
  const [state, crash] = useSession(start);
  useEffect(() => {
    if (state.status === 'running') state.session.moveTo(pageLocation);
  }, [state, pageLocation]);
  return [state, crash] as const;
}
