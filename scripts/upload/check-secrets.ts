import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fetchSecrets } from '@hubspot/local-dev-lib/api/secrets';
import { getConfigDefaultAccount } from '@hubspot/local-dev-lib/config';

/** With which the functions act that `npm run actions` declares. */
const WRITE_KEY = 'STRIPE_WRITE_KEY';

/** By this HubSpot's library takes the account from the environment, as the CLI does with --use-env. */
const FROM_ENVIRONMENT = 'USE_ENVIRONMENT_HUBSPOT_CONFIG';

function secretKeysIn(declaration: unknown): readonly string[] {
  if (typeof declaration !== 'object' || declaration === null || !('config' in declaration)) {
    return [];
  }
  const { config } = declaration;
  if (typeof config !== 'object' || config === null || !('secretKeys' in config)) return [];
  const { secretKeys } = config;
  return Array.isArray(secretKeys) ? secretKeys.filter((each) => typeof each === 'string') : [];
}

/** The secrets that the declared functions list. */
function declaredSecrets(root: string): readonly string[] {
  const folder = path.join(root, 'src/app/functions');
  const listed = readdirSync(folder)
    .filter((name) => name.endsWith('-hsmeta.json'))
    .flatMap((name) =>
      secretKeysIn(JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown),
    );
  return [...new Set(listed)];
}

/**
 * Names of the account's secrets; undefined where HubSpot does not say.
 * @param accountId undefined for the account of the environment, or the default one.
 */
export async function secretNames(
  accountId: number | undefined,
  usesEnvironment: boolean,
): Promise<readonly string[] | undefined> {
  const before = process.env[FROM_ENVIRONMENT];
  try {
    if (usesEnvironment) process.env[FROM_ENVIRONMENT] = 'true';
    const own = usesEnvironment ? Number(process.env['HUBSPOT_ACCOUNT_ID']) : accountId;
    const { data } = await fetchSecrets(own ?? getConfigDefaultAccount().accountId);
    return data.results;
  } catch {
    return undefined;
  } finally {
    if (before === undefined) Reflect.deleteProperty(process.env, FROM_ENVIRONMENT);
    else process.env[FROM_ENVIRONMENT] = before;
  }
}

interface SecretsCheck {
  /** What stops the upload: a listed secret that is missing fails the whole deploy. */
  readonly obstacle?: string;
  readonly note?: string;
}

/** What follows from the account's secrets for what is declared. */
export function checkSecrets(root: string, names: readonly string[] | undefined): SecretsCheck {
  const declared = declaredSecrets(root);
  const areActionsOn = declared.includes(WRITE_KEY);
  if (names === undefined) {
    return areActionsOn
      ? { note: `The account's secrets couldn't be read: without ${WRITE_KEY} the deploy fails.` }
      : {};
  }
  const missing = declared.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const lines = [
      `The HubSpot account has no secret ${missing.join(', ')}, and the deploy would fail. Add it:`,
      ...missing.map((name) => `  npx hs secret add ${name}`),
    ];
    const isWriteKey = missing.includes(WRITE_KEY);
    if (isWriteKey) lines.push('Or leave the actions out: npm run actions -- off');
    return { obstacle: lines.join('\n') };
  }
  const isUnused = names.includes(WRITE_KEY) && !areActionsOn;
  return isUnused
    ? {
        note: `The account has the secret ${WRITE_KEY}, and actions are not part of this upload. To add them: npm run actions -- on`,
      }
    : {};
}
