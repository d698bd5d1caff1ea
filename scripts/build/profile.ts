import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ROOT } from './project.ts';

const variablesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const profileSchema = z.object({ variables: variablesSchema.default({}) });

export type ProfileVariables = Readonly<z.infer<typeof variablesSchema>>;

type ProfileOutcome =
  | { readonly ok: true; readonly variables: ProfileVariables }
  | { readonly ok: false; readonly message: string };

/** The variables of `hsprofile.<name>.json`, which HubSpot reads from the source folder; none without a name. */
export function profileVariables(name: string, folder = path.join(ROOT, 'src')): ProfileOutcome {
  if (name === '') return { ok: true, variables: {} };
  const file = `hsprofile.${name}.json`;
  try {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return { ok: true, variables: profileSchema.parse(JSON.parse(text)).variables };
  } catch {
    return { ok: false, message: `${file} is not a profile in ${folder}.` };
  }
}

/** What a build decides, since HubSpot gives a function no variables but its secrets. The first is usual. */
const SETTINGS = {
  /** The language of what is written into HubSpot. */
  ACCOUNT_LANGUAGE: ['en', 'it'],
  /** Whose customers the card's search finds: those of the record's people, or all of the account. */
  CUSTOMER_SEARCH: ['record', 'all'],
} as const;

type SettingName = keyof typeof SETTINGS;
const SETTING_NAMES: readonly SettingName[] = ['ACCOUNT_LANGUAGE', 'CUSTOMER_SEARCH'];

type BuildSettings = Readonly<Record<SettingName, string>>;

type SettingsOutcome =
  | { readonly ok: true; readonly settings: BuildSettings }
  | { readonly ok: false; readonly message: string };

/** Each setting by the profile, else the environment, else the usual one. */
export function buildSettings(
  environment: Readonly<Record<string, string | undefined>>,
  variables: ProfileVariables = {},
): SettingsOutcome {
  const settings: Record<SettingName, string> = {
    ACCOUNT_LANGUAGE: SETTINGS.ACCOUNT_LANGUAGE[0],
    CUSTOMER_SEARCH: SETTINGS.CUSTOMER_SEARCH[0],
  };
  for (const name of SETTING_NAMES) {
    const chosen = variables[name] ?? environment[name] ?? '';
    if (chosen === '') continue;
    const known: readonly string[] = SETTINGS[name];
    if (typeof chosen !== 'string' || !known.includes(chosen)) {
      const message = `${name} is ${JSON.stringify(chosen)}. Set it to ${known.join(' or ')}.`;
      return { ok: false, message };
    }
    settings[name] = chosen;
  }
  return { ok: true, settings };
}
