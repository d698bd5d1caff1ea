import { run } from '../upload/run.ts';
import { installedFolders } from './folders.ts';

/**
 * `npm run lockfiles`: writes the lockfiles of what HubSpot installs. They stand alone, whatever the root's
 * workspaces share, and name no registry.
 */
const INSTALL = [
  'install',
  '--package-lock-only',
  '--no-workspaces',
  '--ignore-scripts',
  '--omit-lockfile-registry-resolved',
  '--no-audit',
  '--no-fund',
];

for (const folder of installedFolders()) {
  if ((await run('npm', INSTALL, folder)) !== 0) process.exitCode = 1;
}
