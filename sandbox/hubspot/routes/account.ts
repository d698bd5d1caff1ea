import { Hono } from 'hono';
import { requireAnyScope } from '../http/authentication.ts';
import type { HubSpotEnvironment } from '../http/environment.ts';
import type { RouteParts } from './route-parts.ts';

const MINUTE_MS = 60_000;

/** `+02:00`, as `Intl` names the zone's offset at that time; `GMT` alone is none. */
function utcOffset(timeZone: string, nowMs: number): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const named = format.formatToParts(nowMs).find((part) => part.type === 'timeZoneName');
  const offset = named?.value.replace('GMT', '') ?? '';
  return offset === '' ? '+00:00' : offset;
}

function offsetMs(offset: string): number {
  const [hours = '0', minutes = '0'] = offset.slice(1).split(':');
  const sizeMs = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  return offset.startsWith('-') ? -sizeMs : sizeMs;
}

const uiDomain = (dataHostingLocation: string): string =>
  dataHostingLocation === 'na1' ? 'app.hubspot.com' : `app-${dataHostingLocation}.hubspot.com`;

export function createAccountRoutes({ store, clock }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  routes.get('/account-info/v3/details', (context) => {
    requireAnyScope(context, ['oauth']);
    const { portalId, timeZone, companyCurrency, additionalCurrencies } = store.account;
    const { accountType = 'STANDARD', dataHostingLocation = 'na1' } = store.account;
    const offset = utcOffset(timeZone, clock.nowMs());
    return context.json({
      portalId,
      accountType,
      timeZone,
      companyCurrency,
      additionalCurrencies,
      utcOffset: offset,
      utcOffsetMilliseconds: offsetMs(offset),
      uiDomain: uiDomain(dataHostingLocation),
      dataHostingLocation,
    });
  });
  return routes;
}
