import { createContext, useCallback, useContext, useEffect, useId, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import type { OverlayStore } from '../extension-host/overlay-store.ts';
import { createOverlayStore } from '../extension-host/overlay-store.ts';

/** The open modals and panels of the card that a component belongs to. */
export const OverlayStoreContext = createContext<OverlayStore>(createOverlayStore());

interface OverlayOwner {
  /** A modal or panel says its id to the button that carries it. */
  readonly reportOverlayId: (id: string | null) => void;
  readonly tooltipId: string;
}

export const OverlayOwnerContext = createContext<OverlayOwner | null>(null);

export function useReactions() {
  const overlays = useContext(OverlayStoreContext);
  return useMemo(
    () => ({
      openPanel: overlays.open,
      closePanel: overlays.close,
      openModal: overlays.open,
      closeModal: overlays.close,
    }),
    [overlays],
  );
}

interface CarriedOverlay {
  readonly open: () => void;
  readonly describedBy: string | undefined;
  /** Puts the overlay beside its trigger; a tooltip is placed relative to it. */
  readonly wrap: (trigger: ReactNode) => ReactNode;
}

/** The `overlay` prop: a modal or panel opens on click, a tooltip shows on hover and focus. */
export function useCarriedOverlay(overlay: ReactNode): CarriedOverlay {
  const overlays = useContext(OverlayStoreContext);
  const overlayId = useRef<string | null>(null);
  const tooltipId = useId();
  const owner = useMemo<OverlayOwner>(
    () => ({
      tooltipId,
      reportOverlayId: (id) => {
        overlayId.current = id;
      },
    }),
    [tooltipId],
  );
  const hasOverlay = overlay !== undefined && overlay !== null && overlay !== false;
  const open = useCallback(() => {
    if (overlayId.current !== null) overlays.open(overlayId.current);
  }, [overlays]);
  return {
    open,
    describedBy: hasOverlay ? tooltipId : undefined,
    wrap: (trigger) => {
      if (!hasOverlay) return trigger;
      return (
        <span className="overlay-owner">
          {trigger}
          <OverlayOwnerContext.Provider value={owner}>{overlay}</OverlayOwnerContext.Provider>
        </span>
      );
    },
  };
}

export function useReportedOverlayId(id: string): void {
  const owner = useContext(OverlayOwnerContext);
  useEffect(() => {
    owner?.reportOverlayId(id);
    return () => {
      owner?.reportOverlayId(null);
    };
  }, [owner, id]);
}
