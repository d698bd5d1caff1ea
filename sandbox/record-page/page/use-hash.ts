import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
  };
}

/** The address after `#`, with it. */
export const useHash = (): string => useSyncExternalStore(subscribe, () => window.location.hash);
