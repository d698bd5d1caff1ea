import { createContext, useCallback, useContext, useId, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Store } from '../state/store.ts';
import { createStore } from '../state/store.ts';

/** The open modals and panels of one card, by the id that the card gave them. */
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

export const OverlayStoreContext = createContext<OverlayStore>(createOverlayStore());

/** The component that has the modal, panel or tooltip as its `overlay`. */
interface OverlayOwner {
  overlayId: string | null;
  readonly tooltipId: string;
}

export const OverlayOwnerContext = createContext<OverlayOwner | null>(null);

/** The second argument of a click handler of the SDK. */
export function useReactions() {
  const { open, close } = useContext(OverlayStoreContext);
  return useMemo(
    () => ({ openPanel: open, closePanel: close, openModal: open, closeModal: close }),
    [open, close],
  );
}

interface OwnOverlay {
  readonly open: () => void;
  readonly describedBy: string | undefined;
  /** Draws the overlay beside its trigger: a tooltip is anchored to the element around both. */
  readonly wrap: (trigger: ReactNode) => ReactNode;
}

export const hasOverlay = (overlay: ReactNode): boolean =>
  overlay !== undefined && overlay !== null && overlay !== false;

/** The `overlay` prop: a modal or panel opens on click, a tooltip shows on hover and focus. */
export function useOverlay(overlay: ReactNode): OwnOverlay {
  const overlays = useContext(OverlayStoreContext);
  const tooltipId = useId();
  const owner = useMemo<OverlayOwner>(() => ({ tooltipId, overlayId: null }), [tooltipId]);
  const open = useCallback(() => {
    if (owner.overlayId !== null) overlays.open(owner.overlayId);
  }, [overlays, owner]);
  if (!hasOverlay(overlay)) return { open, describedBy: undefined, wrap: (trigger) => trigger };
  return {
    open,
    describedBy: tooltipId,
    wrap: (trigger) => (
      <span className="overlay-owner">
        {trigger}
        <OverlayOwnerContext.Provider value={owner}>{overlay}</OverlayOwnerContext.Provider>
      </span>
    ),
  };
}
