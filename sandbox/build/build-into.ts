import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { OUTPUT } from './project.ts';

/**
 * Builds into a folder of its own and then moves file by file: whoever loads a bundle meanwhile gets
 * the old one or the new one, never a part of one.
 */
export async function buildInto(
  target: string,
  build: (folder: string) => Promise<unknown>,
): Promise<void> {
  await mkdir(target, { recursive: true });
  await mkdir(OUTPUT, { recursive: true });
  const folder = await mkdtemp(path.join(OUTPUT, 'building-'));
  try {
    await build(folder);
    for (const name of await readdir(folder)) {
      await rename(path.join(folder, name), path.join(target, name));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
