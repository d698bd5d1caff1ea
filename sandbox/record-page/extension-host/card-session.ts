import { createDataApi } from './data-api.ts';
import type { CardSurroundings } from './data-api.ts';
import type { ExtensionSession } from './extension-session.ts';
import { startSession } from './extension-session.ts';
import { createPropertySubscriptions } from './property-subscriptions.ts';
import { createRecordActionApi } from './record-action-api.ts';
import { createSurfaceApi } from './surface-api.ts';

export function startCardSession(
  surroundings: CardSurroundings,
  onCrash: (message: string) => void,
): ExtensionSession {
  const { card, context, record, services } = surroundings;
  const { uid, revision } = card;
  return startSession(
    {
      uid,
      context,
      bundleUrl: `/cards/${encodeURIComponent(uid)}.js?revision=${String(revision)}`,
      pageLocation: null,
      createApi: ({ overlays, onStop }) => {
        const subscriptions = createPropertySubscriptions();
        onStop(record.onRefresh(() => void subscriptions.pushChanges()));
        return {
          ...createDataApi(surroundings, subscriptions),
          ...createRecordActionApi(record, onStop),
          ...createSurfaceApi(services, overlays),
          navigateToPage: () => {
            console.warn(`${uid}: navigateToPage works on app pages only, not on a record.`);
          },
        };
      },
    },
    onCrash,
  );
}
