import path from 'node:path';
import { build } from 'esbuild';
import { buildInto } from './build-into.ts';
import { FUNCTIONS, functionMetas, ROOT } from './project.ts';

/**
 * Bundles every app function to CommonJS beside its source. HubSpot loads them with `require()` and
 * installs nothing, so each file holds all it needs.
 */
export async function buildFunctions(): Promise<void> {
  const entryPoints = functionMetas().map(({ config }) => {
    const name = path.basename(config.entrypoint, '.js');
    return path.join(FUNCTIONS, `${name}.ts`);
  });
  await buildInto(path.join(FUNCTIONS, 'dist'), (outdir) =>
    build({
      entryPoints,
      outdir,
      absWorkingDir: ROOT,
      bundle: true,
      alias: { 'node-fetch': path.join(import.meta.dirname, 'without-node-fetch.ts') },
      minify: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      legalComments: 'none',
      logLevel: 'warning',
    }),
  );
}
