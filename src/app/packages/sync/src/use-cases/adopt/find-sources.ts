import type { ObjectType } from '@stripe-payments/core';
import { isCustomerText, isForeignText, OBJECT_TYPES } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { AdoptPorts, KnownProperty, LinkSource } from './adopt-ports.ts';

/** A property with customer ids among its newest values. */
interface FoundSource extends LinkSource {
  readonly label: string;
  /** Records that have a value. */
  readonly total: number;
  readonly sampled: number;
  /** Of the sampled ones. */
  readonly customerIds: number;
}

export interface FoundSources {
  readonly sources: readonly FoundSource[];
  /** Text properties that were not looked at: they can be named all the same. */
  readonly unread: number;
}

/** One search each, at four a second: about a minute for each object type. */
const MAX_LOOKED_AT = 250;

const isLikely = ({ name, label }: KnownProperty): boolean => /stripe/i.test(`${name} ${label}`);

async function sourcesOf({ scan }: AdoptPorts, objectType: ObjectType): Promise<FoundSources> {
  const texts = (await scan.properties(objectType)).filter(isForeignText);
  // No other app made those that are in every account.
  const isOther = (property: KnownProperty): boolean =>
    !isLikely(property) && !property.hubspotDefined;
  const ordered = [...texts.filter(isLikely), ...texts.filter(isOther)];
  const sampled = ordered.slice(0, MAX_LOOKED_AT);
  const found = await Promise.all(
    sampled.map(async ({ name: property, label }): Promise<FoundSource> => {
      const { total, values } = await scan.sample(objectType, property);
      const customerIds = values.filter(isCustomerText).length;
      return { objectType, property, label, total, sampled: values.length, customerIds };
    }),
  );
  return {
    sources: found.filter(({ customerIds }) => customerIds > 0),
    unread: ordered.length - sampled.length,
  };
}

/** Text properties, not the app's own, whose newest values have customer ids among them. */
export async function findSources(ports: AdoptPorts): Promise<FoundSources> {
  const byType = await Promise.all(OBJECT_TYPES.map((type) => sourcesOf(ports, type)));
  return {
    sources: byType.flatMap(({ sources }) => [...sources]),
    unread: byType.reduce((sum, { unread }) => sum + unread, 0),
  };
}

/** @throws {SyncError} `not-set-up`, `property-archived`; `bad-request` for what is no such property. */
export async function checkSource(
  { crm, scan }: AdoptPorts,
  { objectType, property }: LinkSource,
): Promise<void> {
  const own = 'stripe_customer_id';
  const [states, properties] = await Promise.all([
    crm.propertyStates(objectType, [own]),
    scan.properties(objectType),
  ]);
  if (states.get(own) === 'archived')
    throw new SyncError('property-archived', { properties: [own] });
  if (!states.has(own)) throw new SyncError('not-set-up', { properties: [own] });
  const source = properties.find(({ name }) => name === property);
  if (source === undefined || !isForeignText(source)) {
    throw new SyncError('bad-request', { properties: [property] });
  }
}
