import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

/** What the search for a browser sees of the machine, and how it runs programs on it. */
export interface Machine {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly isExecutable: (file: string) => boolean;
  /** Runs a program without a terminal. Its exit code, 127 where there is no such program. */
  readonly run: (program: string, args: readonly string[]) => number;
  readonly say: (line: string) => void;
}

type BrowserOutcome =
  { readonly ok: true; readonly file: string } | { readonly ok: false; readonly message: string };

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const REMEDY = 'Install one with "apt-get install -y chromium", or set CHROMIUM_PATH to one.';

/** Where Debian and its relatives put it, every folder of the PATH, then playwright's own download. */
function usualPlaces(searchPath: string): readonly string[] {
  const folders = ['/usr/bin', ...searchPath.split(path.delimiter).filter((part) => part !== '')];
  return [
    ...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))),
    chromium.executablePath(),
  ];
}

/** The Chromium to test with. `CHROMIUM_PATH` is used or refused, never passed over in silence. */
export function findChromium({
  environment,
  isExecutable,
}: Pick<Machine, 'environment' | 'isExecutable'>): BrowserOutcome {
  const wanted = environment['CHROMIUM_PATH'] ?? '';
  const places = wanted === '' ? usualPlaces(environment['PATH'] ?? '') : [wanted];
  const file = places.find((place) => isExecutable(place));
  if (file !== undefined) return { ok: true, file };
  const problem =
    wanted === '' ? 'No Chromium was found.' : `CHROMIUM_PATH=${wanted} is not a program.`;
  return { ok: false, message: `${problem} ${REMEDY}` };
}

/** Gives up on a network that does not answer; apt would try for minutes. */
const APT = [
  'DEBIAN_FRONTEND=noninteractive',
  'apt-get',
  '--quiet',
  '--option=Acquire::Retries=0',
  '--option=Acquire::http::Timeout=20',
];

const INSTALL = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core'];

/** Installs Debian's Chromium; what prevented it, undefined where nothing did. */
function installChromium({ isRoot, run }: Machine): string | undefined {
  if (run('apt-get', ['--version']) !== 0) return 'this system has no apt-get';
  if (!isRoot && run('sudo', ['-n', 'true']) !== 0) return 'installing takes root or sudo';
  const [program, ...first] = isRoot ? ['env', ...APT] : ['sudo', '-n', 'env', ...APT];
  // A package list of an earlier day may do: whether it does, the installation shows.
  run(program, [...first, 'update']);
  return run(program, [...first, ...INSTALL]) === 0 ? undefined : 'apt-get could not install it';
}

/** Finds a Chromium or, on Debian, installs one, and says which in one line. */
export function ensureChromium(machine: Machine): BrowserOutcome {
  const found = findChromium(machine);
  const isChosen = (machine.environment['CHROMIUM_PATH'] ?? '') !== '';
  if (found.ok || isChosen) {
    if (found.ok) machine.say(`The browser tests use ${found.file}.`);
    return found;
  }
  machine.say('No Chromium was found: installing chromium and fonts-noto-core with apt-get.');
  const obstacle = installChromium(machine);
  if (obstacle === undefined) return findChromium(machine);
  return { ok: false, message: `Chromium could not be installed: ${obstacle}. ${REMEDY}` };
}

/** This computer. */
export const THIS_MACHINE: Machine = {
  environment: process.env,
  isRoot: process.getuid?.() === 0,
  isExecutable: (file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
  run: (program, args) => spawnSync(program, args, { stdio: 'ignore' }).status ?? 127,
  say: (line) => {
    process.stdout.write(`${line}\n`);
  },
};
