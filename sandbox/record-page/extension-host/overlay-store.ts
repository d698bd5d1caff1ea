import { createStore } from '../page/store.ts';
import type { Store } from '../page/store.ts';

/** Which modals and panels of one card are open, by the id that the card gave them. */
export interface OverlayStore {
  readonly openIds: Store<ReadonlySet<string>>;
  readonly open: (id: string) => void;
  readonly close: (id: string) => void;
}

export function createOverlayStore(): OverlayStore {
  const openIds = createStore<ReadonlySet<string>>(new Set());
  return {
    openIds,
    open: (id) => {
      openIds.set(new Set([...openIds.get(), id]));
    },
    close: (id) => {
      openIds.set(new Set([...openIds.get()].filter((openId) => openId !== id)));
    },
  };
}
