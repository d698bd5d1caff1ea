import { parseArgs } from 'node:util';
import { buildActions, buildCards, buildPages } from './extensions.ts';
import { buildFunctions } from './functions.ts';
import { buildSettings, profileVariables } from './profile.ts';

/** `npm run build`, for one HubSpot account with `-- --profile test`. */
try {
  const { values } = parseArgs({ options: { profile: { type: 'string', default: '' } } });
  const profile = profileVariables(values.profile);
  if (!profile.ok) throw new Error(profile.message);
  const chosen = buildSettings(process.env, profile.variables);
  if (!chosen.ok) throw new Error(chosen.message);
  Object.assign(process.env, chosen.settings);
  await buildFunctions();
  await buildCards();
  await buildPages();
  await buildActions();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The build failed.'}\n`);
  process.exitCode = 1;
}
