import { createRequire } from 'node:module';
import { z } from 'zod/mini';

// A function as the platform runs it: a fresh process, one invocation. Prints what it cost.

const argumentsSchema = z.tuple([z.string(), z.string(), z.string(), z.string()], z.string());
const [file, recordId, createdAt, parameters, ...beside] = argumentsSchema.parse(
  process.argv.slice(2),
);

type Main = (context: object) => Promise<object>;

const loadedSchema = z.object({
  main: z.custom<Main>((value) => typeof value === 'function'),
});
const { main } = loadedSchema.parse(createRequire(file)(file));

/** A neighbor comes when the heavy one is at work. */
const NEIGHBOR_AFTER_MS = 500;

async function called(id: string, created: string) {
  const startedMs = performance.now();
  const reply = await main({
    propertiesToSend: { hs_object_id: id, createdate: created },
    parameters: z.unknown().parse(JSON.parse(parameters)),
  });
  return { reply, elapsedMs: performance.now() - startedMs };
}

const first = called(recordId, createdAt);
const [besideId, besideCreatedAt] = beside;
if (besideId !== undefined) {
  await new Promise((resolve) => setTimeout(resolve, NEIGHBOR_AFTER_MS));
}
const { reply, elapsedMs } =
  besideId === undefined ? await first : await called(besideId, besideCreatedAt ?? '');
await first;
const { rss } = process.memoryUsage();
const { ok, error, view, records, ...range } = z
  .object({
    ok: z.boolean(),
    error: z.optional(z.unknown()),
    /** Of a catch-up. */
    records: z.optional(z.array(z.unknown())),
    continuation: z.nullish(z.string()),
    view: z.optional(
      z.object({
        continuation: z.nullable(z.string()),
        coverage: z.nullable(z.object({ contactsCovered: z.number() })),
      }),
    ),
  })
  .parse(reply);
const { coverage } = view ?? {};
const continuation = view?.continuation ?? range.continuation ?? null;
const contactsCovered = coverage?.contactsCovered;
const recordsSynced = records?.length ?? 0;
const cost = { ok, error, elapsedMs, rss, continuation, contactsCovered, recordsSynced };
process.stdout.write(`\n${JSON.stringify(cost)}\n`);
