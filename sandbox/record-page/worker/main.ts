import { createEndpoint } from '@remote-ui/rpc';
import type { HostApi, WorkerApi } from '../extension-host/protocol.ts';
import { shiftedDate } from '../../shifted-date.ts';
import type { WorkerScope } from './load-extension.tsx';
import { loadExtension } from './load-extension.tsx';
import { createPageLocation } from './sdk-api.ts';

type Clocked = Pick<typeof globalThis, 'Date' | 'setInterval' | 'clearInterval'>;

/** Gives an extension the clock of the built-in accounts. A jump ahead makes every interval due. */
function createWorkerClock(scope: Clocked): { readonly set: (aheadMs: number) => void } {
  let aheadMs = 0;
  scope.Date = shiftedDate(scope.Date, () => aheadMs);
  const due = new Map<unknown, () => void>();
  const { setInterval, clearInterval } = scope;
  const watchInterval = (tick: () => void, delayMs?: number) => {
    const timer = setInterval(tick, delayMs);
    due.set(timer, tick);
    return timer;
  };
  const unwatchInterval = (timer?: Parameters<typeof clearInterval>[0]): void => {
    due.delete(timer);
    clearInterval(timer);
  };
  Object.assign(scope, { setInterval: watchInterval, clearInterval: unwatchInterval });
  return {
    set: (nextMs) => {
      const hasJumped = nextMs !== aheadMs;
      aheadMs = nextMs;
      if (hasJumped) for (const tick of [...due.values()]) tick();
    },
  };
}

const workerScope = globalThis as unknown as WorkerScope;
const endpoint = createEndpoint<HostApi>(workerScope);
const pageLocation = createPageLocation();
const clock = createWorkerClock(globalThis);
let render: WorkerApi['render'] = () => Promise.reject(new Error('No extension was loaded.'));
const workerApi: WorkerApi = {
  load: (extension) => {
    clock.set(extension.clockAheadMs);
    pageLocation.set(extension.pageLocation);
    render = loadExtension({ scope: workerScope, host: endpoint.call, pageLocation }, extension);
  },
  render: (receive) => render(receive),
  moveTo: pageLocation.set,
  setClock: clock.set,
};
endpoint.expose({ ...workerApi });
workerScope.addEventListener('unhandledrejection', ({ reason }) => {
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  void endpoint.call.log('error', `Unhandled rejection in the extension: ${text}`);
});
