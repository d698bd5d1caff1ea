import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test as base, vi } from 'vitest';
import { z } from 'zod';
import { installedFolders } from '../../../scripts/packages/folders.ts';
import { ROOT } from '../../../scripts/build/project.ts';
import { copyCheckout } from './project-copy.ts';
import { startRehearsal } from './rehearsal.ts';
import { runProgram } from './run-program.ts';

vi.setConfig({ testTimeout: 240_000 });

const test = base.extend('rehearsal', { scope: 'file' }, async ({}, { onCleanup }) => {
  const rehearsal = await startRehearsal();
  onCleanup(() => rehearsal.close());
  return rehearsal;
});

const dependenciesSchema = z.record(z.string(), z.string()).default({});

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  dependencies: dependenciesSchema,
  devDependencies: dependenciesSchema,
});

const lockfileSchema = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      name: z.string().optional(),
      version: z.string().optional(),
      resolved: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      dependencies: dependenciesSchema,
      devDependencies: dependenciesSchema,
    }),
  ),
});

function readJson(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
}

const FOLDERS = installedFolders().map((folder) => path.relative(ROOT, folder));

test('HubSpot installs cards and functions', () => {
  expect(FOLDERS).toEqual(
    expect.arrayContaining(['src/app/actions', 'src/app/cards', 'src/app/functions']),
  );
});

test.each(FOLDERS)('%s names exact versions', (name) => {
  const { dependencies, devDependencies } = manifestSchema.parse(
    readJson(path.join(ROOT, name), 'package.json'),
  );
  const versions = Object.values({ ...dependencies, ...devDependencies });
  expect(versions.filter((version) => !/^(?:\d+\.\d+\.\d+|file:.+)$/.test(version))).toEqual([]);
});

test.each(FOLDERS)('the lockfile of %s is that of its manifest', (name) => {
  const folder = path.join(ROOT, name);
  const { packages } = lockfileSchema.parse(readJson(folder, 'package-lock.json'));
  expect(manifestSchema.parse(packages[''])).toEqual(
    manifestSchema.parse(readJson(folder, 'package.json')),
  );
  const local = Object.entries(packages).filter(([key]) => key.startsWith('../../'));
  for (const [key, locked] of local) {
    const { version, dependencies } = manifestSchema.parse(
      readJson(path.join(folder, key), 'package.json'),
    );
    expect(locked).toMatchObject({ version, dependencies });
  }
});

test.each(FOLDERS)('the lockfile of %s runs no script and names no registry', (name) => {
  const { packages } = lockfileSchema.parse(readJson(path.join(ROOT, name), 'package-lock.json'));
  const entries = Object.entries(packages);
  expect(entries.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
  expect(entries.filter(([, { resolved = '' }]) => resolved.includes('://'))).toEqual([]);
});

test('npm accepts each lockfile as complete', async ({ rehearsal }) => {
  const folder = path.join(rehearsal.folder, 'locked');
  await copyCheckout(folder);
  for (const name of FOLDERS) {
    const args = ['ci', '--no-workspaces', '--dry-run', '--offline', '--no-audit', '--no-fund'];
    const { code, output } = await runProgram('npm', args, {
      folder: path.join(folder, name),
      environment: rehearsal.environment,
    });
    expect(`${String(code)} ${output}`).toMatch(/^0 /);
  }
});

test('npm run audit checks what ships, and says so where it cannot', async ({ rehearsal }) => {
  const folder = path.join(rehearsal.folder, 'audited');
  await copyCheckout(folder);
  const audit = (environment: Readonly<Record<string, string | undefined>>) =>
    runProgram('npm', ['run', '--silent', 'audit'], { folder, environment });
  const clean = await audit(rehearsal.environment);
  expect(clean.output.trim().split('\n')).toEqual(
    ['the whole project', ...FOLDERS].map((name) => `${name}: no known vulnerability`),
  );
  expect(clean.code).toBe(0);
  // Bundled into the functions, and installed with the cards.
  expect([...rehearsal.auditedPackages]).toEqual(
    expect.arrayContaining(['stripe', '@hubspot/api-client', '@hubspot/ui-extensions']),
  );
  expect(rehearsal.auditedPackages).not.toContain('vitest');

  const nowhere = { ...rehearsal.environment, HTTPS_PROXY: 'http://127.0.0.1:9' };
  const unknown = await audit({ ...nowhere, npm_config_fetch_retries: '0' });
  expect(unknown.output).toContain('the whole project: NOT AUDITED');
  expect(unknown.code).toBe(2);
});
