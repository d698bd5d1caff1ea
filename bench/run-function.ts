import { createRequire } from 'node:module';
import { z } from 'zod/mini';

// A function as the platform runs it: a fresh process, one invocation. Prints what it cost.

const argumentsSchema = z.tuple([z.string(), z.string(), z.string(), z.string()]);
const [file, recordId, createdAt, parameters] = argumentsSchema.parse(process.argv.slice(2));

type Main = (context: object) => Promise<object>;

const loadedSchema = z.object({
  main: z.custom<Main>((value) => typeof value === 'function'),
});
const { main } = loadedSchema.parse(createRequire(file)(file));

const startedMs = performance.now();
const reply = await main({
  propertiesToSend: { hs_object_id: recordId, createdate: createdAt },
  parameters: z.unknown().parse(JSON.parse(parameters)),
});
const elapsedMs = performance.now() - startedMs;
const { rss } = process.memoryUsage();
const { ok, error, view } = z
  .object({
    ok: z.boolean(),
    error: z.optional(z.unknown()),
    view: z.optional(
      z.object({
        continuation: z.nullable(z.string()),
        coverage: z.nullable(z.object({ contactsCovered: z.number() })),
      }),
    ),
  })
  .parse(reply);
const { continuation = null, coverage } = view ?? {};
const contactsCovered = coverage?.contactsCovered;
const cost = { ok, error, elapsedMs, rss, continuation, contactsCovered };
process.stdout.write(`\n${JSON.stringify(cost)}\n`);
