import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { build as bundle } from 'esbuild';
import type { BuildTarget } from './build-into.ts';
import { buildInto, SHARED_SOURCES } from './build-into.ts';
import { importedFiles } from './imports.ts';
import { licenseNotices } from './licenses.ts';
import { buildSettings } from './profile.ts';
import { FUNCTIONS, ROOT } from './project.ts';

/**
 * Leaves `node-fetch` out: HubSpot's client loads it for its default transport, which ours replaces, and
 * with its Unicode tables it is two fifths of a function's size.
 */
const withoutNodeFetch: Plugin = {
  name: 'without-node-fetch',
  setup: (build) => {
    build.onResolve({ filter: /^node-fetch$/ }, () => ({
      path: 'node-fetch',
      namespace: 'left-out',
    }));
    build.onLoad({ filter: /^/, namespace: 'left-out' }, () => ({
      contents:
        "export default function nodeFetch() { throw new Error('node-fetch is not bundled.'); }",
    }));
  },
};

/** The webhook's too, which is declared only where an account has endpoint functions. */
const entryPoints = (): readonly string[] =>
  readdirSync(FUNCTIONS)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(FUNCTIONS, name));

/**
 * Bundles every app function to CommonJS beside its source. HubSpot loads them with `require()` and
 * installs nothing, so each file holds all it needs.
 * The settings of the environment become a part of them.
 * @throws one line where one of them is not known.
 */
async function bundleFunctions(sources: readonly string[]): Promise<void> {
  const outcome = buildSettings(process.env);
  if (!outcome.ok) throw new Error(outcome.message);
  const { settings } = outcome;
  const inputs = { sources: [...sources, ...SHARED_SOURCES], settings };
  await buildInto(path.join(FUNCTIONS, 'dist'), inputs, async (outdir) => {
    const { metafile } = await bundle({
      entryPoints: [...entryPoints()],
      outdir,
      absWorkingDir: ROOT,
      bundle: true,
      define: {
        'process.env.ACCOUNT_LANGUAGE': JSON.stringify(settings.ACCOUNT_LANGUAGE),
        'process.env.CUSTOMER_SEARCH': JSON.stringify(settings.CUSTOMER_SEARCH),
      },
      plugins: [withoutNodeFetch],
      minify: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      legalComments: 'none',
      logLevel: 'warning',
      metafile: true,
    });
    const notices = licenseNotices(ROOT, Object.keys(metafile.inputs));
    await writeFile(path.join(outdir, 'third-party-licenses.txt'), notices);
  });
}

export async function functionsTarget(): Promise<BuildTarget> {
  const imported = await importedFiles(entryPoints());
  const sources = [...new Set([...imported.values()].flat())];
  return { name: 'functions', sources, build: () => bundleFunctions(sources) };
}

export async function buildFunctions(): Promise<void> {
  const { build } = await functionsTarget();
  await build();
}
