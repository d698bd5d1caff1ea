import path from 'node:path';
import { build } from 'esbuild';
import { OUTPUT, ROOT } from './project.ts';

/**
 * The files of this project that each entry point imports, itself included, all absolute. Installed packages
 * are left out: the lockfile says what they are.
 * @throws esbuild's message where a file cannot be parsed or found.
 */
export async function importedFiles(
  entryPoints: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { metafile } = await build({
    entryPoints: [...entryPoints],
    outdir: OUTPUT,
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    logLevel: 'silent',
    plugins: [
      {
        name: 'installed-packages',
        setup: (esbuild) => {
          esbuild.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) => {
            const isInstalled = kind !== 'entry-point' && !name.startsWith('@stripe-payments/');
            return isInstalled ? { path: name, external: true } : undefined;
          });
        },
      },
    ],
  });
  const filesFrom = (entryPoint: string): readonly string[] => {
    const reached = new Set([path.relative(ROOT, entryPoint).replaceAll(path.sep, '/')]);
    for (const file of reached) {
      for (const imported of metafile.inputs[file]?.imports ?? []) {
        if (imported.external !== true) reached.add(imported.path);
      }
    }
    return [...reached].map((file) => path.join(ROOT, file));
  };
  return new Map(entryPoints.map((entryPoint) => [entryPoint, filesFrom(entryPoint)]));
}
