import type { FormatSettings } from '../format/property.ts';
import type { Store } from './store.ts';
import { createStore } from './store.ts';

export interface AlertRequest {
  readonly type?: 'info' | 'warning' | 'success' | 'danger' | 'tip';
  readonly title?: string;
  readonly message: string;
}

export interface IframeRequest {
  readonly uri: string;
  readonly height: number;
  readonly width: number;
  readonly title?: string;
  readonly flush?: boolean;
}

export interface ShownAlert extends AlertRequest {
  readonly id: number;
}

interface ShownIframe extends IframeRequest {
  readonly onClose: () => void;
}

/** What an extension may do to the page around it. */
export interface PageServices {
  readonly alerts: Store<readonly ShownAlert[]>;
  readonly addAlert: (alert: AlertRequest) => void;
  readonly dismissAlert: (id: number) => void;
  readonly iframe: Store<ShownIframe | null>;
  readonly formatSettings: () => FormatSettings;
  /** How far the clock of cards and app pages is ahead of the machine's, in milliseconds. */
  readonly clockAheadMs: Store<number>;
}

export function createPageServices(
  formatSettings: () => FormatSettings,
  clockAheadMs: number,
): PageServices {
  const alerts = createStore<readonly ShownAlert[]>([]);
  let alertCount = 0;
  return {
    alerts,
    addAlert: (alert) => {
      alertCount += 1;
      alerts.set([...alerts.get(), { ...alert, id: alertCount }]);
    },
    dismissAlert: (id) => {
      alerts.set(alerts.get().filter((alert) => alert.id !== id));
    },
    iframe: createStore<ShownIframe | null>(null),
    formatSettings,
    clockAheadMs: createStore(clockAheadMs),
  };
}
