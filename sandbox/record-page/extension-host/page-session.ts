import { useCallback, useEffect, useRef } from 'react';
import { messageOf } from '../api/client.ts';
import type { PageDescription } from '../api/wire.ts';
import type { AppPageLocation, PageTarget } from '../format/hrefs.ts';
import { appPageHref } from '../format/hrefs.ts';
import { formatSettingsOf, usePage } from '../state/page-context.ts';
import type { PageServices } from '../state/page-services.ts';
import { useStore } from '../state/store.ts';
import { createFormat, formatAll, searchFor } from './crm-api.ts';
import { NO_RECORD_API, callWithoutRecord } from './no-record.ts';
import type { AppPageContext } from './protocol.ts';
import type { ExtensionSession } from './session.ts';
import { reply, startSession, useSession } from './session.ts';
import { createAppPageContext, createSurfaceApi } from './shared-api.ts';

interface PageParts {
  readonly page: PageDescription;
  readonly context: AppPageContext;
  readonly pageLocation: AppPageLocation;
  readonly services: PageServices;
}

function navigate(page: PageDescription, target: PageTarget): void {
  try {
    window.location.hash = appPageHref(target);
  } catch (error) {
    console.error(`${page.uid}: ${messageOf(error)}`);
  }
}

function startPageSession(
  { page, context, pageLocation, services }: PageParts,
  onCrash: (message: string) => void,
): ExtensionSession {
  const format = createFormat(services);
  return startSession(
    {
      uid: page.uid,
      context,
      clock: services.clockAheadMs,
      pageLocation,
      bundleUrl: `/pages/${encodeURIComponent(page.uid)}.js?revision=${String(page.revision)}`,
      createApi: ({ overlays }) => ({
        ...NO_RECORD_API,
        ...createSurfaceApi(services, overlays),
        runServerless: (uid, options) => reply(callWithoutRecord(page.uid, uid, options)),
        fetchCrmSearch: (request, options) => reply(searchFor(request, options, format)),
        formatCrmProperties: (request) => reply(formatAll(request, format)),
        navigateToPage: (target) => {
          navigate(page, target);
        },
      }),
    },
    onCrash,
  );
}

/** Runs the app page, in one worker for all of the app's pages. */
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
