import { runCatchUp } from './catch-up/run.ts';
import { readTextFile } from './keys.ts';
import { createNodeTerminal } from './terminal/node-terminal.ts';

process.exitCode = await runCatchUp(process.argv.slice(2), {
  environment: process.env,
  clock: { nowMs: () => Date.now() },
  elapsedMs: () => performance.now(),
  random: () => Math.random(),
  terminal: createNodeTerminal(process),
  readFile: readTextFile,
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
});
