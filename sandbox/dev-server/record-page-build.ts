import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Hono } from 'hono';
import { buildInto, SHARED_SOURCES } from '../../scripts/build/build-into.ts';
import { OUTPUT } from '../../scripts/build/project.ts';

const REGISTRATION = /createAndRegisterRemote(?:Compound)?ReactComponent\('(\w+)'/g;

/**
 * Reads the registrations from the source of @hubspot/ui-extensions 0.17.0: its registry is not exported,
 * and does not list its names.
 */
export async function readSdkComponentNames(): Promise<readonly string[]> {
  const entry = createRequire(import.meta.url).resolve('@hubspot/ui-extensions');
  const source = await readFile(
    path.join(path.dirname(entry), 'shared.synced/remoteComponents.synced.js'),
    'utf8',
  );
  const names = [...source.matchAll(REGISTRATION)].map(([, name = '']) => name);
  if (names.length === 0) throw new Error('The registrations of the SDK were not found.');
  return names;
}

interface RecordPageBuild {
  readonly html: string;
  readonly script: string;
  readonly worker: string;
  readonly css: string;
}

const fromPage = (file: string): string =>
  fileURLToPath(new URL(`../record-page/${file}`, import.meta.url));

const HTML = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>CRM sandbox</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/record-page.css" />
  </head>
  <body>
    <div id="root"></div>
    <script src="/record-page.js"></script>
  </body>
</html>
`;

const TARGET = path.join(OUTPUT, 'record-page');

const SOURCES = [fromPage('.'), fromPage('../drawers.ts'), fileURLToPath(import.meta.url)].map(
  (source) => path.resolve(source),
);

async function bundleInto(folder: string): Promise<void> {
  await build({
    bundle: true,
    outdir: folder,
    entryPoints: {
      'record-page': fromPage('page/main.tsx'),
      'extension-worker': fromPage('worker/main.ts'),
      styles: fromPage('styles/main.css'),
    },
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    // Every tab parses the page, and every extension the worker.
    minify: true,
    define: {
      'process.env.NODE_ENV': '"production"',
      SDK_COMPONENT_NAMES: JSON.stringify(await readSdkComponentNames()),
    },
  });
}

/** Bundles the page and the worker that runs a card. React is in both: they share no memory. */
export async function buildRecordPage(): Promise<RecordPageBuild> {
  await buildInto(TARGET, { sources: [...SOURCES, ...SHARED_SOURCES] }, bundleInto);
  const read = (name: string): Promise<string> => readFile(path.join(TARGET, name), 'utf8');
  const [script, worker, css] = await Promise.all([
    read('record-page.js'),
    read('extension-worker.js'),
    read('styles.css'),
  ]);
  return { html: HTML, script, worker, css };
}

const PAGE_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'img-src * data:',
  'frame-src *',
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

// A card has no network: its worker can load scripts of this server and nothing else.
const WORKER_POLICY = "default-src 'none'; script-src 'self'";

let built: Promise<RecordPageBuild> | null = null;

/** The page itself, bundled on the first request and once for all servers of the process. */
export function createPageRoutes(): Hono {
  const page = (): Promise<RecordPageBuild> => (built ??= buildRecordPage());
  const routes = new Hono();
  const serve = (
    path: string,
    part: keyof RecordPageBuild,
    type: string,
    policy: string = PAGE_POLICY,
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
  serve('/extension-worker.js', 'worker', 'text/javascript', WORKER_POLICY);
  serve('/record-page.css', 'css', 'text/css');
  return routes;
}
