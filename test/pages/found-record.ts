import type { CrmSearchResultItem } from '@hubspot/ui-extensions';

export const CREATED_AT = '2026-01-02T03:04:05.678Z';
export const MODIFIED_AT = '2026-05-06T07:08:09.012Z';

/** A record as HubSpot's search gives it. */
export const foundRecord = (
  objectId: number,
  properties: Readonly<Record<string, string | null>> = {},
): CrmSearchResultItem => ({
  objectId,
  properties: {
    createdate: CREATED_AT,
    hs_lastmodifieddate: MODIFIED_AT,
    lastmodifieddate: MODIFIED_AT,
    ...properties,
  },
});
