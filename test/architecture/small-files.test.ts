import path from 'node:path';
import { expect, test } from 'vitest';
import {
  actionMetas,
  functionMetas,
  cardMetas,
  pageMetas,
  undeclaredCardMetas,
} from '../../scripts/build/project.ts';
import { importsOf, sourcesBelow, textOf } from './sources.ts';

const MIN_LINES = 40;

/** Small files with one importer that stay apart, each with the reason. */
const KEPT: Readonly<Record<string, string>> = {
  'sandbox/hubspot-projects/npm-registry.ts': 'a stand-in that only the upload rehearsal starts',
  'sandbox/hubspot/routes/pipelines.ts': 'routes have a file for each resource',
  'src/app/packages/core/src/texts/italian/admin-errors.ts': 'texts that cards do not load',
  'src/app/packages/core/src/texts/italian/workflow.ts': 'texts that cards do not load',
};

/** HubSpot needs a file each. */
const ENTRY_POINTS = [
  ...functionMetas(),
  ...cardMetas(),
  ...undeclaredCardMetas(),
  ...pageMetas(),
  ...actionMetas(),
].map(({ config }) => path.posix.join('src', config.entrypoint));

/** Files below the minimum that exactly one file imports, where that is not the index of a package. */
function smallWithOneImporter(
  files: readonly string[],
  imports: (file: string) => readonly string[],
  linesOf: (file: string) => number,
): readonly string[] {
  const importers = new Map<string, string[]>();
  for (const file of files) {
    for (const imported of new Set(imports(file))) {
      importers.set(imported, [...(importers.get(imported) ?? []), file]);
    }
  }
  return files.filter((file) => {
    const [only, ...others] = importers.get(file) ?? [];
    const isMergeable =
      only !== undefined && others.length === 0 && !/\/src\/index\.ts$/.test(only);
    return isMergeable && linesOf(file) < MIN_LINES;
  });
}

const FOLDERS = ['src', 'cli', 'scripts', 'sandbox', 'bench', 'test'];

test('no file under 40 lines has a single importer, except with a reason', () => {
  const files = FOLDERS.flatMap((folder) => sourcesBelow(folder));
  const small = smallWithOneImporter(
    files,
    importsOf,
    (file) => textOf(file).split('\n').length - 1,
  );
  const product = small.filter((file) => !file.startsWith('test/') && !ENTRY_POINTS.includes(file));
  expect(product.toSorted()).toEqual(Object.keys(KEPT));
});

test('a small file with one importer is found, with two or with an index it is not', () => {
  const imports: Readonly<Record<string, readonly string[]>> = {
    'a.ts': ['small.ts', 'shared.ts'],
    'b.ts': ['shared.ts', 'large.ts'],
    'core/src/index.ts': ['public.ts'],
  };
  const files = [...Object.keys(imports), 'small.ts', 'shared.ts', 'large.ts', 'public.ts'];
  expect(
    smallWithOneImporter(
      files,
      (file) => imports[file] ?? [],
      (file) => (file === 'large.ts' ? MIN_LINES : MIN_LINES - 1),
    ),
  ).toEqual(['small.ts']);
});
