import type { FormatSettings } from '../format/format-property.ts';
import { createStore } from '../page/store.ts';
import type { Store } from '../page/store.ts';
import type { AlertRequest, IframeRequest } from './protocol.ts';

export interface ShownAlert extends AlertRequest {
  readonly id: number;
}

export interface ShownIframe extends IframeRequest {
  readonly onClose: () => void;
}

/** What a card may do to the page around it. */
export interface PageServices {
  readonly alerts: Store<readonly ShownAlert[]>;
  readonly addAlert: (alert: AlertRequest) => void;
  readonly dismissAlert: (id: number) => void;
  readonly iframe: Store<ShownIframe | null>;
  readonly formatSettings: () => FormatSettings;
}

export function createPageServices(formatSettings: () => FormatSettings): PageServices {
  const alerts = createStore<readonly ShownAlert[]>([]);
  let alertsSoFar = 0;
  return {
    alerts,
    addAlert: (alert) => {
      alertsSoFar += 1;
      alerts.set([...alerts.get(), { ...alert, id: alertsSoFar }]);
    },
    dismissAlert: (id) => {
      alerts.set(alerts.get().filter((alert) => alert.id !== id));
    },
    iframe: createStore<ShownIframe | null>(null),
    formatSettings,
  };
}
