import { createFlowingClock } from '../sandbox/http/clock.ts';
import { startRecordPage } from '../sandbox/dev/start.ts';

/**
 * Prints what `npm run dev` keeps in memory: reads and syncs every deal over HTTP, as a browser would, for
 * as many rounds as the argument says. Run as `node --expose-gc --import tsx bench/dev-memory.ts 6`.
 */
const ROUNDS = Number(process.argv[2] ?? 6);

const megabytes = (bytes: number): string => `${String(Math.round(bytes / 1_048_576))} MB`;

function print(calls: number): void {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.stdout.write(
    `${String(calls)} calls: heap ${megabytes(heapUsed)}, process ${megabytes(rss)}\n`,
  );
}

const page = await startRecordPage({
  connections: { stripe: { kind: 'sandbox' }, hubspot: { kind: 'sandbox' } },
  clock: createFlowingClock(Date.now(), () => performance.now()),
  monotonicNowMs: () => performance.now(),
  seed: 1,
  port: 0,
  watches: false,
  log: () => undefined,
});

async function call(uid: string, dealId: string): Promise<void> {
  const response = await fetch(`${page.url}/api/serverless/${uid}`, {
    method: 'POST',
    body: JSON.stringify({
      parameters: { objectType: 'deal' },
      objectQuery: {
        objectId: Number(dealId),
        objectTypeId: '0-3',
        objectPropertyNames: ['hs_object_id', 'createdate'],
      },
    }),
  });
  if (!response.ok) throw new Error(await response.text());
  await response.arrayBuffer();
}

print(0);
let calls = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  for (const { dealId } of page.world.deals) {
    await call('get-payments', dealId);
    await call('sync-payments', dealId);
    calls += 2;
  }
  print(calls);
}
await page.close();
