import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BuildTarget } from './build-into.ts';
import { buildInto, SHARED_SOURCES } from './build-into.ts';
import { importedFiles } from './imports.ts';
import type { CardMeta } from './project.ts';
import {
  actionMetas,
  ACTIONS,
  APP,
  CARDS,
  cardMetas,
  OUTPUT,
  pageMetas,
  PAGES,
  undeclaredCardMetas,
} from './project.ts';

/** A page or bulk action as HubSpot's own bundler makes it for production. */
export interface BuiltPage {
  readonly uid: string;
  /** Absolute path of the bundle. */
  readonly bundlePath: string;
}

/** A card as HubSpot's own bundler makes it for production. */
export interface BuiltCard extends BuiltPage {
  readonly name: string;
  readonly location: string;
  readonly objectTypes: readonly string[];
}

/** What vite.config.js bundles instead of zod and of React's JSX: no file imports them. */
const REPLACEMENTS = [
  path.join(APP, 'packages/core/src/contract/checks.ts'),
  path.join(APP, 'packages/ui/src/jsx-runtime.ts'),
];

/** A card or page as its hsmeta file declares it. */
interface Extension {
  readonly uid: string;
  readonly config: { readonly entrypoint: string };
}

/** `kind` is the folder of its kind. */
const bundlePathOf = (kind: string, { uid, config }: Extension): string =>
  path.join(OUTPUT, kind, uid, path.basename(config.entrypoint).replace(/\.tsx?$/, '.js'));

const builtCard = (meta: CardMeta): BuiltCard => ({
  uid: meta.uid,
  name: meta.config.name,
  location: meta.config.location,
  objectTypes: meta.config.objectTypes,
  bundlePath: bundlePathOf('cards', meta),
});

/** Where each card's bundle is, whether or not it has been built. */
export const builtCards = (): readonly BuiltCard[] => cardMetas().map(builtCard);

/** Those of cards that are declared on demand and are not. */
export const undeclaredCards = (): readonly BuiltCard[] => undeclaredCardMetas().map(builtCard);

/** Where each page's bundle is, whether or not it has been built. HubSpot allows an app one. */
export const builtPages = (): readonly BuiltPage[] =>
  pageMetas().map((meta) => ({ uid: meta.uid, bundlePath: bundlePathOf('pages', meta) }));

/** A bulk action as HubSpot's own bundler makes it for production. */
export interface BuiltAction extends BuiltPage {
  readonly label: string;
  readonly objectTypes: readonly string[];
}

/** Where each bulk action's bundle is, whether or not it has been built. */
export const builtActions = (): readonly BuiltAction[] =>
  actionMetas().map((meta) => ({
    uid: meta.uid,
    label: meta.config.label,
    objectTypes: meta.config.objectTypes,
    bundlePath: bundlePathOf('actions', meta),
  }));

/** HubSpot's bundler takes NODE_ENV from its process; under a test runner it would bundle React's checks. */
async function inProduction<T>(build: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await build();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/** Builds one card or page with the bundler that HubSpot runs after an upload. */
async function buildExtension(
  root: string,
  bundlePath: string,
  entrypoint: string,
  sources: readonly string[],
): Promise<void> {
  const inputs = { sources: [...sources, ...SHARED_SOURCES] };
  await buildInto(path.dirname(bundlePath), inputs, async (outputDir) => {
    // Takes a second to load: only where there is something to build.
    const { remoteBuild } = await import('@hubspot/ui-extensions-dev-server');
    const entryPoint = path.basename(entrypoint);
    await inProduction(() => remoteBuild({ root, entryPoint, outputDir, logLevel: 'error' }));
  });
}

async function targetsOf(
  root: string,
  kind: string,
  extensions: readonly Extension[],
): Promise<readonly BuildTarget[]> {
  const entryOf = ({ config }: Extension): string =>
    path.join(root, path.basename(config.entrypoint));
  const imported = await importedFiles(extensions.map(entryOf));
  return extensions.map((extension) => {
    const { uid, config } = extension;
    const files = [`${uid}-hsmeta.json`, 'package.json', 'vite.config.js'];
    const declared = [...files.map((name) => path.join(root, name)), ...REPLACEMENTS].filter(
      (file) => existsSync(file),
    );
    const sources = [...(imported.get(entryOf(extension)) ?? []), ...declared];
    return {
      name: uid,
      sources,
      build: () => buildExtension(root, bundlePathOf(kind, extension), config.entrypoint, sources),
    };
  });
}

export const cardTargets = (): Promise<readonly BuildTarget[]> =>
  targetsOf(CARDS, 'cards', [...cardMetas(), ...undeclaredCardMetas()]);
export const pageTargets = (): Promise<readonly BuildTarget[]> =>
  targetsOf(PAGES, 'pages', pageMetas());

export const actionTargets = (): Promise<readonly BuildTarget[]> =>
  targetsOf(ACTIONS, 'actions', actionMetas());

export async function buildCards(): Promise<void> {
  for (const target of await cardTargets()) await target.build();
}

export async function buildPages(): Promise<void> {
  for (const target of await pageTargets()) await target.build();
}

export async function buildActions(): Promise<void> {
  for (const target of await actionTargets()) await target.build();
}
