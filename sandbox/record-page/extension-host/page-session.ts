import { callFunction } from '../api/client.ts';
import { messageOf } from '../api/request.ts';
import type { PageDescription } from '../api/wire.ts';
import { appPageHref } from '../format/hrefs.ts';
import { searchFor } from './crm-search.ts';
import type { AppPageContext } from './extension-context.ts';
import type { ExtensionSession } from './extension-session.ts';
import { startSession } from './extension-session.ts';
import { createFormat, formatAll } from './format-values.ts';
import { noRecordApi } from './no-record.ts';
import type { PageServices } from './page-services.ts';
import type { AppPageLocation, PageTarget, ServerlessOptions } from './protocol.ts';
import { reply } from './reply.ts';
import { createSurfaceApi } from './surface-api.ts';

interface PageSurroundings {
  readonly page: PageDescription;
  readonly context: AppPageContext;
  readonly pageLocation: AppPageLocation;
  readonly services: PageServices;
}

async function callWithoutRecord(
  page: PageDescription,
  uid: string,
  options: ServerlessOptions,
): Promise<unknown> {
  if ((options.propertiesToSend ?? []).length > 0) {
    const message = `${uid}: propertiesToSend needs a record, and an app page has none.`;
    console.error(`${page.uid}: ${message}`);
    throw new Error(message);
  }
  return callFunction(uid, options, null);
}

function navigate(page: PageDescription, target: PageTarget): void {
  try {
    window.location.hash = appPageHref(target);
  } catch (error) {
    console.error(`${page.uid}: ${messageOf(error)}`);
  }
}

export function startPageSession(
  { page, context, pageLocation, services }: PageSurroundings,
  onCrash: (message: string) => void,
): ExtensionSession {
  const format = createFormat(services);
  return startSession(
    {
      uid: page.uid,
      context,
      pageLocation,
      bundleUrl: `/pages/${encodeURIComponent(page.uid)}.js?revision=${String(page.revision)}`,
      createApi: ({ overlays }) => ({
        ...noRecordApi,
        ...createSurfaceApi(services, overlays),
        runServerless: (uid, options) => reply(callWithoutRecord(page, uid, options)),
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
