/** What a HubSpot extension does not have. One that reaches for one must fail here as well. */
const deniedNames = [
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'indexedDB',
  'caches',
  'cookieStore',
  'localStorage',
  'sessionStorage',
  'BroadcastChannel',
  'Worker',
  'SharedWorker',
  'importScripts',
  'document',
  'window',
] as const;

function refuseFetch(): Promise<never> {
  return Promise.reject(
    new TypeError('fetch is not available in a UI extension. Call an app function instead.'),
  );
}

/** Shadows the names on the scope itself: most of them live on its prototypes. */
export function denyGlobals(scope: object): void {
  for (const name of deniedNames) {
    Object.defineProperty(scope, name, { value: undefined, configurable: false, writable: false });
  }
  Object.defineProperty(scope, 'fetch', {
    value: refuseFetch,
    configurable: false,
    writable: false,
  });
}
