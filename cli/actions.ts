import path from 'node:path';
import { actions } from './actions/run.ts';
import { nodeRun } from './terminal/node-run.ts';

process.exitCode = actions(process.argv.slice(2), {
  ...nodeRun(),
  root: path.resolve(import.meta.dirname, '..'),
  say: (line) => {
    process.stdout.write(`${line}\n`);
  },
  complain: (line) => {
    process.stderr.write(`${line}\n`);
  },
});
