import type { AppPageLocation } from '../extension-host/protocol.ts';
import { createStore, useStore } from '../page/store.ts';

/** Where within the app's pages the person is, as the record page says it. */
export interface PageLocation {
  readonly set: (location: AppPageLocation | null) => void;
  /** A hook, for `createPageRouter` of the SDK. */
  readonly use: () => AppPageLocation;
}

export function createPageLocation(): PageLocation {
  const store = createStore<AppPageLocation | null>(null);
  return {
    set: store.set,
    use: () => {
      const location = useStore(store);
      if (location === null) throw new Error('A card on a record has no page location.');
      return location;
    },
  };
}
