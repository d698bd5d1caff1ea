import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ROOT } from '../../scripts/build/project.ts';

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
    return { ok: false, message: `PROFILE names ${file}, which is not a profile in ${folder}.` };
  }
}
