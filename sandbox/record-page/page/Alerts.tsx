import { useEffect, useRef } from 'react';
import type { ShownAlert } from '../extension-host/page-services.ts';
import { Glyph } from '../components/Glyph.tsx';
import { usePage } from './page-context.ts';
import { useStore } from './store.ts';

const shownForMs = 8000;

interface ToastProps {
  readonly alert: ShownAlert;
  readonly onDismiss: (id: number) => void;
}

function Toast({ alert, onDismiss }: ToastProps) {
  const { id, type = 'info', title, message } = alert;
  useEffect(() => {
    const timer = setTimeout(() => {
      onDismiss(id);
    }, shownForMs);
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

/** A popover, shown anew for each alert, stays above an open modal of the card. */
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
