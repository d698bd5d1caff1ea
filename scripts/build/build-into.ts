import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { OUTPUT } from './project.ts';

/**
 * Builds into a folder of its own and then moves file by file: whoever loads a bundle meanwhile gets
 * the old one or the new one, never a part of one. What was built before and is no longer goes: HubSpot
 * uploads whatever lies in the folder.
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
    const built = await readdir(folder);
    for (const name of built) await rename(path.join(folder, name), path.join(target, name));
    for (const name of await readdir(target)) {
      if (!built.includes(name))
        await rm(path.join(target, name), { recursive: true, force: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
