import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { z } from 'zod';
import type { CardDescription } from '../record-page/api/wire.ts';
import type { BuiltCard, DevServerParts } from './parts.ts';

/** Written beside each bundle by HubSpot's bundler (manifestPlugin of ui-extensions-dev-server 2.1.2). */
const manifestSchema = z.object({
  dataDeps: z.array(
    z.object({
      properties: z.object({ type: z.string(), recordProperties: z.array(z.string()).optional() }),
    }),
  ),
});

async function declaredProperties({ bundlePath }: BuiltCard): Promise<string[][] | null> {
  let text: string;
  try {
    text = await readFile(bundlePath.replace(/\.js$/, '-manifest.json'), 'utf8');
  } catch {
    return null;
  }
  const { dataDeps } = manifestSchema.parse(JSON.parse(text));
  return dataDeps.flatMap(({ properties: { recordProperties } }) =>
    recordProperties === undefined ? [] : [recordProperties],
  );
}

async function describeCard(card: BuiltCard): Promise<CardDescription> {
  const { uid, name, location, objectTypes, revision } = card;
  return {
    uid,
    name,
    location,
    objectTypes: [...objectTypes],
    revision,
    declaredProperties: await declaredProperties(card),
  };
}

export function createCardListRoutes(cards: DevServerParts['cards']): Hono {
  const routes = new Hono();
  routes.get('/', async (context) =>
    context.json({ cards: await Promise.all(cards().map(describeCard)) }),
  );
  return routes;
}
