import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

const APP = path.join(ROOT, 'src/app');

/** The folders in which HubSpot installs packages: each part of the app with a manifest of its own. */
export const installedFolders = (): readonly string[] =>
  readdirSync(APP)
    .map((name) => path.join(APP, name))
    .filter((folder) => existsSync(path.join(folder, 'package.json')));
