import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { DevServerParts } from './parts.ts';

/** Tells the page about rebuilt cards and failed builds (server-sent events). */
export function createEventRoutes(onReload: DevServerParts['onReload']): Hono {
  const routes = new Hono();
  routes.get('/', (context) =>
    streamSSE(context, async (stream) => {
      const stop = onReload((message) => {
        void stream.writeSSE({ data: JSON.stringify(message) });
      });
      await stream.writeSSE({ event: 'ready', data: '' });
      await new Promise<void>((resolve) => {
        stream.onAbort(resolve);
      });
      stop();
    }),
  );
  return routes;
}
