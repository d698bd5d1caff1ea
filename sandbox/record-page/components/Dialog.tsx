import { useContext, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from '../page/store.ts';
import { callCard } from './call-card.ts';
import { Glyph } from './Glyph.tsx';
import { OverlayOwnerContext, OverlayStoreContext, useReportedOverlayId } from './Overlay.tsx';

interface DialogProps {
  readonly id: string;
  readonly title: string | undefined;
  readonly label: string | undefined;
  readonly className: string;
  readonly testId: string | undefined;
  readonly onOpen: (() => void) | undefined;
  readonly onClose: (() => void) | undefined;
  readonly children: ReactNode;
}

/** The browser's own dialog keeps the focus inside, gives it back, and closes on Escape. */
function OpenDialog({
  title,
  label,
  className,
  testId,
  onOpen,
  onClose,
  children,
  id,
}: DialogProps) {
  const overlays = useContext(OverlayStoreContext);
  const dialog = useRef<HTMLDialogElement>(null);
  const handlers = useRef({ onOpen, onClose });
  handlers.current = { onOpen, onClose };
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    callCard(handlers.current.onOpen);
    return () => {
      element?.close();
      callCard(handlers.current.onClose);
    };
  }, []);
  const close = (): void => {
    overlays.close(id);
  };
  return createPortal(
    <dialog
      ref={dialog}
      className={className}
      aria-label={label ?? title}
      data-test-id={testId}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <header className="dialog-header">
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={close}>
          <Glyph name="remove" />
        </button>
      </header>
      {children}
    </dialog>,
    document.body,
  );
}

/** Modal and panel are the same dialog in two shapes. */
export function Dialog(props: DialogProps) {
  const overlays = useContext(OverlayStoreContext);
  useReportedOverlayId(props.id);
  if (!useStore(overlays.openIds).has(props.id)) return null;
  return (
    <OverlayOwnerContext.Provider value={null}>
      <OpenDialog {...props} />
    </OverlayOwnerContext.Provider>
  );
}
