import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { run } from './upload/run.ts';

/**
 * Writes the lockfiles of what HubSpot installs: each folder of the app with a manifest of its own. They
 * stand alone, whatever the root's workspaces share, and name no registry.
 */
const APP = path.resolve(import.meta.dirname, '../src/app');
const INSTALL = [
  'install',
  '--package-lock-only',
  '--no-workspaces',
  '--ignore-scripts',
  '--omit-lockfile-registry-resolved',
  '--no-audit',
  '--no-fund',
];

const folders = readdirSync(APP)
  .map((name) => path.join(APP, name))
  .filter((folder) => existsSync(path.join(folder, 'package.json')));

for (const folder of folders) {
  if ((await run('npm', INSTALL, folder)) !== 0) process.exitCode = 1;
}
