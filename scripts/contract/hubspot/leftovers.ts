import type { HubSpot } from './client.ts';
import * as shapes from './shapes.ts';
import { GROUP, removeGroup, RUN_PROPERTY, TYPES } from './stage.ts';
import type { TypeName } from './stage.ts';

const groupsOf = async (hubspot: HubSpot, type: TypeName): Promise<boolean> => {
  const { status } = await hubspot.send('GET', `/crm/v3/properties/${type}/groups/${GROUP.name}`);
  return status === 200;
};

async function recordsOf(hubspot: HubSpot, type: TypeName): Promise<readonly string[]> {
  const answer = await hubspot.send('POST', `/crm/v3/objects/${type}/search`, {
    filterGroups: [{ filters: [{ propertyName: RUN_PROPERTY, operator: 'HAS_PROPERTY' }] }],
    properties: [RUN_PROPERTY],
    limit: 100,
  });
  const found = shapes.searchPage.safeParse(answer.body);
  return found.success ? found.data.results.map(({ id }) => id) : [];
}

/** Removes the records of a run that died, and then its properties, by which they are found. */
export async function removeHubSpotLeftovers(hubspot: HubSpot): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const type of TYPES) {
    if (!(await groupsOf(hubspot, type))) continue;
    for (const id of await recordsOf(hubspot, type)) {
      await hubspot.remove(`/crm/v3/objects/${type}/${id}`);
      removed.push(`${type} ${id}`);
    }
    await removeGroup(hubspot, type);
    removed.push(`property group of ${type}`);
  }
  return removed;
}
