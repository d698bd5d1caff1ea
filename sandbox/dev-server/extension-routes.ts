import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type {
  BulkActionDescription,
  CardDescription,
  PageDescription,
} from '../record-page/api/wire.ts';
import { serverlessCallSchema } from '../record-page/api/wire.ts';
import type { BuiltAction, BuiltCard, BuiltPage, DevServerParts } from './parts.ts';
import { requestJson, UpstreamError } from './request-json.ts';

/** Written beside each bundle by HubSpot's bundler (manifestPlugin of ui-extensions-dev-server 2.1.2). */
const manifestSchema = z.object({
  dataDeps: z.array(
    z.object({
      properties: z.object({ type: z.string(), recordProperties: z.array(z.string()).optional() }),
    }),
  ),
});

async function declaredProperties({ bundlePath }: BuiltCard): Promise<string[][] | null> {
  let text: string;
  try {
    text = await readFile(bundlePath.replace(/\.js$/, '-manifest.json'), 'utf8');
  } catch {
    return null;
  }
  const { dataDeps } = manifestSchema.parse(JSON.parse(text));
  return dataDeps.flatMap(({ properties: { recordProperties } }) =>
    recordProperties === undefined ? [] : [recordProperties],
  );
}

async function describeCard(card: BuiltCard): Promise<CardDescription> {
  const { uid, name, location, objectTypes, revision } = card;
  return {
    uid,
    name,
    location,
    objectTypes: [...objectTypes],
    revision,
    declaredProperties: await declaredProperties(card),
  };
}

const describePage = ({ uid, revision }: BuiltPage): PageDescription => ({ uid, revision });

const describeAction = ({
  uid,
  revision,
  label,
  objectTypes,
}: BuiltAction): BulkActionDescription => ({ uid, revision, label, objectTypes: [...objectTypes] });

/** The bundles of cards, pages or bulk actions, read again for every worker that starts. */
function createBundleRoutes(bundled: () => readonly BuiltPage[]): Hono {
  const routes = new Hono();
  routes.get('/:file{.+\\.js}', async (context) => {
    const uid = context.req.param('file').replace(/\.js$/, '');
    const found = bundled().find((candidate) => candidate.uid === uid);
    if (found === undefined) throw new UpstreamError(404, `There is no extension ${uid}.`);
    const script = await readFile(found.bundlePath, 'utf8');
    return context.body(script, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-store',
    });
  });
  return routes;
}

const executorReplySchema = z.object({ logId: z.string(), response: z.unknown() });

/** `hubspot.serverless`: forwarded to HubSpot's function executor, which runs the built function. */
function createServerlessRoutes({
  functionsUrl,
  functionCalls,
}: Pick<DevServerParts, 'functionCalls' | 'functionsUrl'>): Hono {
  const routes = new Hono();
  routes.post('/:uid', async (context) => {
    const { parameters, objectQuery } = serverlessCallSchema.parse(await context.req.json());
    const body = { serverlessFunction: context.req.param('uid'), parameters, objectQuery };
    const reply = await functionCalls.run(() =>
      requestJson(`${functionsUrl}/action/function/1`, { method: 'POST', body }),
    );
    return context.json({ response: executorReplySchema.parse(reply).response });
  });
  return routes;
}

/** Tells the page about rebuilt cards and failed builds (server-sent events). */
function createEventRoutes(onReload: DevServerParts['onReload']): Hono {
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

/** Cards, app pages and bulk actions: what there is, their bundles, their function calls, and news of their builds. */
export function createExtensionRoutes(parts: DevServerParts): Hono {
  const { cards, pages, actions } = parts;
  const routes = new Hono();
  routes.get('/api/cards', async (context) =>
    context.json({ cards: await Promise.all(cards().map(describeCard)) }),
  );
  routes.get('/api/pages', (context) => context.json({ pages: pages().map(describePage) }));
  routes.get('/api/actions', (context) => context.json({ actions: actions().map(describeAction) }));
  routes.route('/cards', createBundleRoutes(cards));
  routes.route('/pages', createBundleRoutes(pages));
  routes.route('/actions', createBundleRoutes(actions));
  routes.route('/api/serverless', createServerlessRoutes(parts));
  routes.route('/api/events', createEventRoutes(parts.onReload));
  return routes;
}
