import type { StandInControl } from './control.ts';

type Fetch = typeof globalThis.fetch;

interface App {
  fetch(request: Request): Response | Promise<Response>;
}

/** Fails as `fetch` does as soon as the client gives up. */
export function untilAborted(answered: Promise<Response>, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      reject(new DOMException('This operation was aborted', 'AbortError'));
    };
    signal.addEventListener('abort', giveUp);
    answered.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', giveUp);
    });
  });
}

/** By their addresses. */
const apps = new Map<string, App>();

/** Undefined for an address that only a socket reaches. */
export function fetchStraight(...[input, init]: Parameters<Fetch>): Promise<Response> | undefined {
  if (typeof input !== 'string') return undefined;
  const app = apps.get(new URL(input).origin);
  if (app === undefined) return undefined;
  const request = new Request(input, init);
  return untilAborted(Promise.resolve(app.fetch(request)), init?.signal ?? request.signal);
}

/**
 * Lets a stand-in be asked without a socket, which costs as much as what it answers. While it has faults it
 * is asked over its socket, where a connection breaks as it does elsewhere. The returned function ends both.
 */
export function serveStraight(
  control: StandInControl,
  app: App,
): readonly [StandInControl, () => void] {
  const { url } = control;
  const end = (): void => {
    apps.delete(url);
  };
  apps.set(url, app);
  const straight: StandInControl = {
    ...control,
    fault: (fault) => {
      end();
      return control.fault(fault);
    },
    clearFaults: async () => {
      await control.clearFaults();
      apps.set(url, app);
    },
  };
  return [straight, end];
}
