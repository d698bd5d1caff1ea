import { z } from 'zod';
import type { PropertyValues } from '../record-page/api/wire.ts';
import type { HubSpotGateway } from './hubspot-gateway.ts';
import { UpstreamError } from './request-json.ts';

const OWNER = 'hubspot_owner_id';

/** The user of the record page, as an owner. */
const USER = '1';

const isVisible = ({ properties }: { readonly properties: PropertyValues }): boolean => {
  const owner = properties[OWNER] ?? '';
  return owner === '' || owner === USER;
};

const searchSchema = z.looseObject({
  filterGroups: z.array(z.looseObject({ filters: z.array(z.unknown()) })).optional(),
});

/** Each group twice: HubSpot joins groups by "or". */
function onlyVisible(body: unknown): unknown {
  const { filterGroups = [{ filters: [] }], ...search } = searchSchema.parse(body);
  const rights = [
    { propertyName: OWNER, operator: 'EQ', value: USER },
    { propertyName: OWNER, operator: 'NOT_HAS_PROPERTY' },
  ];
  return {
    ...search,
    filterGroups: filterGroups.flatMap(({ filters }) =>
      rights.map((right) => ({ filters: [...filters, right] })),
    ),
  };
}

/**
 * HubSpot as it answers a user who may view records that are their own or have no owner: others are not found,
 * listed or searched, and cannot be changed.
 */
export function ownRecordsOnly(gateway: HubSpotGateway): HubSpotGateway {
  const readVisible: HubSpotGateway['readRecords'] = async (objectType, ids, names) => {
    const rows = await gateway.readRecords(objectType, ids, [...names, OWNER]);
    return rows.filter(isVisible);
  };
  return {
    ...gateway,
    listRecords: async (objectType, names) =>
      (await gateway.listRecords(objectType, [...names, OWNER])).filter(isVisible),
    readRecords: readVisible,
    updateRecord: async (objectType, id, edit) => {
      const rows = await readVisible(objectType, [id], []);
      if (rows.length === 0) throw new UpstreamError(403, 'The user may not edit this record.');
      await gateway.updateRecord(objectType, id, edit);
    },
    associations: async (from, toObjectType, page) => {
      const found = await gateway.associations(from, toObjectType, page);
      const ids = found.results.map(({ toObjectId }) => toObjectId);
      const visible = new Set((await readVisible(toObjectType, ids, [])).map(({ id }) => id));
      return { ...found, results: found.results.filter((each) => visible.has(each.toObjectId)) };
    },
    search: (objectType, body) => gateway.search(objectType, onlyVisible(body)),
  };
}
