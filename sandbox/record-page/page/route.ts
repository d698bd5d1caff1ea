import { useSyncExternalStore } from 'react';
import type { RecordReference } from '../api/client.ts';

/** The address after `#`: `/deals` is the list, `/deals/9001` a record. */
export function parseRoute(hash: string): RecordReference | null {
  const [, objectType, id] = hash.replace(/^#/, '').split('/');
  if (objectType === undefined || id === undefined || id === '') return null;
  return { objectType, id: decodeURIComponent(id) };
}

export const recordHref = ({ objectType, id }: RecordReference): string =>
  `#/${objectType}/${encodeURIComponent(id)}`;

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
  };
}

export const useHash = (): string => useSyncExternalStore(subscribe, () => window.location.hash);
