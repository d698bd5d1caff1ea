import { createRemoteReceiver } from '@remote-ui/core';
import type { RemoteReceiver } from '@remote-ui/core';
import { createEndpoint, fromWebWorker } from '@remote-ui/rpc';
import { messageOf } from '../api/request.ts';
import { createOverlayStore } from './overlay-store.ts';
import type { OverlayStore } from './overlay-store.ts';
import type { AppPageLocation, ExtensionStart, HostApi, WorkerApi } from './protocol.ts';

/** One card or app page running in its own worker. */
export interface ExtensionSession {
  readonly receiver: RemoteReceiver;
  readonly overlays: OverlayStore;
  readonly moveTo: (location: AppPageLocation) => void;
  readonly stop: () => void;
}

interface SessionParts {
  readonly overlays: OverlayStore;
  /** Calls when the extension is gone. */
  readonly onStop: (undo: () => void) => void;
}

interface Extension extends ExtensionStart {
  readonly uid: string;
  /** What the page does for it, beside what it does for every extension. */
  readonly createApi: (parts: SessionParts) => Omit<HostApi, 'log' | 'reportCrash'>;
}

export function startSession(
  { uid, createApi, ...start }: Extension,
  onCrash: (message: string) => void,
): ExtensionSession {
  const worker = new Worker('/extension-worker.js', { name: uid });
  const endpoint = createEndpoint<WorkerApi>(fromWebWorker(worker));
  const receiver = createRemoteReceiver();
  const overlays = createOverlayStore();
  const undoOnStop: (() => void)[] = [];
  const onStop = (undo: () => void): void => {
    undoOnStop.push(undo);
  };
  const hostApi: HostApi = {
    ...createApi({ overlays, onStop }),
    reportCrash: onCrash,
    log: (level, text) => {
      console[level](`${uid}: ${text}`);
    },
  };
  endpoint.expose({ ...hostApi });
  let isStopped = false;
  const loaded = endpoint.call.load(start);
  const run = async (): Promise<void> => {
    await loaded;
    if (!isStopped) await endpoint.call.render(receiver.receive);
  };
  run().catch((error: unknown) => {
    if (!isStopped) onCrash(messageOf(error));
  });
  return {
    receiver,
    overlays,
    moveTo: (location) => {
      void endpoint.call.moveTo(location);
    },
    stop: () => {
      isStopped = true;
      for (const undo of undoOnStop) undo();
      // Not the endpoint: told that its page is gone, an extension fails in the time that it still has.
      const terminate = (): void => {
        worker.terminate();
      };
      loaded.then(terminate, terminate);
    },
  };
}
