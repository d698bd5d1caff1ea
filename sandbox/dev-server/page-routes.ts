import { Hono } from 'hono';
import { buildRecordPage } from './build-record-page.ts';
import type { RecordPageBuild } from './build-record-page.ts';

const pagePolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'img-src * data:',
  'frame-src *',
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

// A card has no network: in the worker nothing but scripts of this server can be loaded.
const workerPolicy = "default-src 'none'; script-src 'self'";

/** The page itself, bundled once, on the first request. */
export function createPageRoutes(): Hono {
  let built: Promise<RecordPageBuild> | null = null;
  const page = (): Promise<RecordPageBuild> => (built ??= buildRecordPage());
  const routes = new Hono();
  const serve = (
    path: string,
    part: keyof RecordPageBuild,
    type: string,
    policy: string = pagePolicy,
  ) =>
    routes.get(path, async (context) =>
      context.body((await page())[part], 200, {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': policy,
        'cache-control': 'no-store',
      }),
    );
  serve('/', 'html', 'text/html');
  serve('/record-page.js', 'script', 'text/javascript');
  serve('/extension-worker.js', 'worker', 'text/javascript', workerPolicy);
  serve('/record-page.css', 'css', 'text/css');
  return routes;
}
