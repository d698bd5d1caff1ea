import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { z } from 'zod';
import { invalid } from './access.ts';

/** Package name -> versions. */
const questionSchema = z.record(z.string(), z.array(z.string()).nonempty());

export interface NpmRegistry {
  readonly app: Hono;
  /** The packages that were asked about. */
  readonly asked: ReadonlySet<string>;
}

/** The one question that `npm audit` asks its registry when nothing is wrong. It knows of no advisory. */
export function createNpmRegistry(): NpmRegistry {
  const asked = new Set<string>();
  const app = new Hono();
  app.post('/-/npm/v1/security/advisories/bulk', async (context) => {
    const body = Buffer.from(await context.req.arrayBuffer());
    const isPacked = context.req.header('content-encoding') === 'gzip';
    const json = (isPacked ? gunzipSync(body) : body).toString('utf8');
    const question = questionSchema.safeParse(JSON.parse(json));
    if (!question.success) throw invalid('Not a list of packages and their versions.');
    for (const name of Object.keys(question.data)) asked.add(name);
    return context.json({});
  });
  app.onError((error) => Response.json({ error: error.message }, { status: 400 }));
  return { app, asked };
}
