import type { CrmRecord } from '../entities.ts';
import type { WireRecord } from '../formatters/record.ts';
import { formatRecord } from '../formatters/record.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';

/** A write answers with what was written and what is always returned, not with the defaults. */
export const writtenAs = (
  store: HubSpotStore,
  record: CrmRecord,
  names: readonly string[],
): WireRecord =>
  formatRecord(
    record,
    { properties: names, propertiesWithHistory: [] },
    store.properties(record.objectType),
    store.account.portalId,
  );
