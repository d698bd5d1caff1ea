import { spawn } from 'node:child_process';
import { ROOT } from '../../scripts/build/project.ts';

type Environment = Readonly<Record<string, string>>;

/** A script that goes on until it is stopped: `npm run dev`, say, as a person types it, on a free port. */
export interface DevCommand {
  /** Waits for the first line of its output that matches, and answers with its first group. */
  printed(pattern: RegExp): Promise<string>;
  readonly exitCode: Promise<number | null>;
  readonly stdout: () => string;
  readonly stderr: () => string;
  stop(): Promise<void>;
}

const NO_CREDENTIALS = { STRIPE_SECRET_KEY: '', HUBSPOT_ACCESS_TOKEN: '' };

export function runDev(
  environment: Environment = {},
  { script = 'dev', folder = ROOT } = {},
): DevCommand {
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: folder,
    env: { ...process.env, ...NO_CREDENTIALS, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that npm, its shell and the server end together.
    detached: true,
  });
  let stdout = '';
  let stderr = '';
  const waiting = new Set<() => void>();
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    for (const look of waiting) look();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    exitCode,
    stdout: () => stdout,
    stderr: () => stderr,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(stdout)?.[1];
          if (found !== undefined) resolve(found);
        };
        waiting.add(look);
        look();
        void exitCode.then((code) => {
          reject(new Error(`npm run ${script} ended with ${String(code)}: ${stderr}`));
        });
      }),
    stop: async () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
      await exitCode;
    },
  };
}
