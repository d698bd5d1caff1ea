import { Hono } from 'hono';
import { z } from 'zod';
import {
  bearerToken,
  missingScopes,
  notAuthenticated,
  requireAnyScope,
  type TokenBook,
} from '../http/authentication.ts';
import type { HubSpotEnvironment } from '../http/environment.ts';
import { readBody } from '../http/request.ts';
import { HubSpotApiError } from '../model/api-error.ts';
import type { BehaviorSwitches } from '../model/behavior.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import { API_SOURCE } from '../model/write-sources.ts';
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
  routes.get('/details', (context) => {
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

const bodySchema = z.strictObject({ tokenKey: z.string() });

const INSTALLING_USER_ID = 1;
/** A token of the European data center is looked for there only if the header says so too. */
const EUROPEAN = /^pat-eu\d-/;

const notFound = (): HubSpotApiError =>
  new HubSpotApiError(404, { message: 'resource not found', category: 'OBJECT_NOT_FOUND' });

interface AccessTokenInfoParts {
  readonly tokens: TokenBook;
  readonly behavior: BehaviorSwitches;
  readonly store: HubSpotStore;
}

/** What a token may do. The body is the credential: no header, no scope, no rate limit. */
export function createAccessTokenInfoRoutes(parts: AccessTokenInfoParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  routes.post('/oauth/v2/private-apps/get/access-token-info', async (context) => {
    const { accessTokenInfo } = parts.behavior.current;
    if (accessTokenInfo === 'forbidden') throw missingScopes([]);
    if (accessTokenInfo === 'not-found') throw notFound();
    const { tokenKey } = await readBody(context, bodySchema);
    const scopes = parts.tokens.scopesOf(tokenKey);
    if (scopes === undefined) throw notFound();
    if (EUROPEAN.test(tokenKey) && bearerToken(context) !== tokenKey) throw notAuthenticated();
    return context.json({
      userId: INSTALLING_USER_ID,
      hubId: parts.store.account.portalId,
      appId: Number(API_SOURCE.id),
      scopes,
    });
  });
  return routes;
}
