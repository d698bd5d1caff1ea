import { readTextFile } from './keys.ts';
import { runSetup } from './setup/run.ts';
import { createNodeTerminal } from './terminal/node-terminal.ts';

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
  readFile: readTextFile,
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
});
