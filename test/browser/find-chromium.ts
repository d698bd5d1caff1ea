import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where Debian and its relatives put it, every folder of the PATH, then playwright's own download. */
function usualPlaces(searchPath: string): readonly string[] {
  const folders = ['/usr/bin', ...searchPath.split(path.delimiter).filter((part) => part !== '')];
  return [
    ...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))),
    chromium.executablePath(),
  ];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium to test with. `CHROMIUM_PATH` is used or refused, never passed over in silence. */
export function findChromium(environment: Readonly<Record<string, string | undefined>>): string {
  const wanted = environment['CHROMIUM_PATH'] ?? '';
  const places = wanted === '' ? usualPlaces(environment['PATH'] ?? '') : [wanted];
  const found = places.find(isExecutable);
  if (found !== undefined) return found;
  const problem =
    wanted === '' ? 'No Chromium was found' : `CHROMIUM_PATH=${wanted} is not a program`;
  throw new Error(
    `${problem}: install one with "apt-get install -y chromium", or set CHROMIUM_PATH to one.`,
  );
}
