import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Upload } from '../../../sandbox/hubspot-projects/entities.ts';
import { copyCheckout, copyProject, scatter } from './project-copy.ts';
import type { Rehearsal } from './rehearsal.ts';
import {
  ACCESS_KEY_CANARY,
  ACCOUNT_ID,
  HS,
  startRehearsal,
  STRIPE_KEY_CANARY,
} from './rehearsal.ts';
import type { Outcome } from './run-program.ts';
import { runProgram } from './run-program.ts';

export interface Rehearsed {
  readonly rehearsal: Rehearsal;
  readonly outcome: Outcome;
}

/** `hs project upload`, as installed, without a profile, into an account that has no such project yet. */
export async function rehearseCommand(): Promise<Rehearsed> {
  const rehearsal = await startRehearsal();
  const { environment } = rehearsal;
  const folder = path.join(rehearsal.folder, 'project');
  await copyProject(folder);
  await scatter(folder, STRIPE_KEY_CANARY);
  const args = ['project', 'upload', '--use-env', '--force'];
  return { rehearsal, outcome: await runProgram(HS, args, { folder, environment }) };
}

async function makeProfile(folder: string, name: string, accountId: number): Promise<void> {
  const profile = { accountId, variables: { STRIPE_MODE: name } };
  await writeFile(path.join(folder, `src/hsprofile.${name}.json`), JSON.stringify(profile));
}

/** `npm run upload` with a profile, from below a hidden folder. */
export async function rehearseScript(): Promise<Rehearsed> {
  const rehearsal = await startRehearsal();
  const { environment } = rehearsal;
  const folder = path.join(rehearsal.folder, '.hidden/project');
  await copyCheckout(folder);
  await scatter(folder, STRIPE_KEY_CANARY);
  // Of a single profile the CLI would think by itself.
  await makeProfile(folder, 'live', ACCOUNT_ID + 1);
  await makeProfile(folder, 'test', ACCOUNT_ID);
  // With the actions: two functions and a card more, and a key of their own.
  await runProgram('npm', ['run', 'actions', '--', 'on'], { folder, environment });
  rehearsal.store.secrets.add('STRIPE_WRITE_KEY');
  const args = ['run', 'upload', '--', '--profile', 'test', '--use-env'];
  return { rehearsal, outcome: await runProgram('npm', args, { folder, environment }) };
}

/** @throws with what the run printed, where it did not upload once. */
export function onlyUpload({ rehearsal, outcome }: Rehearsed): Upload {
  const [first, ...more] = rehearsal.store.uploads;
  if (first === undefined || more.length > 0) throw new Error(outcome.output);
  return first;
}

/** What was uploaded, printed, stored at home or sent, where it holds a secret. */
export async function textsWithSecrets(rehearsed: Rehearsed): Promise<readonly string[]> {
  const { rehearsal, outcome } = rehearsed;
  const files = [...onlyUpload(rehearsed).files.values()].map((bytes) =>
    Buffer.from(bytes).toString('latin1'),
  );
  const left = [outcome.output, ...files, ...(await rehearsal.textsAtHome())];
  const sent = rehearsal.requests.filter(({ path: asked }) => !asked.endsWith('/auth/refresh'));
  const texts = [...left, ...sent.map(({ body }) => body.toString('latin1'))];
  return texts.filter((text) =>
    [STRIPE_KEY_CANARY, ACCESS_KEY_CANARY].some((secret) => text.includes(secret)),
  );
}
