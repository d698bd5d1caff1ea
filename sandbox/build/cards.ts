import path from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server';
import { buildInto } from './build-into.ts';
import { CARDS, cardMetas, OUTPUT } from './project.ts';

/** A card as HubSpot's own bundler makes it for production. */
export interface BuiltCard {
  readonly uid: string;
  readonly name: string;
  readonly location: string;
  readonly objectTypes: readonly string[];
  /** Absolute path of the bundle. */
  readonly bundlePath: string;
}

/** Where each card's bundle is, whether or not it has been built. */
export function builtCards(): readonly BuiltCard[] {
  return cardMetas().map(({ uid, config }) => ({
    uid,
    name: config.name,
    location: config.location,
    objectTypes: config.objectTypes,
    bundlePath: path.join(
      OUTPUT,
      'cards',
      uid,
      path.basename(config.entrypoint).replace(/\.tsx?$/, '.js'),
    ),
  }));
}

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

/** Builds every card with the bundler that HubSpot runs after an upload. */
export async function buildCards(): Promise<void> {
  for (const { uid, config } of cardMetas()) {
    await buildInto(path.join(OUTPUT, 'cards', uid), (outputDir) =>
      inProduction(() =>
        remoteBuild({
          root: CARDS,
          entryPoint: path.basename(config.entrypoint),
          outputDir,
          logLevel: 'warn',
        }),
      ),
    );
  }
}
