import type {
  ModalBodyProps,
  ModalFooterProps,
  ModalProps,
  PanelBodyProps,
  PanelFooterProps,
  PanelProps,
  PanelSectionProps,
  TooltipProps,
} from '@hubspot/ui-extensions';
import { useContext, useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from '../state/store.ts';
import { Glyph } from './icons.tsx';
import { callCard, classes, shortSize } from './kit.ts';
import { OverlayOwnerContext, OverlayStoreContext } from './overlays.tsx';

/** Shows only as an `overlay` (HubSpot's documentation of Tooltip); elsewhere it has no trigger. */
export function Tooltip({ children, placement = 'top', testId }: TooltipProps) {
  const owner = useContext(OverlayOwnerContext);
  if (owner === null) return null;
  return (
    <span
      role="tooltip"
      id={owner.tooltipId}
      className={`tooltip tooltip-${placement}`}
      data-test-id={testId}
    >
      {children}
    </span>
  );
}

interface OverlayDialogProps extends Pick<
  ModalProps,
  'aria-label' | 'children' | 'id' | 'onClose' | 'onOpen' | 'testId' | 'title' | 'width'
> {
  readonly className: string;
}

/** Tells the extension when it opened, and when it closed for whatever reason. */
function OpenDialog(props: OverlayDialogProps) {
  const { close } = useContext(OverlayStoreContext);
  const { id, title, width, onOpen, onClose, testId, children } = props;
  const handlers = useRef({ onOpen, onClose });
  handlers.current = { onOpen, onClose };
  useEffect(() => {
    callCard(handlers.current.onOpen);
    return () => {
      callCard(handlers.current.onClose);
    };
  }, []);
  return (
    <Dialog
      title={title}
      label={props['aria-label']}
      className={`${props.className} dialog-${shortSize(width, 'sm')}`}
      testId={testId}
      onClose={() => {
        close(id);
      }}
    >
      {children}
    </Dialog>
  );
}

function OverlayDialog(props: OverlayDialogProps) {
  const { openIds } = useContext(OverlayStoreContext);
  const owner = useContext(OverlayOwnerContext);
  useEffect(() => {
    if (owner === null) return undefined;
    owner.overlayId = props.id;
    return () => {
      owner.overlayId = null;
    };
  }, [owner, props.id]);
  if (!useStore(openIds).has(props.id)) return null;
  return (
    <OverlayOwnerContext.Provider value={null}>
      <OpenDialog {...props} />
    </OverlayOwnerContext.Provider>
  );
}

export function Modal(props: ModalProps) {
  const className = classes('modal', props.variant === 'danger' && 'modal-danger');
  return <OverlayDialog {...props} className={className} />;
}

export function Panel(props: PanelProps) {
  const className = classes('panel', props.variant === 'modal' && 'panel-modal');
  return <OverlayDialog {...props} className={className} />;
}

function DialogBody({ children, testId }: ModalBodyProps | PanelBodyProps) {
  return (
    <div className="dialog-body" data-test-id={testId}>
      {children}
    </div>
  );
}

function DialogFooter({ children, testId }: ModalFooterProps | PanelFooterProps) {
  return (
    <footer className="dialog-footer" data-test-id={testId}>
      {children}
    </footer>
  );
}

export { DialogBody as ModalBody, DialogBody as PanelBody };
export { DialogFooter as ModalFooter, DialogFooter as PanelFooter };

export function PanelSection({ children, flush, testId }: PanelSectionProps) {
  const className = classes('panel-section', flush === true && 'panel-section-flush');
  return (
    <section className={className} data-test-id={testId}>
      {children}
    </section>
  );
}

interface DialogProps {
  readonly title: string | undefined;
  /** The accessible name, where it is not the title. */
  readonly label?: string | undefined;
  readonly className: string;
  readonly testId?: string | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The browser's own dialog keeps the focus inside, returns it afterwards, and closes on Escape. */
export function Dialog({ title, label, className, testId, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before it leaves the page: only a dialog that is still there gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
    };
  }, []);
  return createPortal(
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-label={label ?? title}
      data-test-id={testId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A menu or a table that holds the dialog must not act on its keys.
      onKeyDown={(event) => {
        event.stopPropagation();
      }}
    >
      <header className="dialog-header">
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <Glyph name="remove" />
        </button>
      </header>
      {children}
    </dialog>,
    document.body,
  );
}
