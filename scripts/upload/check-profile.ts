import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSettings, profileVariables } from '../build/profile.ts';
import { getAllHsProfiles, getHsProfileFilename } from '@hubspot/project-parsing-lib/profiles';

const EXAMPLE = /^hsprofile\.([^.]+)\.example\.json$/;

const HOW = 'npm run upload -- --profile';

function exampleNames(sourceFolder: string): readonly string[] {
  return readdirSync(sourceFolder).flatMap((file) => EXAMPLE.exec(file)?.[1] ?? []);
}

function accountIdIn(file: string): unknown {
  const profile: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof profile === 'object' && profile !== null && 'accountId' in profile
    ? profile.accountId
    : undefined;
}

function settingsIn(sourceFolder: string, name: string): string {
  const outcome = profileVariables(name, sourceFolder);
  return outcome.ok ? JSON.stringify(buildSettings({}, outcome.variables)) : '';
}

async function explainAbsence(sourceFolder: string, name: string): Promise<string> {
  const examples = exampleNames(sourceFolder);
  if (!examples.includes(name)) {
    const known = new Set([...(await getAllHsProfiles(sourceFolder)), ...examples]);
    return `There is no profile "${name}". There are: ${[...known].sort().join(', ')}.`;
  }
  return [
    `The profile "${name}" is still to be made. Copy its example, put your account's id into the copy`,
    '(`npx hs account list` shows it), and run this again:',
    `  cp src/hsprofile.${name}.example.json src/${getHsProfileFilename(name)}`,
  ].join('\n');
}

async function checkNamed(sourceFolder: string, name: string): Promise<string | undefined> {
  const file = path.join(sourceFolder, getHsProfileFilename(name));
  if (!existsSync(file)) return explainAbsence(sourceFolder, name);
  const shown = `src/${getHsProfileFilename(name)}`;
  try {
    const accountId = accountIdIn(file);
    if (Number.isSafeInteger(accountId) && accountId !== 0) return undefined;
    return `${shown} has no account yet. Set "accountId" to your account's id: \`npx hs account list\` shows it.`;
  } catch {
    return `${shown} is not JSON. Compare it with src/hsprofile.${name}.example.json.`;
  }
}

/**
 * Says what is wrong with the profile that was asked for; undefined when it can be used. Without a name
 * the CLI takes the only profile there is, or asks which, or, where there is none, the default account.
 */
export async function checkProfile(
  sourceFolder: string,
  name: string | undefined,
  canAsk: boolean,
): Promise<string | undefined> {
  if (name !== undefined) return checkNamed(sourceFolder, name);
  const names = (await getAllHsProfiles(sourceFolder)).toSorted();
  // The CLI asks which after the build, which already needs the profile's settings.
  const settings = new Set(names.map((each) => settingsIn(sourceFolder, each)));
  if (names.length < 2 || (canAsk && settings.size === 1)) return undefined;
  return `There are several profiles. Say which: ${names.map((each) => `${HOW} ${each}`).join(', or ')}`;
}

/** The profile that the CLI takes where none is named: the only one there is. The build follows it. */
export async function usedProfile(
  sourceFolder: string,
  name: string | undefined,
): Promise<string | undefined> {
  if (name !== undefined) return name;
  const names = await getAllHsProfiles(sourceFolder);
  return names.length === 1 ? names[0] : undefined;
}

/** The account of a profile; undefined without one. */
export function accountOf(sourceFolder: string, name: string | undefined): number | undefined {
  if (name === undefined) return undefined;
  const accountId = accountIdIn(path.join(sourceFolder, getHsProfileFilename(name)));
  return typeof accountId === 'number' ? accountId : undefined;
}
