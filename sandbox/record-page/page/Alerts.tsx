import { useEffect, useRef } from 'react';
import { Dialog } from '../components/dialogs.tsx';
import { Glyph } from '../components/icons.tsx';
import { usePage } from '../state/page-context.ts';
import type { ShownAlert } from '../state/page-services.ts';
import { useStore } from '../state/store.ts';

const SHOWN_FOR_MS = 8_000;

interface ToastProps {
  readonly alert: ShownAlert;
  readonly onDismiss: (id: number) => void;
}

function Toast({ alert, onDismiss }: ToastProps) {
  const { id, type = 'info', title, message } = alert;
  useEffect(() => {
    const timer = setTimeout(() => {
      onDismiss(id);
    }, SHOWN_FOR_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [id, onDismiss]);
  return (
    <div role={type === 'danger' ? 'alert' : 'status'} className={`toast toast-${type}`}>
      <div>
        {title !== undefined && (
          <strong>
            <bdi>{title}</bdi>
          </strong>
        )}
        <bdi>{message}</bdi>
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label="Dismiss"
        onClick={() => {
          onDismiss(id);
        }}
      >
        <Glyph name="remove" />
      </button>
    </div>
  );
}

/** A popover that opens again for each alert is above an open modal of the card. */
export function Alerts() {
  const { services } = usePage();
  const alerts = useStore(services.alerts);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    element.popover = 'manual';
    if (element.matches(':popover-open')) element.hidePopover();
    if (alerts.length > 0) element.showPopover();
  }, [alerts]);
  return (
    <div ref={list} className="toasts" data-testid="alerts" aria-live="polite">
      {alerts.map((alert) => (
        <Toast key={alert.id} alert={alert} onDismiss={services.dismissAlert} />
      ))}
    </div>
  );
}

/** The `openIframeModal` action. */
export function IframeModal() {
  const { services } = usePage();
  const shown = useStore(services.iframe);
  if (shown === null) return null;
  const { uri, width, height, title = uri } = shown;
  return (
    <Dialog
      title={title}
      className="modal iframe-modal"
      onClose={() => {
        services.iframe.set(null);
        shown.onClose();
      }}
    >
      <iframe src={uri} {...{ width, height, title }} sandbox="allow-scripts allow-forms" />
    </Dialog>
  );
}
