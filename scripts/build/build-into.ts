import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { OUTPUT, ROOT } from './project.ts';

/** Everything that decides what a build makes. */
export interface BuildInputs {
  /** Files and folders, absolute. */
  readonly sources: readonly string[];
  /** What is set from outside of the sources, such as a language. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Something that is built on its own. */
export interface BuildTarget {
  readonly name: string;
  /** Files, absolute: an edit of one of them makes another bundle. */
  readonly sources: readonly string[];
  readonly build: () => Promise<void>;
}

/** What every bundle is made from, besides the files that it imports. */
export const SHARED_SOURCES: readonly string[] = [
  path.join(ROOT, 'package-lock.json'),
  import.meta.dirname,
];

const NOT_SOURCES: ReadonlySet<string> = new Set(['node_modules', 'dist']);

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return NOT_SOURCES.has(entry.name) ? [] : filesBelow(file);
    return entry.isFile() ? [file] : [];
  });
}

const isFolder = (source: string): boolean => path.extname(source) === '';

/** One text for all inputs: the same text, the same bundle. */
function fingerprintOf({ sources, settings = {} }: BuildInputs): string {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  const files = sources.flatMap((source) => (isFolder(source) ? filesBelow(source) : [source]));
  for (const file of files.toSorted()) {
    hash.update(`\0${path.relative(ROOT, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

async function fingerprintOfOutput(target: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(target)).toSorted()) {
    hash.update(`\0${name}\0`).update(await readFile(path.join(target, name)));
  }
  return hash.digest('hex');
}

/** Where it is noted what a target was made from. Not in the target: HubSpot uploads that folder. */
const noteOf = (target: string): string =>
  path.join(OUTPUT, 'built', `${path.relative(ROOT, target).replaceAll(path.sep, '-')}.txt`);

/** The note holds inputs and output, so that it is void when either is changed by another build. */
async function isUpToDate(target: string, inputs: string): Promise<boolean> {
  try {
    const note = await readFile(noteOf(target), 'utf8');
    return note === `${inputs} ${await fingerprintOfOutput(target)}`;
  } catch {
    return false;
  }
}

/** Moves file by file: a process that loads a bundle meanwhile gets the old or the new one, whole. */
async function replaceFiles(folder: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  const built = await readdir(folder);
  for (const name of built) await rename(path.join(folder, name), path.join(target, name));
  // What was built before and is no longer goes: HubSpot uploads all that lies in the folder.
  for (const name of await readdir(target)) {
    if (!built.includes(name)) await rm(path.join(target, name), { recursive: true, force: true });
  }
}

/**
 * Builds into a folder of its own and replaces the target's files by the result. Nothing is built where
 * the target is already what the inputs make. Several processes may build the same target at once.
 */
export async function buildInto(
  target: string,
  inputs: BuildInputs,
  build: (folder: string) => Promise<unknown>,
): Promise<void> {
  const fingerprint = fingerprintOf(inputs);
  if (await isUpToDate(target, fingerprint)) return;
  await mkdir(path.dirname(noteOf(target)), { recursive: true });
  const folder = await mkdtemp(path.join(OUTPUT, 'building-'));
  try {
    await build(folder);
    const note = `${fingerprint} ${await fingerprintOfOutput(folder)}`;
    await replaceFiles(folder, target);
    await writeFile(noteOf(target), note);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
