import { createEndpoint } from '@remote-ui/rpc';
import type { HostApi, WorkerApi } from '../extension-host/protocol.ts';
import { createPageLocation } from './page-location.ts';
import { startExtension } from './start-extension.tsx';
import { workerScope } from './worker-scope.ts';

const endpoint = createEndpoint<HostApi>(workerScope);
const pageLocation = createPageLocation();
const workerApi: WorkerApi = {
  start: (extension, receive) => {
    pageLocation.set(extension.pageLocation);
    const parts = { scope: workerScope, host: endpoint.call, pageLocation };
    return startExtension(parts, extension, receive);
  },
  moveTo: pageLocation.set,
};
endpoint.expose({ ...workerApi });
workerScope.addEventListener('unhandledrejection', ({ reason }) => {
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  void endpoint.call.log('error', `Unhandled rejection in the extension: ${text}`);
});
