import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  ACTION_KINDS,
  actionKindsIn,
  ACTIONS_FILE,
  parseActionKinds,
  parseMetadataKeys,
} from '@stripe-payments/core';
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
    const example = `hsprofile.${name}.example.json`;
    const isNotMade =
      !existsSync(path.join(folder, file)) && existsSync(path.join(folder, example));
    const message = isNotMade
      ? `The profile ${name} is not made yet: copy src/${example} to src/${file}, and put your account's id in it.`
      : `${file} is not a profile in ${folder}.`;
    return { ok: false, message };
  }
}

const SETTING_NAMES = ['ACCOUNT_LANGUAGE', 'ACTIONS', 'CUSTOMER_SEARCH', 'METADATA_KEYS'] as const;

type SettingName = (typeof SETTING_NAMES)[number];

/** What is wrong with a value; undefined where nothing is. */
type Check = (value: string) => string | undefined;

const oneOf =
  (...known: readonly string[]): Check =>
  (value) =>
    known.includes(value) ? undefined : `Set it to ${known.join(' or ')}.`;

/** What a build decides, since HubSpot gives a function no variables but its secrets. */
const CHECKS: Readonly<Record<SettingName, Check>> = {
  /** The language of what is written into HubSpot. */
  ACCOUNT_LANGUAGE: oneOf('en', 'it'),
  /** What the app may do at Stripe, where the functions that act are declared. */
  ACTIONS: (value) =>
    (parseActionKinds(value) ?? []).length > 0
      ? undefined
      : `Set it to some of ${ACTION_KINDS.join(', ')}, separated by commas.`,
  /** Whose customers the card's search finds: those of the record's people, or all of the account. */
  CUSTOMER_SEARCH: oneOf('record', 'all'),
  /** The keys under which other tools name HubSpot records in Stripe's metadata. */
  METADATA_KEYS: (value) => {
    const outcome = parseMetadataKeys(value);
    return outcome.ok ? undefined : outcome.reason;
  },
};

type BuildSettings = Readonly<Record<SettingName, string>>;

type SettingsOutcome =
  | { readonly ok: true; readonly settings: BuildSettings }
  | { readonly ok: false; readonly message: string };

/** What `npm run actions` has turned on; all of it where it has not said. Undefined for a broken file. */
function storedActions(): string | undefined {
  const file = path.join(ROOT, ACTIONS_FILE);
  if (!existsSync(file)) return ACTION_KINDS.join(',');
  return actionKindsIn(readFileSync(file, 'utf8'))?.join(',');
}

/** Each setting by the profile, else the environment, else the usual one. */
export function buildSettings(
  environment: Readonly<Record<string, string | undefined>>,
  variables: ProfileVariables = {},
): SettingsOutcome {
  const stored = storedActions();
  if (stored === undefined) {
    return {
      ok: false,
      message: `${ACTIONS_FILE} is broken: run \`npm run actions -- on\` again.`,
    };
  }
  const settings: Record<SettingName, string> = {
    ACCOUNT_LANGUAGE: 'en',
    ACTIONS: stored,
    CUSTOMER_SEARCH: 'record',
    METADATA_KEYS: '',
  };
  for (const name of SETTING_NAMES) {
    const chosen = variables[name] ?? environment[name] ?? '';
    if (chosen === '') continue;
    const wrong = CHECKS[name](String(chosen));
    if (wrong !== undefined) {
      return { ok: false, message: `${name} is ${JSON.stringify(chosen)}. ${wrong}` };
    }
    settings[name] = String(chosen);
  }
  return { ok: true, settings };
}
