import path from 'node:path';
import { expect, test } from 'vitest';
import { importsIn, importsOf, sourcesBelow } from './sources.ts';

/** Names of what a folder holds, files and folders, with what each of them imports of the others. */
type Graph = ReadonlyMap<string, ReadonlySet<string>>;

type ImportsOf = (file: string) => readonly string[];

/** What stands directly in the folder on the way to the file. */
const childOf = (folder: string, file: string): string =>
  file.slice(folder.length + 1).split('/')[0] ?? '';

const isBelow = (folder: string, file: string): boolean => file.startsWith(`${folder}/`);

function graphOf(folder: string, files: readonly string[], imports: ImportsOf): Graph {
  const graph = new Map<string, Set<string>>();
  for (const file of files.filter((each) => isBelow(folder, each))) {
    const from = childOf(folder, file);
    const targets = graph.get(from) ?? new Set();
    graph.set(from, targets);
    for (const imported of imports(file).filter((each) => isBelow(folder, each))) {
      const to = childOf(folder, imported);
      if (to !== from) targets.add(to);
    }
  }
  return graph;
}

function reachableFrom(graph: Graph, start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...(graph.get(start) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(graph.get(next) ?? []));
  }
  return reached;
}

const isFolder = (name: string): boolean => path.extname(name) === '';

/** Folders of one folder that import each other, directly or by way of others: `contract, setup`. */
function circlesIn(folder: string, files: readonly string[], imports: ImportsOf): string[] {
  const graph = graphOf(folder, files, imports);
  const reached = new Map([...graph.keys()].map((name) => [name, reachableFrom(graph, name)]));
  const circles = [...graph.keys()].map((name) => {
    const others = [...(reached.get(name) ?? [])].filter((other) => reached.get(other)?.has(name));
    return [...new Set([name, ...others])].sort();
  });
  const closed = circles.filter((names) => names.length > 1 && names.some(isFolder));
  return [...new Set(closed.map((names) => `${folder}: ${names.join(', ')}`))];
}

function foldersOf(root: string, files: readonly string[]): readonly string[] {
  const folders = new Set([root]);
  for (const file of files) {
    for (
      let at = path.posix.dirname(file);
      at.startsWith(`${root}/`);
      at = path.posix.dirname(at)
    ) {
      folders.add(at);
    }
  }
  return [...folders].sort();
}

function circlesBelow(root: string): readonly string[] {
  const files = sourcesBelow(root);
  return foldersOf(root, files).flatMap((folder) => circlesIn(folder, files, importsOf));
}

test.each([
  'src/app/packages/core/src',
  'src/app/packages/sync/src',
  'src/app/packages/ui/src',
  'src/app/actions',
  'src/app/cards',
  'src/app/pages',
  'src/app/functions',
  'sandbox',
  'cli',
  'scripts',
])('no two folders of %s import each other, not even types', (root) => {
  expect(circlesBelow(root)).toEqual([]);
});

test('a circle is found by way of other folders, types and exports', () => {
  const texts = new Map([
    ['room/first/a.ts', "import type { B } from '../second/b.ts';"],
    ['room/second/b.ts', "export { c } from '../third/deep/c.ts';"],
    ['room/third/deep/c.ts', "import { a } from '../../first/a.ts';"],
    ['room/outside.ts', "import { a } from './first/a.ts';"],
  ]);
  const imports: ImportsOf = (file) => importsIn(file, texts.get(file) ?? '');
  expect(circlesIn('room', [...texts.keys()], imports)).toEqual(['room: first, second, third']);
  texts.set('room/third/deep/c.ts', '');
  expect(circlesIn('room', [...texts.keys()], imports)).toEqual([]);
});
