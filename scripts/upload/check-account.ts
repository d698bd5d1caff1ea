import { configFileExists, getAllConfigAccounts } from '@hubspot/local-dev-lib/config';
import type { UploadOptions } from './options.ts';

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
export function checkAccount(
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
