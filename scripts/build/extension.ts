import path from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server';
import { buildInto } from './build-into.ts';
import { OUTPUT } from './project.ts';

/** A card or page as its hsmeta file declares it. */
interface Extension {
  readonly uid: string;
  readonly config: { readonly entrypoint: string };
}

/** Absolute path of the bundle, whether or not it has been built. `kind` is the folder of its kind. */
export const bundlePathOf = (kind: string, { uid, config }: Extension): string =>
  path.join(OUTPUT, kind, uid, path.basename(config.entrypoint).replace(/\.tsx?$/, '.js'));

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
export async function buildExtension(
  root: string,
  kind: string,
  extension: Extension,
): Promise<void> {
  await buildInto(path.dirname(bundlePathOf(kind, extension)), (outputDir) =>
    inProduction(() =>
      remoteBuild({
        root,
        entryPoint: path.basename(extension.config.entrypoint),
        outputDir,
        logLevel: 'warn',
      }),
    ),
  );
}
