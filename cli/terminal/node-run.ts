import type { Runtime } from '@stripe-payments/sync';
import type { ReadFile } from '../keys.ts';
import { readTextFile } from '../keys.ts';
import { createNodeTerminal } from './node-terminal.ts';
import type { Terminal } from './terminal.ts';

/** Everything that one run of a program takes from outside. */
export interface NodeRun extends Runtime {
  readonly terminal: Terminal;
  readonly readFile: ReadFile;
  /** Of the computer; replaced by the account's where it is known. */
  readonly timeZone: string;
}

/** This process, its clock and its files. */
export function nodeRun(): NodeRun {
  // `npm run setup | head` closes the output early, which is no error worth a stack trace.
  process.stdout.on('error', () => {
    process.exit();
  });
  return {
    environment: process.env,
    clock: { nowMs: () => Date.now() },
    elapsedMs: () => performance.now(),
    random: () => Math.random(),
    terminal: createNodeTerminal(process),
    readFile: readTextFile,
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
