import { Hono } from 'hono';
import { z } from 'zod';
import type { PropertyDefinition } from '../record-page/api/wire.ts';
import type { HubSpotGateway } from './hubspot-gateway.ts';

const definitionsSchema = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      fieldType: z.string(),
      groupName: z.string().default(''),
      options: z.array(z.object({ value: z.string(), label: z.string() })).default([]),
      currencyPropertyName: z.string().nullish(),
      showCurrencySymbol: z.boolean().nullish(),
      numberDisplayHint: z.string().nullish(),
      hidden: z.boolean().nullish(),
      modificationMetadata: z.object({ readOnlyValue: z.boolean().optional() }).nullish(),
    }),
  ),
});

export function createPropertyRoutes(gateway: HubSpotGateway): Hono {
  const routes = new Hono();
  routes.get('/:objectType', async (context) => {
    const reply = await gateway.propertyDefinitions(context.req.param('objectType'));
    const properties: PropertyDefinition[] = [];
    for (const definition of definitionsSchema.parse(reply).results) {
      const { hidden, modificationMetadata, ...shown } = definition;
      if (hidden === true) continue;
      properties.push({ ...shown, readOnly: modificationMetadata?.readOnlyValue ?? false });
    }
    return context.json({ properties });
  });
  return routes;
}
