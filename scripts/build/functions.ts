import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ACTING_UIDS, FUNCTION_UIDS } from '@stripe-payments/core';
import type { Plugin } from 'esbuild';
import { build as bundle } from 'esbuild';
import type { BuildTarget } from './build-into.ts';
import { buildInto, SHARED_SOURCES } from './build-into.ts';
import { importedFiles } from './imports.ts';
import { licenseNotices } from './licenses.ts';
import { withShortMailProviders } from './mail-providers.ts';
import { buildSettings } from './profile.ts';
import { FUNCTIONS, functionMetas, ROOT, UNDECLARED_FUNCTIONS } from './project.ts';

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

const sourceOf = (uid: string): string => path.join(FUNCTIONS, `${uid}.ts`);

/** Those that are uploaded. */
const declaredFunctions = (): readonly string[] =>
  functionMetas().map(({ config }) => sourceOf(path.basename(config.entrypoint, '.js')));

/** Whether a function that commands add is a part of the project: the app's page says so. */
const isDeclared = (wanted: string): 'on' | 'off' =>
  functionMetas().some(({ uid }) => uid === wanted) ? 'on' : 'off';

/** What the app does at Stripe: nothing while its functions are not declared. */
const actions = (chosen: string): string =>
  isDeclared(ACTING_UIDS.requestPayment) === 'on' ? chosen : '';

const endpoints = () => ({
  WEBHOOK: isDeclared(FUNCTION_UIDS.stripeWebhook),
  WORKFLOW_ACTION: isDeclared(FUNCTION_UIDS.syncAction),
});

/** Endpoints that are not declared: for the tests, in a folder that is not uploaded. */
const undeclaredFunctions = (): readonly string[] =>
  readdirSync(FUNCTIONS)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(FUNCTIONS, name))
    .filter((file) => !declaredFunctions().includes(file));

/**
 * Bundles every app function to CommonJS beside its source. HubSpot loads them with `require()` and
 * installs nothing, so each file holds all it needs.
 * The settings of the environment become a part of them.
 * @throws one line where one of them is not known.
 */
async function bundleFunctions(sources: readonly string[]): Promise<void> {
  const outcome = buildSettings(process.env);
  if (!outcome.ok) throw new Error(outcome.message);
  const settings = { ...outcome.settings, ACTIONS: actions(outcome.settings.ACTIONS) };
  const inputs = {
    sources: [...sources, ...SHARED_SOURCES],
    settings: { ...settings, ...endpoints() },
  };
  const into = async (folder: string, entryPoints: readonly string[]): Promise<void> =>
    buildInto(folder, inputs, async (outdir) => {
      const { metafile } = await bundle({
        entryPoints: [...entryPoints],
        outdir,
        absWorkingDir: ROOT,
        bundle: true,
        define: {
          'process.env.ACCOUNT_LANGUAGE': JSON.stringify(settings.ACCOUNT_LANGUAGE),
          'process.env.CUSTOMER_SEARCH': JSON.stringify(settings.CUSTOMER_SEARCH),
          'process.env.WEBHOOK': JSON.stringify(endpoints().WEBHOOK),
          'process.env.WORKFLOW_ACTION': JSON.stringify(endpoints().WORKFLOW_ACTION),
          'process.env.METADATA_KEYS': JSON.stringify(settings.METADATA_KEYS),
          'process.env.ACTIONS': JSON.stringify(settings.ACTIONS),
        },
        plugins: [withoutNodeFetch, withShortMailProviders],
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
      // There the project's own manifest would make them ES modules.
      if (folder === UNDECLARED_FUNCTIONS) {
        await writeFile(path.join(outdir, 'package.json'), '{ "type": "commonjs" }\n');
      }
    });
  await into(path.join(FUNCTIONS, 'dist'), declaredFunctions());
  const undeclared = undeclaredFunctions();
  if (undeclared.length > 0) await into(UNDECLARED_FUNCTIONS, undeclared);
}

export async function functionsTarget(): Promise<BuildTarget> {
  const imported = await importedFiles([...declaredFunctions(), ...undeclaredFunctions()]);
  const sources = [...new Set([...imported.values()].flat())];
  return { name: 'functions', sources, build: () => bundleFunctions(sources) };
}

export async function buildFunctions(): Promise<void> {
  const { build } = await functionsTarget();
  await build();
}
