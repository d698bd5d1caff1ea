import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { UpstreamError } from './upstream-error.ts';

interface Bundled {
  readonly uid: string;
  readonly bundlePath: string;
}

/** The bundles of cards or of pages, read anew for every worker that starts. */
export function createBundleRoutes(bundled: () => readonly Bundled[]): Hono {
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
