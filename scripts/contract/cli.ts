import { setTimeout as sleep } from 'node:timers/promises';
import { runContract } from './run.ts';

process.exitCode = await runContract(process.argv.slice(2), {
  environment: process.env,
  addresses: {},
  time: { nowMs: () => Date.now(), sleep: (durationMs) => sleep(durationMs) },
  // Short and unique enough: part of the names and addresses of what one run creates.
  runId: Date.now().toString(36),
  print: (text) => {
    process.stdout.write(text);
  },
  say: (line) => {
    process.stderr.write(`${line}\n`);
  },
  onInterrupt: (stop) => {
    // The second time the process ends at once, and the next run removes what is left.
    process.once('SIGINT', () => {
      process.stderr.write('Stopping; what was created is removed. Ctrl-C again leaves it.\n');
      stop();
    });
  },
});
