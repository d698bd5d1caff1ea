import path from 'node:path';
import { checkAccount } from './check-account.ts';
import { checkProfile, usedProfile } from './check-profile.ts';
import { checkProject } from './check-project.ts';
import type { UploadOptions } from './options.ts';
import { readOptions } from './options.ts';
import { run } from './run.ts';

export interface UploadParts {
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** True where a person is at the terminal. */
  readonly canAsk: boolean;
  readonly say: (line: string) => void;
}

const FORGOTTEN_DASHES =
  'npm took the options for its own. Put -- before them: npm run upload -- --profile test';

const programIn = (root: string, name: string): string =>
  path.join(root, 'node_modules/.bin', name);

/** The CLI would end without uploading, and without an error, when it cannot ask whether to create. */
function argumentsFor(args: readonly string[], options: UploadOptions, canAsk: boolean): string[] {
  const isForced = options.isForced || canAsk;
  return ['project', 'upload', ...args, ...(isForced ? [] : ['--force'])];
}

async function firstObstacle(
  options: UploadOptions,
  parts: UploadParts,
): Promise<string | undefined> {
  const { root, environment, canAsk } = parts;
  if (options.profile === undefined && environment['npm_config_profile'] !== undefined) {
    return FORGOTTEN_DASHES;
  }
  return (
    (await checkProfile(
      path.join(root, 'src'),
      options.profile,
      canAsk && !options.usesEnvironment,
    )) ?? checkAccount(options, environment)
  );
}

/** Lint and build: what stops the upload, undefined when nothing does. */
async function prepare(root: string, profile: string | undefined): Promise<string | undefined> {
  const { misplaced, uiFolders } = await checkProject(root, profile);
  if (misplaced.length > 0) return misplaced.join('\n');
  for (const folder of uiFolders) {
    if ((await run(programIn(root, 'eslint'), ['.'], path.join(root, folder))) !== 0) {
      return `HubSpot's lint rules refuse ${folder}: see above.`;
    }
  }
  const used = await usedProfile(path.join(root, 'src'), profile);
  const options = used === undefined ? [] : ['--', '--profile', used];
  if ((await run('npm', ['run', '--silent', 'build', ...options], root)) !== 0) {
    return 'The build failed. Fix what is reported above, then run this again.';
  }
  const { missing } = await checkProject(root, profile);
  return missing.length > 0 ? missing.join('\n') : undefined;
}

/** Checks, builds and uploads; the exit code. What stops it is said with the next step. */
export async function upload(args: readonly string[], parts: UploadParts): Promise<number> {
  const { root, canAsk, say } = parts;
  const options = readOptions(args);
  const obstacle = (await firstObstacle(options, parts)) ?? (await prepare(root, options.profile));
  if (obstacle !== undefined) {
    say(obstacle);
    say('Nothing was uploaded.');
    return 1;
  }
  return run(programIn(root, 'hs'), argumentsFor(args, options, canAsk), root);
}
