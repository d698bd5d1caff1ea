import path from 'node:path';
import { upload } from './upload/upload.ts';

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

try {
  process.exitCode = await upload(process.argv.slice(2), {
    root: path.resolve(import.meta.dirname, '..'),
    environment: process.env,
    canAsk: process.stdin.isTTY,
    say,
  });
} catch (error) {
  // HubSpot's parser says in its message which files are at odds, two of one uid for instance.
  say(error instanceof Error ? error.message : 'The project could not be read.');
  process.exitCode = 1;
}
