import { parseArgs } from 'node:util';
import { buildCards, buildPages } from './extensions.ts';
import { buildFunctions } from './functions.ts';
import { accountLanguage, profileVariables } from './profile.ts';

/** `npm run build`, for one HubSpot account with `-- --profile test`. */
try {
  const { values } = parseArgs({ options: { profile: { type: 'string', default: '' } } });
  const profile = profileVariables(values.profile);
  if (!profile.ok) throw new Error(profile.message);
  const language = accountLanguage(process.env, profile.variables);
  if (!language.ok) throw new Error(language.message);
  process.env['ACCOUNT_LANGUAGE'] = language.language;
  await buildFunctions();
  await buildCards();
  await buildPages();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The build failed.'}\n`);
  process.exitCode = 1;
}
