import path from 'node:path';
import { accountOf, checkProfile, usedProfile } from './check-profile.ts';
import { checkSecrets, secretNames } from './check-secrets.ts';
import { strayFiles } from './check-files.ts';
import { checkProject } from './check-project.ts';
import { run } from './run.ts';
import { configFileExists, getAllConfigAccounts } from '@hubspot/local-dev-lib/config';
import { parseArgs } from 'node:util';

/** What this command has to know of the options that it passes on to `hs project upload`. */
interface UploadOptions {
  readonly profile: string | undefined;
  /** The account comes from the environment, not from the CLI's configuration. */
  readonly usesEnvironment: boolean;
  /** Another configuration file, which the CLI checks itself. */
  readonly hasOwnConfig: boolean;
  readonly isForced: boolean;
}

function readOptions(args: readonly string[]): UploadOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      profile: { type: 'string', short: 'p' },
      'use-env': { type: 'boolean' },
      config: { type: 'string', short: 'c' },
      force: { type: 'boolean', short: 'f' },
    },
  });
  return {
    profile: typeof values.profile === 'string' ? values.profile : undefined,
    usesEnvironment: values['use-env'] === true,
    hasOwnConfig: values.config !== undefined,
    isForced: values.force === true,
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

const NO_ACCOUNT = [
  'No HubSpot account is connected to this computer. Connect one, and run this again:',
  '  npx hs account auth',
].join('\n');

const VARIABLES = ['HUBSPOT_ACCOUNT_ID', 'HUBSPOT_PERSONAL_ACCESS_KEY'];

function checkEnvironment(environment: Environment): string | undefined {
  const missing = VARIABLES.filter((name) => (environment[name] ?? '').trim() === '');
  if (missing.length === 0) return undefined;
  return `--use-env takes the account from the environment. Not set there: ${missing.join(', ')}.`;
}

/** Says what is missing for the CLI to know an account; undefined when nothing is. */
function checkAccount(
  options: Pick<UploadOptions, 'usesEnvironment' | 'hasOwnConfig'>,
  environment: Environment,
): string | undefined {
  if (options.usesEnvironment) return checkEnvironment(environment);
  if (options.hasOwnConfig) return undefined;
  if (!configFileExists()) return NO_ACCOUNT;
  try {
    return getAllConfigAccounts().length === 0 ? NO_ACCOUNT : undefined;
  } catch {
    // The file cannot be read: the CLI says where it is and what is wrong with it.
    return undefined;
  }
}

export interface UploadParts {
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** True where a person is at the terminal. */
  readonly canAsk: boolean;
  readonly say: (line: string) => void;
}

const HELP = `Usage: npm run upload [-- options]
  --profile NAME   upload with src/hsprofile.NAME.json
  --use-env        take the account from HUBSPOT_ACCOUNT_ID and HUBSPOT_PERSONAL_ACCESS_KEY
  --force          create the project without asking
It checks, lints and builds the project first. Other options go to \`npx hs project upload\`.`;

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

/** What stops the upload for want of a secret. Another configuration file than the CLI's own is not read. */
async function secretObstacle(
  { profile, usesEnvironment, hasOwnConfig }: UploadOptions,
  { root, say }: UploadParts,
): Promise<string | undefined> {
  const source = path.join(root, 'src');
  const accountId = accountOf(source, await usedProfile(source, profile));
  const names = hasOwnConfig ? undefined : await secretNames(accountId, usesEnvironment);
  const { obstacle, note } = checkSecrets(root, names);
  if (note !== undefined) say(note);
  return obstacle;
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
  // After the build, so that what it made is looked at too.
  const obstacles = [...missing, ...strayFiles(root)];
  return obstacles.length > 0 ? obstacles.join('\n') : undefined;
}

/** Checks, builds and uploads; the exit code. What stops it is said with the next step. */
export async function upload(args: readonly string[], parts: UploadParts): Promise<number> {
  const { root, canAsk, say } = parts;
  if (args.includes('--help') || args.includes('-h')) {
    say(HELP);
    return 0;
  }
  const options = readOptions(args);
  const obstacle =
    (await firstObstacle(options, parts)) ??
    (await secretObstacle(options, parts)) ??
    (await prepare(root, options.profile));
  if (obstacle !== undefined) {
    say(obstacle);
    say('Nothing was uploaded.');
    return 1;
  }
  return run(programIn(root, 'hs'), argumentsFor(args, options, canAsk), root);
}
