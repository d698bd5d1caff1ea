import { spawn } from 'node:child_process';

/** Runs a program with this terminal as its own; its exit code, 1 where a signal ended it. */
export function run(program: string, args: readonly string[], folder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: folder,
      stdio: 'inherit',
      // On Windows npm and the programs of node_modules/.bin are scripts for its shell.
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
