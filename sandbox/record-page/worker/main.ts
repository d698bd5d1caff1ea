import { createEndpoint } from '@remote-ui/rpc';
import type { HostApi, WorkerApi } from '../extension-host/protocol.ts';
import type { WorkerScope } from './load-extension.tsx';
import { loadExtension } from './load-extension.tsx';
import { createPageLocation } from './sdk-api.ts';

const workerScope = globalThis as unknown as WorkerScope;
const endpoint = createEndpoint<HostApi>(workerScope);
const pageLocation = createPageLocation();
let render: WorkerApi['render'] = () => Promise.reject(new Error('No extension was loaded.'));
const workerApi: WorkerApi = {
  load: (extension) => {
    pageLocation.set(extension.pageLocation);
    render = loadExtension({ scope: workerScope, host: endpoint.call, pageLocation }, extension);
  },
  render: (receive) => render(receive),
  moveTo: pageLocation.set,
};
endpoint.expose({ ...workerApi });
workerScope.addEventListener('unhandledrejection', ({ reason }) => {
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  void endpoint.call.log('error', `Unhandled rejection in the extension: ${text}`);
});
