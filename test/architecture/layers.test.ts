import { expect, test } from 'vitest';
import {
  identifiersOf,
  importsIn,
  importsOf,
  readsClock,
  sourcesBelow,
  textOf,
} from './sources.ts';

interface Room {
  readonly folder: string;
  /** What its files may import: packages by name, files by folder. */
  readonly mayImport: readonly RegExp[];
}

const CORE = /^@stripe-payments\/core$/;
const UI = /^@stripe-payments\/ui$/;

/** Libraries of HubSpot's own command line. */
const HUBSPOT_TOOLS = /^@hubspot\/(?:local-dev-lib|project-parsing-lib)\//;

const ROOMS: readonly Room[] = [
  {
    folder: 'src/app/packages/core/src',
    mayImport: [/^zod\/mini$/, /^src\/app\/packages\/core\/src\//],
  },
  {
    folder: 'src/app/packages/sync/src/use-cases',
    mayImport: [CORE, /^src\/app\/packages\/sync\/src\/(?:use-cases\/|ports\.ts|sync-error\.ts)/],
  },
  {
    folder: 'src/app/packages/sync/src/http',
    mayImport: [/^src\/app\/packages\/sync\/src\/(?:http\/|sync-error\.ts)/],
  },
  {
    folder: 'src/app/packages/sync/src',
    mayImport: [
      CORE,
      /^(?:stripe|zod\/mini|email-providers\/all\.json|node:crypto)$/,
      /^@hubspot\/api-client(?:\/|$)/,
      /^src\/app\/packages\/sync\/src\//,
    ],
  },
  {
    folder: 'src/app/functions',
    mayImport: [
      CORE,
      /^@stripe-payments\/sync(?:\/(?:acting|setup))?$/,
      /^zod\/mini$/,
      /^src\/app\/functions\//,
    ],
  },
  {
    folder: 'src/app/actions',
    mayImport: [CORE, UI, /^react$/, /^@hubspot\/ui-extensions$/, /^src\/app\/actions\//],
  },
  {
    folder: 'src/app/cards',
    mayImport: [CORE, UI, /^react$/, /^@hubspot\/ui-extensions(?:\/crm)?$/, /^src\/app\/cards\//],
  },
  {
    folder: 'src/app/pages',
    mayImport: [CORE, UI, /^react$/, /^@hubspot\/ui-extensions(?:\/pages)?$/, /^src\/app\/pages\//],
  },
  {
    folder: 'src/app/packages/ui/src',
    mayImport: [CORE, /^react$/, /^@hubspot\/ui-extensions$/, /^src\/app\/packages\/ui\/src\//],
  },
  {
    folder: 'cli',
    mayImport: [
      CORE,
      /^@stripe-payments\/sync(?:\/setup)?$/,
      /^(?:cli\/|node:|zod$)/,
      /^(?:cli-progress|commander|picocolors|prettier|wrap-ansi)$/,
    ],
  },
  {
    folder: 'scripts',
    // A setting of the upload is checked by the same rule as in a function.
    mayImport: [CORE, /^(?!@stripe-payments\/|src\/|test\/|cli\/|bench\/)/],
  },
  {
    folder: 'scripts/contract',
    mayImport: [/^scripts\/contract\//, /^sandbox\//, /^node:/, /^(?:hono|stripe|zod)$/],
  },
  {
    folder: 'scripts/upload',
    mayImport: [/^scripts\/(?:upload\/|build\/profile\.ts$)/, /^node:/, HUBSPOT_TOOLS],
  },
  {
    folder: 'sandbox',
    mayImport: [CORE, /^(?!@stripe-payments\/|src\/|test\/|cli\/|bench\/)/],
  },
];

function offences({ folder, mayImport }: Room): readonly string[] {
  return sourcesBelow(folder).flatMap((file) =>
    importsOf(file)
      .filter((imported) => !mayImport.some((allowed) => allowed.test(imported)))
      .map((imported) => `${file} imports ${imported}`),
  );
}

test.each(ROOMS)('$folder imports only what the layer rules allow', (room) => {
  expect(sourcesBelow(room.folder)).not.toEqual([]);
  expect(offences(room)).toEqual([]);
});

test('imports of every form are found', () => {
  const text = [
    "import { a } from './static.ts';",
    "export { b } from '../re-exported.ts';",
    "import type { c } from 'type-only';",
    "const d = import('dynamic');",
    "const e = require('required');",
  ].join('\n');
  expect(importsIn('src/room/file.ts', text)).toEqual([
    'src/room/static.ts',
    'src/re-exported.ts',
    'type-only',
    'dynamic',
    'required',
  ]);
});

const IMPURE = [
  'fetch',
  'process',
  'console',
  'performance',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'globalThis',
  'crypto',
];

test.each(sourcesBelow('src/app/packages/core/src'))('%s is pure', (file) => {
  const used = identifiersOf(file);
  expect(IMPURE.filter((name) => used.has(name))).toEqual([]);
  expect(textOf(file)).not.toMatch(/Math\.random/);
  expect(readsClock(file)).toBe(false);
});

test.each([
  ['Date.now()', true],
  ['new Date()', true],
  ['new Date', true],
  ['Date()', true],
  ["Date['now']()", true],
  ['const Clock = Date; Clock.now()', true],
  ['new Date(createdMs)', false],
  ['Date.UTC(2026, 0)', false],
  ['const at: Date = given; at.getTime()', false],
])('%s reads a clock: %s', (text, isRead) => {
  expect(readsClock('room/file.ts', text)).toBe(isRead);
});

test('use cases read no clock, environment or random number of their own', () => {
  const files = sourcesBelow('src/app/packages/sync/src/use-cases');
  const used = files.flatMap((file) =>
    IMPURE.filter((name) => identifiersOf(file).has(name)).map((name) => `${file} uses ${name}`),
  );
  expect(files.filter((file) => readsClock(file))).toEqual([]);
  expect(used).toEqual([]);
});

test('only the adapters import the two SDKs', () => {
  const knowing = sourcesBelow('src').filter((file) =>
    importsOf(file).some((name) => name === 'stripe' || name.startsWith('@hubspot/api-client')),
  );
  expect(knowing.filter((file) => !/\/sync\/src\/(?:stripe|hubspot)\//.test(file))).toEqual([]);
});

test('one file calls app functions', () => {
  const calling = sourcesBelow('src').filter((file) =>
    /hubspot\s*\.\s*serverless|runServerlessFunction/.test(textOf(file)),
  );
  expect(calling).toEqual(['src/app/packages/ui/src/functions.ts']);
});

test("only one file imports HubSpot's unexported executor", () => {
  const reaching = [...sourcesBelow('sandbox'), ...sourcesBelow('src')].filter((file) =>
    textOf(file).includes('AppFunctionExecutionService'),
  );
  expect(reaching).toEqual(['sandbox/runtime/executor.ts']);
});

test('no source file is longer than 250 lines', () => {
  const long = ['src', 'sandbox', 'cli', 'scripts', 'test', 'bench']
    .flatMap((folder) => sourcesBelow(folder))
    .filter((file) => textOf(file).split('\n').length > 251);
  expect(long).toEqual([]);
});

test('no test measures real time, which would fail on a busy machine', () => {
  const timed = sourcesBelow('test').filter((file) =>
    /performance\.now\(\)\s*-/.test(textOf(file)),
  );
  expect(timed).toEqual([]);
});

test('no lint or type rule is switched off in a file', () => {
  const marks = new RegExp(
    ['eslint' + '-disable', '@ts-' + 'ignore', '@ts-' + 'nocheck', '@ts-' + 'expect-error'].join(
      '|',
    ),
  );
  const off = ['src', 'sandbox', 'cli', 'scripts', 'test', 'bench']
    .flatMap((folder) => sourcesBelow(folder))
    .filter((file) => marks.test(textOf(file)));
  expect(off).toEqual([]);
});
