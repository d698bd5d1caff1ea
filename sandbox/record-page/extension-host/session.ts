import { createRemoteReceiver } from '@remote-ui/core';
import type { RemoteReceiver } from '@remote-ui/core';
import { createEndpoint, fromWebWorker } from '@remote-ui/rpc';
import { useCallback, useEffect, useState } from 'react';
import { messageOf } from '../api/client.ts';
import type { OverlayStore } from '../components/overlays.tsx';
import { createOverlayStore } from '../components/overlays.tsx';
import type { AppPageLocation } from '../format/hrefs.ts';
import type { PageServices } from '../state/page-services.ts';
import type { ExtensionStart, HostApi, Reply, WorkerApi } from './protocol.ts';

/** A rejection inside a call of the worker would also be an unhandled one of the page. */
export async function reply<T>(work: Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    return { ok: false, message: messageOf(error) };
  }
}

/** One card or app page running in its own worker. */
export interface ExtensionSession {
  readonly receiver: RemoteReceiver;
  readonly overlays: OverlayStore;
  readonly moveTo: (location: AppPageLocation) => void;
  readonly stop: () => void;
}

interface SessionParts {
  readonly overlays: OverlayStore;
  /** Registers a function to call when the extension is gone. */
  readonly onStop: (undo: () => void) => void;
}

interface Extension extends Omit<ExtensionStart, 'clockAheadMs'> {
  readonly uid: string;
  readonly clock: PageServices['clockAheadMs'];
  /** What the page does for this extension, beside what it does for all of them. */
  readonly createApi: (parts: SessionParts) => Omit<HostApi, 'log' | 'reportCrash'>;
}

export function startSession(
  { uid, createApi, clock, ...start }: Extension,
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
  const loaded = endpoint.call.load({ ...start, clockAheadMs: clock.get() });
  onStop(clock.subscribe(() => void endpoint.call.setClock(clock.get())));
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
      // The endpoint stays open: an extension whose page is gone would fail while its worker still runs.
      const terminate = (): void => {
        worker.terminate();
      };
      loaded.then(terminate, terminate);
    },
  };
}

export type SessionState =
  | { readonly status: 'starting' }
  | { readonly status: 'running'; readonly session: ExtensionSession }
  | { readonly status: 'crashed'; readonly message: string };

type Start = (onCrash: (message: string) => void) => ExtensionSession;

/** Runs an extension, and starts it again whenever `start` is another one. */
export function useSession(start: Start): readonly [SessionState, (message: string) => void] {
  const [state, setState] = useState<SessionState>({ status: 'starting' });
  const crash = useCallback((message: string) => {
    setState({ status: 'crashed', message });
  }, []);
  useEffect(() => {
    setState({ status: 'starting' });
    const session = start((message) => {
      session.stop();
      crash(message);
    });
    session.receiver.on('mount', () => {
      setState({ status: 'running', session });
    });
    return session.stop;
  }, [start, crash]);
  return [state, crash];
}
