import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import { readSdkComponentNames } from './sdk-component-names.ts';

export interface RecordPageBuild {
  readonly html: string;
  readonly script: string;
  readonly worker: string;
  readonly css: string;
}

const fromPage = (file: string): string =>
  fileURLToPath(new URL(`../record-page/${file}`, import.meta.url));

async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ bundle: true, minify: true, ...options, write: false });
  return outputFiles.map(({ text }) => text).join('\n');
}

const html = `<!doctype html>
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

/** Bundles the page and the worker that runs a card. React is in both: they share no memory. */
export async function buildRecordPage(): Promise<RecordPageBuild> {
  const script: BuildOptions = {
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    define: {
      'process.env.NODE_ENV': '"production"',
      SDK_COMPONENT_NAMES: JSON.stringify(await readSdkComponentNames()),
    },
  };
  const [page, worker, css] = await Promise.all([
    bundle({ ...script, entryPoints: [fromPage('page/main.tsx')] }),
    bundle({ ...script, entryPoints: [fromPage('worker/main.tsx')] }),
    bundle({ entryPoints: [fromPage('styles/main.css')] }),
  ]);
  return { html, script: page, worker, css };
}
