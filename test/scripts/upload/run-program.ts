import { execFile } from 'node:child_process';

export interface Outcome {
  readonly code: number;
  /** Both streams, as a terminal would show them one after the other. */
  readonly output: string;
}

export interface ProgramOptions {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Runs a program with its standard input closed. */
export function runProgram(
  program: string,
  args: readonly string[],
  { folder, environment }: ProgramOptions,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      program,
      args,
      { cwd: folder, env: environment, maxBuffer: MAX_OUTPUT_BYTES },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        resolve({ code, output: stdout + stderr });
      },
    );
    child.stdin?.end();
  });
}

/** What a child needs to find programs and npm's cache, and no variable of this test run. */
export function plainEnvironment(): Record<string, string | undefined> {
  const { PATH, HOME } = process.env;
  return { PATH, HOME };
}
