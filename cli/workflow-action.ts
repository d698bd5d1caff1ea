import path from 'node:path';
import { nodeRun } from './terminal/node-run.ts';
import { workflowAction } from './workflow-action/run.ts';

process.exitCode = workflowAction(process.argv.slice(2), {
  ...nodeRun(),
  root: path.resolve(import.meta.dirname, '..'),
  say: (line) => {
    process.stdout.write(`${line}\n`);
  },
  complain: (line) => {
    process.stderr.write(`${line}\n`);
  },
});
