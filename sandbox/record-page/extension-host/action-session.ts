import { useCallback } from 'react';
import type { BulkActionDescription } from '../api/wire.ts';
import { formatSettingsOf, usePage } from '../state/page-context.ts';
import type { PageServices } from '../state/page-services.ts';
import { useStore } from '../state/store.ts';
import { createFormat, formatAll, searchFor } from './crm-api.ts';
import { callWithoutRecord, NO_RECORD_API } from './no-record.ts';
import type { BulkActionContext } from './protocol.ts';
import type { ExtensionSession } from './session.ts';
import { reply, startSession, useSession } from './session.ts';
import { createBulkActionContext, createSurfaceApi } from './shared-api.ts';

function startActionSession(
  { uid, revision }: BulkActionDescription,
  context: BulkActionContext,
  services: PageServices,
  onCrash: (message: string) => void,
): ExtensionSession {
  const format = createFormat(services);
  return startSession(
    {
      uid,
      context,
      clock: services.clockAheadMs,
      pageLocation: null,
      bundleUrl: `/actions/${encodeURIComponent(uid)}.js?revision=${String(revision)}`,
      createApi: ({ overlays }) => ({
        ...NO_RECORD_API,
        ...createSurfaceApi(services, overlays),
        runServerless: (called, options) => reply(callWithoutRecord(uid, called, options)),
        fetchCrmSearch: (request, options) => reply(searchFor(request, options, format)),
        formatCrmProperties: (request) => reply(formatAll(request, format)),
        navigateToPage: () => {
          console.warn(`${uid}: navigateToPage works on app pages only.`);
        },
      }),
    },
    onCrash,
  );
}

/** Runs a bulk action on the records that are selected when it opens. */
export function useActionSession(
  action: BulkActionDescription,
  selected: BulkActionContext['crm'],
) {
  const { world, account, services, settings: settingsStore } = usePage();
  const settings = useStore(settingsStore);
  const start = useCallback(
    (onCrash: (message: string) => void) => {
      const format = formatSettingsOf(settings, account);
      const context = createBulkActionContext({ world, account, settings, format }, selected);
      return startActionSession(action, context, services, onCrash);
    },
    [action, selected, world, account, services, settings],
  );
  return useSession(start);
}
