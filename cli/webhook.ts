import path from 'node:path';
import { nodeRun } from './terminal/node-run.ts';
import { webhook } from './webhook/run.ts';

process.exitCode = await webhook(process.argv.slice(2), {
  ...nodeRun(),
  root: path.resolve(import.meta.dirname, '..'),
  say: (line) => {
    process.stdout.write(`${line}\n`);
  },
  complain: (line) => {
    process.stderr.write(`${line}\n`);
  },
});
