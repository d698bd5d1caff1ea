import { createRemoteReceiver } from '@remote-ui/core';
import type { RemoteReceiver } from '@remote-ui/core';
import { createEndpoint, fromWebWorker } from '@remote-ui/rpc';
import { messageOf } from '../api/request.ts';
import { createActionApi } from './action-api.ts';
import { createDataApi } from './data-api.ts';
import type { CardSurroundings } from './data-api.ts';
import { createOverlayStore } from './overlay-store.ts';
import type { OverlayStore } from './overlay-store.ts';
import { createPropertySubscriptions } from './property-subscriptions.ts';
import type { HostApi, WorkerApi } from './protocol.ts';

/** One card running in its own worker. */
export interface CardSession {
  readonly receiver: RemoteReceiver;
  readonly overlays: OverlayStore;
  readonly stop: () => void;
}

export function startCardSession(
  surroundings: CardSurroundings,
  onCrash: (message: string) => void,
): CardSession {
  const { card, context, record } = surroundings;
  const worker = new Worker('/card-worker.js', { name: card.uid });
  const endpoint = createEndpoint<WorkerApi>(fromWebWorker(worker));
  const receiver = createRemoteReceiver();
  const overlays = createOverlayStore();
  const subscriptions = createPropertySubscriptions();
  const undoOnStop: (() => void)[] = [record.onRefresh(() => void subscriptions.pushChanges())];
  const onStop = (undo: () => void): void => {
    undoOnStop.push(undo);
  };
  const hostApi: HostApi = {
    ...createDataApi(surroundings, subscriptions),
    ...createActionApi({ ...surroundings, overlays, onStop }),
    reportCrash: onCrash,
    log: (level, text) => {
      console[level](`${card.uid}: ${text}`);
    },
  };
  endpoint.expose({ ...hostApi });
  const bundleUrl = `/cards/${encodeURIComponent(card.uid)}.js?revision=${String(card.revision)}`;
  endpoint.call.start({ bundleUrl, context }, receiver.receive).catch((error: unknown) => {
    onCrash(messageOf(error));
  });
  return {
    receiver,
    overlays,
    stop: () => {
      for (const undo of undoOnStop) undo();
      endpoint.terminate();
    },
  };
}
