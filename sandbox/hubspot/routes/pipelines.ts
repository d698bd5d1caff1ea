import { Hono } from 'hono';
import { DEAL_STAGES } from '../definitions/deals.ts';
import { requireAnyScope } from '../http/authentication.ts';
import type { HubSpotEnvironment } from '../http/environment.ts';
import { readObjectType } from '../http/request.ts';
import { formatDateTime } from '../values/property-value.ts';
import type { RouteParts } from './route-parts.ts';

/** A new account's one pipeline of deals; contacts and companies are given as without one. */
export function createPipelineRoutes({ store, clock }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  routes.get('/:objectType', (context) => {
    const objectType = readObjectType(store, context.req.param('objectType'));
    requireAnyScope(context, [`crm.objects.${objectType}.read`, `crm.schemas.${objectType}.read`]);
    const moments = {
      createdAt: formatDateTime(clock.nowMs()),
      updatedAt: formatDateTime(clock.nowMs()),
    };
    const stages = Object.entries(DEAL_STAGES).map(([id, label], displayOrder) => ({
      id,
      label,
      displayOrder,
      metadata: { isClosed: String(id.startsWith('closed')) },
      archived: false,
      writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
      ...moments,
    }));
    const pipeline = { id: 'default', label: 'Sales Pipeline', displayOrder: 0, archived: false };
    const results = objectType === 'deals' ? [{ ...pipeline, ...moments, stages }] : [];
    return context.json({ results });
  });
  return routes;
}
