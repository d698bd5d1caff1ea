import path from 'node:path';
import { build } from 'esbuild';
import { FUNCTIONS, functionMetas, ROOT } from './project.ts';

/**
 * Bundles every app function to CommonJS beside its source. HubSpot loads them with `require()` and
 * installs nothing, so each file holds all it needs.
 */
export async function buildFunctions(): Promise<void> {
  await build({
    entryPoints: functionMetas().map(({ config }) => {
      const name = path.basename(config.entrypoint, '.js');
      return path.join(FUNCTIONS, `${name}.ts`);
    }),
    outdir: path.join(FUNCTIONS, 'dist'),
    absWorkingDir: ROOT,
    bundle: true,
    alias: { 'node-fetch': path.join(import.meta.dirname, 'without-node-fetch.ts') },
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
  });
}
