import path from 'node:path';
import { workflowAction } from './workflow-action/run.ts';

process.exitCode = workflowAction(process.argv.slice(2), {
  root: path.resolve(import.meta.dirname, '..'),
  environment: process.env,
  say: (line) => {
    process.stdout.write(`${line}\n`);
  },
});
