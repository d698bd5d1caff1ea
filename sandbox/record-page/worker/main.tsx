import { createEndpoint } from '@remote-ui/rpc';
import type { HostApi, WorkerApi } from '../card-host/protocol.ts';
import { startCard } from './start-card.tsx';
import { workerScope } from './worker-scope.ts';

const endpoint = createEndpoint<HostApi>(workerScope);
const workerApi: WorkerApi = {
  start: (card, receive) => startCard(workerScope, endpoint.call, card, receive),
};
endpoint.expose({ ...workerApi });
workerScope.addEventListener('unhandledrejection', ({ reason }) => {
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  void endpoint.call.log('error', `Unhandled rejection in the card: ${text}`);
});
