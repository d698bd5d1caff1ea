import path from 'node:path';
import { checkAccount } from './check-account.ts';
import { checkProfile } from './check-profile.ts';
import { checkProject } from './check-project.ts';
import type { UploadOptions } from './options.ts';
import { readOptions } from './options.ts';
import { run } from './run.ts';

export interface UploadParts {
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether somebody sits at the terminal. */
  readonly canAsk: boolean;
  readonly say: (line: string) => void;
}

const FORGOTTEN_DASHES =
  'npm took the options for its own. Put -- before them: npm run upload -- --profile test';

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

/** Builds, checks and uploads; the exit code. What stops it is said with the next step. */
export async function upload(args: readonly string[], parts: UploadParts): Promise<number> {
  const { root, canAsk, say } = parts;
  const options = readOptions(args);
  const stop = (reason: string): number => {
    say(reason);
    say('Nothing was uploaded.');
    return 1;
  };
  const obstacle = await firstObstacle(options, parts);
  if (obstacle !== undefined) return stop(obstacle);

  if ((await run('npm', ['run', '--silent', 'build'], root)) !== 0) {
    return stop('The build failed: what is wrong is said above. Mend it and run this again.');
  }
  const { problems, uiFolders } = await checkProject(root, options.profile);
  if (problems.length > 0) return stop(problems.join('\n'));
  const programs = path.join(root, 'node_modules/.bin');
  for (const folder of uiFolders) {
    if ((await run(path.join(programs, 'eslint'), ['.'], path.join(root, folder))) !== 0) {
      return stop(`HubSpot's lint rules refuse ${folder}: see above.`);
    }
  }
  return run(path.join(programs, 'hs'), argumentsFor(args, options, canAsk), root);
}
