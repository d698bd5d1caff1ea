import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../scripts/build/project.ts';

const PROGRAM = path.join(ROOT, 'cli/setup.ts');

/** One process, so that a signal meets the program itself and not what started it. */
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const NODE = [process.execPath, '--import', LOADER, PROGRAM] as const;

export interface SpawnOptions {
  /** All that it has, but for the path of programs. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A folder without a `.env` of a developer. */
  readonly folder: string;
  /** What a person types, all at once. */
  readonly input?: string;
  /** Its output is closed: the first write meets a broken pipe. */
  readonly isReaderGone?: boolean;
}

interface Spawned {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<Spawned>;
}

function start(command: string, argv: readonly string[], options: SpawnOptions): Running {
  const { environment, folder, input = '', isReaderGone = false } = options;
  const child = spawn(command, argv, {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, ...environment },
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  child.stdin.end(input);
  if (isReaderGone) child.stdout.destroy();
  const ended = new Promise<Spawned>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal, ...written });
    });
  });
  return { kill: (signal) => child.kill(signal), ended };
}

/** Runs the program as a script would: neither of its ways out is a terminal. */
export function startSetup(argv: readonly string[], options: SpawnOptions): Running {
  const [node, ...given] = NODE;
  return start(node, [...given, ...argv], options);
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The same on a pseudo-terminal of 80 columns (`script` of util-linux); both ways out are `stdout`. */
export function startOnTerminal(argv: readonly string[], options: SpawnOptions): Running {
  const command = ['stty cols 80 -echo;', 'exec', ...[...NODE, ...argv].map(quoted)].join(' ');
  const environment = { SHELL: '/bin/sh', TERM: 'xterm-256color', ...options.environment };
  return start('script', ['-qec', command, '/dev/null'], { ...options, environment });
}
