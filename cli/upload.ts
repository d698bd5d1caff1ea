import path from 'node:path';
import { upload } from './upload/upload.ts';

process.exitCode = await upload(process.argv.slice(2), {
  root: path.resolve(import.meta.dirname, '..'),
  environment: process.env,
  canAsk: process.stdin.isTTY,
  say: (line) => {
    process.stderr.write(`${line}\n`);
  },
});
