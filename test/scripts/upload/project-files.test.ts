import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { shouldIgnoreFile } from '@hubspot/local-dev-lib/ignoreRules';
import { getAllHsProfiles } from '@hubspot/project-parsing-lib/profiles';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { CARDS, FUNCTIONS, ROOT } from '../../../scripts/build/project.ts';
import { strayFiles } from '../../../scripts/upload/check-files.ts';

const SRC = path.join(ROOT, 'src');

const declarations = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('-hsmeta.json') && !file.includes('node_modules'),
);

test.each([
  ['hsprofile.test.json', true],
  ['hsprofile.live.example.json', true],
  ['app/functions/.env.example', true],
  ['app/functions/dist/sync-payments.js.map', true],
  // It extends a file that is not uploaded, and HubSpot's bundler would stop at it.
  ['app/packages/core/tsconfig.json', true],
  ['app/cards/figures/figures.test.ts', true],
  ['app/cards/package-lock.json', false],
  ['app/cards/eslint.config.js', false],
  ['app/cards/previews/deal-payments.png', false],
])('upload treats %s as ignored: %s', (file, isIgnored) => {
  expect(shouldIgnoreFile(path.join(SRC, file), true)).toBe(isIgnored);
});

describe('a file that would be uploaded by mistake', () => {
  /** A project of one function, and one more file in it. */
  const strayIn = (name: string, content = 'x'): readonly string[] => {
    const root = mkdtempSync(path.join(os.tmpdir(), 'stray-'));
    onTestFinished(() => {
      rmSync(root, { recursive: true });
    });
    const functions = path.join(root, 'src/app/functions');
    mkdirSync(functions, { recursive: true });
    writeFileSync(path.join(functions, 'get-payments.ts'), 'export const main = 1;');
    writeFileSync(path.join(functions, name), content);
    return strayFiles(root);
  };

  test('is none of this project', () => {
    expect(strayFiles(ROOT)).toEqual([]);
  });

  test.each([
    ...['keys.json', 'secrets.json', 'service-account.json', 'env', 'env.production', 'prod.env'],
    ...[
      'id_rsa',
      'id_ed25519.pub',
      'stripe.key',
      'cert.pem',
      'store.p12',
      'credentials',
      'token.txt',
    ],
    ...[
      'get-payments.ts.orig',
      'get-payments.ts.rej',
      'get-payments.ts.bak',
      'get-payments.ts.swo',
    ],
    ...['customers.csv', 'dump.sql', 'backup.zip', 'notes.md', 'kdbx', 'hsprofile_live.json'],
  ])('is refused by its name: %s', (name) => {
    expect(strayIn(name)).toEqual([expect.stringContaining(`src/app/functions/${name} would be`)]);
  });

  // Put together here, so that no file of the repository has the shape.
  test.each([
    ['a Stripe key', ['sk', 'live', '51Habcdefghij']],
    ['a Stripe key', ['rk', 'test', '51Habcdefghij']],
    ['a Stripe webhook secret', ['whsec', 'a1b2c3d4e5f6a7b8c9d0']],
    ['a HubSpot token', ['pat-na1-01234567-89ab-cdef-0123-456789abcdef']],
    ['a HubSpot personal access key', [`Ci${'Ab3+'.repeat(30)}`]],
    ['a private key', ['-----BEGIN RSA PRIVATE', 'KEY-----'].join(' ').split('_')],
    ['an AWS key', ['AKIAIOSFODNN7EXAMPLE']],
    ['a GitHub token', ['ghp', 'a'.repeat(36)]],
    ['an npm token', ['npm', 'a'.repeat(36)]],
  ])('is refused for %s in it, which is not repeated', (kind, parts) => {
    const key = parts.join('_');
    for (const name of ['careless.ts', 'package.json', 'logo.png']) {
      expect(strayIn(name, `const key = "${key}";`)).toEqual([
        `src/app/functions/${name} contains ${kind}. Remove it, and roll the key.`,
      ]);
    }
  });

  test.each(['.env', '.npmrc', 'npm-debug.log'])(
    'is none where the CLI leaves it out: %s',
    (name) => {
      expect(strayIn(name, ['sk', 'live', '51Habcdefghij'].join('_'))).toEqual([]);
    },
  );
});

test('the license of every bundled package is uploaded with the functions', () => {
  const notices = readFileSync(path.join(FUNCTIONS, 'dist/third-party-licenses.txt'), 'utf8');
  for (const name of ['stripe', 'zod', 'email-providers', '@hubspot/api-client']) {
    expect(notices).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, 'm'));
  }
  expect(notices.match(/Permission is hereby granted|Permission to use/g)?.length).toBeGreaterThan(
    2,
  );
});

test('git keeps profiles and keys out, and their examples in', ({ onTestFinished }) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gitignore-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  copyFileSync(path.join(ROOT, '.gitignore'), path.join(folder, '.gitignore'));
  const isIgnored = (file: string): boolean =>
    spawnSync('git', ['check-ignore', '--quiet', file], { cwd: folder }).status === 0;
  const kept = ['src/hsprofile.test.json', 'src/hsprofile.live.json', 'src/app/functions/.env'];
  expect(kept.filter((file) => !isIgnored(file))).toEqual([]);
  const committed = ['src/hsprofile.test.example.json', 'src/app/functions/.env.example'];
  expect(committed.filter(isIgnored)).toEqual([]);
});

test.each(['test', 'live'])('the example of the %s profile is valid', (mode) => {
  const file = path.join(SRC, `hsprofile.${mode}.example.json`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    accountId: 0,
    variables: { STRIPE_MODE: mode },
  });
});

test('the CLI does not take an example for a profile', async () => {
  const names = await getAllHsProfiles(SRC);
  expect(names.filter((name) => name.includes('example'))).toEqual([]);
});

test('no declaration needs a profile: an upload without one works', () => {
  const needing = declarations.filter((file) =>
    readFileSync(path.join(SRC, file), 'utf8').includes('${'),
  );
  expect(declarations.length).toBeGreaterThan(5);
  expect(needing).toEqual([]);
});

const cardSchema = z.object({
  uid: z.string(),
  config: z.object({ previewImage: z.object({ file: z.string(), altText: z.string().min(20) }) }),
});

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MAX_PREVIEW_BYTES = 60 * 1024;

const cards = declarations
  .filter((file) => path.dirname(path.join(SRC, file)) === CARDS)
  .map((file) => cardSchema.parse(JSON.parse(readFileSync(path.join(SRC, file), 'utf8'))));

test.each(cards)('the $uid card has a small image that shows it', ({ uid, config }) => {
  expect(config.previewImage.file).toBe(`./previews/${uid}.png`);
  const file = path.join(CARDS, config.previewImage.file);
  expect(readFileSync(file).subarray(0, PNG_SIGNATURE.length)).toEqual(PNG_SIGNATURE);
  expect(statSync(file).size).toBeLessThan(MAX_PREVIEW_BYTES);
});
