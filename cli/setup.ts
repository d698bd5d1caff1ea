import { readFileSync } from 'node:fs';
import { runSetup } from './setup/run.ts';
import { createNodeTerminal } from './terminal/node-terminal.ts';

function readFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing) return undefined;
    throw error;
  }
}

// `npm run setup | head` closes the output early, which is no error worth a stack trace.
process.stdout.on('error', () => {
  process.exit();
});

process.exitCode = await runSetup(process.argv.slice(2), {
  environment: process.env,
  clock: { nowMs: () => Date.now() },
  elapsedMs: () => performance.now(),
  random: () => Math.random(),
  terminal: createNodeTerminal(process),
  readFile,
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
});
