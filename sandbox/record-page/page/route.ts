import type { RecordReference } from '../api/client.ts';
import type { AppPageLocation } from '../extension-host/protocol.ts';
import { appPageLocationOf } from '../format/hrefs.ts';
import { listedTypes } from '../format/object-types.ts';

/**
 * The address after `#`: `/contacts` is a list, `/contacts/8001` a record, `/app` and what is below
 * it the app's own pages, nothing the list of deals.
 */
export type Route =
  | { readonly kind: 'list'; readonly objectType: string }
  | ({ readonly kind: 'record' } & RecordReference)
  | { readonly kind: 'app'; readonly location: AppPageLocation };

export function parseRoute(hash: string): Route {
  const location = appPageLocationOf(hash);
  if (location !== null) return { kind: 'app', location };
  const [, objectType = '', id = ''] = hash.replace(/^#/, '').split('/');
  if (id !== '') return { kind: 'record', objectType, id: decodeURIComponent(id) };
  return { kind: 'list', objectType: listedTypes.find((type) => type === objectType) ?? 'deals' };
}
