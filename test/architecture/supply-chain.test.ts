import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { importsOf, ROOT, sourcesBelow } from './sources.ts';

const names = z.record(z.string(), z.string()).default({});

const lockfile = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        dependencies: names,
        optionalDependencies: names,
        hasInstallScript: z.boolean().default(false),
        link: z.boolean().default(false),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')));

const { packages } = lockfile;

/** Where npm put a package for one that asks for it: as near to it as there is one. */
function locationOf(asker: string, name: string): string | undefined {
  for (let folder = asker; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const location = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[location] !== undefined) return location;
    if (folder === '') return undefined;
  }
}

/** Everything that is needed for what starts there. */
function closureOf(starts: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const todo = [...starts];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    const { dependencies = {}, optionalDependencies = {} } = packages[next] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const location = locationOf(next, name);
      if (location !== undefined) todo.push(location);
    }
  }
  return reached;
}

const SHIPPED_FOLDERS = [
  'src/app/actions',
  'src/app/cards',
  'src/app/functions',
  'src/app/pages',
  'src/app/packages/core',
  'src/app/packages/sync',
  'src/app/packages/ui',
];

/** Packages that the functions import without declaring them, since all of it is bundled. */
const imported = [
  ...new Set(
    SHIPPED_FOLDERS.flatMap((folder) => sourcesBelow(folder))
      .flatMap((file) => importsOf(file))
      .filter((name) => !name.startsWith('src/') && !name.startsWith('node:'))
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
  ),
].map((name) => `node_modules/${name}`);

const shipped = [...closureOf([...SHIPPED_FOLDERS, ...imported])].filter(
  (location) => location.includes('node_modules/') && packages[location]?.link !== true,
);

test('the upload contains fewer than the allowed number of packages', () => {
  expect(shipped).toEqual(
    expect.arrayContaining([
      'node_modules/stripe',
      'node_modules/zod',
      'node_modules/react',
      'node_modules/@hubspot/ui-extensions',
      'node_modules/email-providers',
    ]),
  );
  expect(shipped.length).toBeLessThan(80);
});

test('no package runs an install script', () => {
  expect(shipped.filter((location) => packages[location]?.hasInstallScript)).toEqual([]);
});

test('every package has its lockfile integrity and comes from the npm registry', () => {
  const strange = shipped.filter((location) => {
    const { resolved, integrity = '' } = packages[location] ?? {};
    // Without an address it is the registry that npm is set up for; what it gives must have this content.
    const isElsewhere = resolved?.startsWith('https://registry.npmjs.org/') === false;
    return isElsewhere || !integrity.startsWith('sha512-');
  });
  expect(strange).toEqual([]);
});
