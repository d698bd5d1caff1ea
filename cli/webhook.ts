import path from 'node:path';
import { webhook } from './webhook/run.ts';

process.exitCode = webhook(process.argv.slice(2), {
  root: path.resolve(import.meta.dirname, '..'),
  environment: process.env,
  say: (line) => {
    process.stdout.write(`${line}\n`);
  },
});
