import { loopbackUrl } from '../http/loopback.ts';

const HUBSPOT_API = 'https://api.hubapi.com';

/** Where HubSpot's API is; a redirection is honoured for loopback addresses only. */
export const hubSpotUrl = (redirection: string | undefined): string =>
  loopbackUrl(redirection)?.origin ?? HUBSPOT_API;
