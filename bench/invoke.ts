import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { z } from 'zod';
import { FUNCTIONS, OUTPUT } from '../scripts/build/project.ts';
import type { World } from '../sandbox/world/world.ts';
import { SANDBOX_HUBSPOT_TOKEN, SANDBOX_STRIPE_KEY } from '../sandbox/world/world.ts';

const costSchema = z.object({
  ok: z.boolean(),
  error: z.unknown().optional(),
  elapsedMs: z.number(),
  rss: z.number(),
  continuation: z.nullish(z.string()),
  contactsCovered: z.nullish(z.number()),
  recordsSynced: z.number(),
});

export type Cost = z.infer<typeof costSchema>;

const run = promisify(execFile);

const RUNNER = path.join(OUTPUT, 'bench/run-function.mjs');

/** Makes the small program that runs one function in a process without a TypeScript loader. */
export function buildRunner(): void {
  buildSync({
    entryPoints: [path.join(import.meta.dirname, 'run-function.ts')],
    outfile: RUNNER,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
}

/** What Node chooses by itself in a container of 128 MB, as the platform gives a function. */
const HEAP_OF_128_MB = ['--max-old-space-size=256', '--max-semi-space-size=1'];

const DEAL = { objectType: 'deal' } as const;

const STORES = { deal: 'deals', contact: 'contacts', company: 'companies' } as const;

interface Parameters {
  readonly objectType: keyof typeof STORES;
  readonly continuation?: string;
}

/** A built function in a process of its own, against the stand-ins, which count in this one. */
async function inProcess(
  world: World,
  uid: string,
  sent: readonly string[],
  parameters: object,
  secretKey: string,
  beside: readonly string[] = [],
): Promise<Cost> {
  const file = path.join(FUNCTIONS, 'dist', `${uid}.js`);
  const { stdout } = await run(
    process.execPath,
    [...HEAP_OF_128_MB, RUNNER, file, ...sent, JSON.stringify(parameters), ...beside],
    {
      env: {
        STRIPE_SECRET_KEY: secretKey,
        PRIVATE_APP_ACCESS_TOKEN: SANDBOX_HUBSPOT_TOKEN,
        STRIPE_API_BASE_URL: world.stripe.url,
        HUBSPOT_API_BASE_URL: world.hubspot.url,
      },
    },
  );
  const cost = costSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  if (!cost.ok) throw new Error(`${uid} failed: ${JSON.stringify(cost.error)}`);
  return cost;
}

/** As a card calls it, for the record being viewed. */
export async function invoke(
  world: World,
  uid: string,
  recordId: string,
  parameters: Parameters,
): Promise<Cost> {
  const store = STORES[parameters.objectType];
  const createdAt = world.hubspot.store.valueOf(store, recordId, 'createdate') ?? '';
  return inProcess(world, uid, [recordId, createdAt], parameters, SANDBOX_STRIPE_KEY);
}

/** A deal's sync to its end, in as many calls as it takes. */
export async function syncedInParts(world: World, dealId: string): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  let continuation: string | undefined;
  do {
    const goingOn = continuation === undefined ? {} : { continuation };
    const cost = await invoke(world, 'sync-payments', dealId, { ...DEAL, ...goingOn });
    costs.push(cost);
    continuation = cost.continuation ?? undefined;
  } while (continuation !== undefined);
  return costs;
}

/** Milliseconds that a call for one deal takes, in a process that is at work on another. */
export async function invokeBeside(
  world: World,
  uid: string,
  heavyDealId: string,
  dealId: string,
): Promise<number> {
  const sent = [heavyDealId, dealId].flatMap((id) => [
    id,
    world.hubspot.store.valueOf('deals', id, 'createdate') ?? '',
  ]);
  const [heavy = '', heavyAt = '', ...beside] = sent;
  const cost = await inProcess(world, uid, [heavy, heavyAt], DEAL, SANDBOX_STRIPE_KEY, beside);
  return cost.elapsedMs;
}

/** As the app page calls it, for the whole account. */
export const invokeOnPage = (
  world: World,
  uid: string,
  parameters: object,
  secretKey = SANDBOX_STRIPE_KEY,
): Promise<Cost> => inProcess(world, uid, ['', ''], parameters, secretKey);
