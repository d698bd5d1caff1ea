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

const ACCOUNT_LANGUAGES = ['en', 'it'] as const;

type AccountLanguage = (typeof ACCOUNT_LANGUAGES)[number];

type LanguageOutcome =
  | { readonly ok: true; readonly language: AccountLanguage }
  | { readonly ok: false; readonly message: string };

/**
 * The language of what is written into HubSpot: the profile's `ACCOUNT_LANGUAGE`, else the environment's,
 * else English.
 */
export function accountLanguage(
  environment: Readonly<Record<string, string | undefined>>,
  variables: ProfileVariables = {},
): LanguageOutcome {
  const chosen = variables['ACCOUNT_LANGUAGE'] ?? environment['ACCOUNT_LANGUAGE'] ?? '';
  if (chosen === '') return { ok: true, language: 'en' };
  const language = ACCOUNT_LANGUAGES.find((each) => each === chosen);
  if (language !== undefined) return { ok: true, language };
  return {
    ok: false,
    message: `ACCOUNT_LANGUAGE is ${JSON.stringify(chosen)}. Set it to ${ACCOUNT_LANGUAGES.join(' or ')}.`,
  };
}
