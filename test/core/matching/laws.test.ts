import type { Match, RecordClaims } from '@stripe-payments/core';
import { expect } from 'vitest';
import { someWorld } from '../../builders/arbitrary-world.ts';
import { fc, test } from '../../builders/laws.ts';
import { STRONGEST_FIRST, viasOf } from '../../builders/naive-evidence.ts';
import type { World, WorldRecord } from '../../builders/world.ts';
import { matchesOn, primaryOf, recordsOf, withFacts } from '../../builders/world.ts';

const isDirect = (match: Match): boolean =>
  match.status === 'counted' && match.reason.payer === null;

/** Matches on every record of a type, by object. */
function standings(
  world: World,
  objectType: RecordClaims['objectType'],
): readonly (readonly [id: string, on: readonly (readonly [WorldRecord, Match])[]])[] {
  const records = recordsOf(world, objectType);
  const matched = records.map((record) => [record, matchesOn(world, record)] as const);
  return Object.keys(matched[0]?.[1] ?? {}).map((id) => [
    id,
    matched.flatMap(([record, matches]) => {
      const match = matches[id];
      return match === undefined ? [] : [[record, match] as const];
    }),
  ]);
}

const withStatus = (
  on: readonly (readonly [WorldRecord, Match])[],
  ...statuses: Match['status'][]
): readonly string[] =>
  on
    .filter(([, { status }]) => statuses.includes(status))
    .map(
      ([
        {
          claims: { recordId },
        },
      ]) => recordId,
    );

test.prop([someWorld])(
  'an object counts on at most one deal, on at most one contact, and on at most one company',
  (world) => {
    for (const objectType of ['deal', 'contact', 'company'] as const) {
      for (const [, on] of standings(world, objectType)) {
        expect(withStatus(on, 'counted').length).toBeLessThan(2);
      }
    }
  },
);

test.prop([someWorld])('what is ambiguous on one record counts on no other', (world) => {
  for (const objectType of ['deal', 'contact', 'company'] as const) {
    for (const [, on] of standings(world, objectType)) {
      if (withStatus(on, 'ambiguous').length === 0) continue;
      expect(withStatus(on, 'counted', 'candidate')).toEqual([]);
      expect(withStatus(on, 'ambiguous').length).toBeGreaterThan(1);
    }
  }
});

test.prop([someWorld])('what a deal claims is no other deal’s candidate', (world) => {
  for (const [, on] of standings(world, 'deal')) {
    const isClaimed = on.some(([, match]) => isDirect(match) || match.status === 'ambiguous');
    if (isClaimed) expect(withStatus(on, 'candidate')).toEqual([]);
  }
});

test.prop([someWorld])(
  'a candidate names the payer’s other deals, or has an unknown payer',
  (world) => {
    for (const record of recordsOf(world, 'deal')) {
      for (const match of Object.values(matchesOn(world, record))) {
        if (match.status !== 'candidate') continue;
        expect(match.others.map(({ recordId }) => recordId)).not.toContain(record.claims.recordId);
        expect(match.reason.payer).not.toBeNull();
      }
    }
  },
);

/** Where an object counts on a deal, by its own rule. */
const dealCounting = (world: World, id: string): WorldRecord | undefined =>
  recordsOf(world, 'deal').find((deal) => matchesOn(world, deal)[id]?.status === 'counted');

/** The record whose evidence a reason is, if it may speak for the record that the object is on. */
function subjectOf(
  world: World,
  record: WorldRecord,
  [id, match]: readonly [id: string, match: Match],
): RecordClaims | undefined {
  if (match.status === 'unrelated' || match.status === 'elsewhere') return undefined;
  const { payer } = match.reason;
  if (payer === null) return record.claims;
  const found = world.records.find(
    ({ claims: { objectType, recordId } }) =>
      objectType === payer.objectType && recordId === payer.recordId,
  );
  if (found === undefined) return undefined;
  const { objectType, recordId } = record.claims;
  if (objectType === 'deal') return found.dealIds.has(recordId) ? found.claims : undefined;
  const deal = dealCounting(world, id);
  const speaksFor = deal !== undefined && primaryOf(deal) !== null ? deal : found;
  return primaryOf(speaksFor) === recordId ? found.claims : undefined;
}

test.prop([someWorld])('every reason holds', (world) => {
  for (const record of world.records) {
    for (const [id, match] of Object.entries(matchesOn(world, record))) {
      if (match.status === 'unrelated' || match.status === 'elsewhere') continue;
      const { evidence, via } = match.reason;
      const subject = subjectOf(world, record, [id, match]);
      expect(subject).toBeDefined();
      if (subject === undefined) continue;
      expect(viasOf(id, subject, evidence, world.objects)).toContain(via);
    }
  }
});

const rankOf = (id: string, record: RecordClaims, world: World): number => {
  const rank = STRONGEST_FIRST.findIndex(
    (evidence) => viasOf(id, record, evidence, world.objects).length > 0,
  );
  return rank === -1 ? Infinity : rank;
};

test.prop([someWorld])('stronger evidence never loses to weaker', (world) => {
  for (const objectType of ['deal', 'contact'] as const) {
    for (const [id, on] of standings(world, objectType)) {
      const ranks = on.map(([record]) => rankOf(id, record.claims, world));
      const best = Math.min(...ranks);
      for (const [index, [, match]] of on.entries()) {
        if (!isDirect(match)) continue;
        expect(ranks[index]).toBe(best);
      }
      const isAlone = ranks.filter((rank) => rank === best).length === 1;
      if (best !== Infinity && isAlone) expect(withStatus(on, 'counted')).toHaveLength(1);
    }
  }
});

/** The records of a type with the best evidence, and how good it is. */
function bestOf(world: World, objectType: RecordClaims['objectType'], id: string) {
  const ranked = recordsOf(world, objectType).map(
    (record) => [record, rankOf(id, record.claims, world)] as const,
  );
  const best = Math.min(...ranked.map(([, rank]) => rank));
  return { best, leaders: best === Infinity ? [] : ranked.filter(([, rank]) => rank === best) };
}

test.prop([someWorld])(
  'what counts on a deal counts on its primary company, unless a company has better evidence of its own',
  (world) => {
    for (const [id, on] of standings(world, 'company')) {
      const deal = dealCounting(world, id);
      const company = deal === undefined ? null : primaryOf(deal);
      if (deal === undefined || company === null) continue;
      const { best } = bestOf(world, 'company', id);
      const match = matchesOn(world, deal)[id];
      const rank = match?.status === 'counted' ? STRONGEST_FIRST.indexOf(match.reason.evidence) : 0;
      // Of equal evidence the nearer one decides, which this computation does not know.
      if (best > rank) expect(withStatus(on, 'counted')).toEqual([company]);
      if (best < rank) expect(withStatus(on, 'counted').length).toBeLessThan(2);
    }
  },
);

test.prop([someWorld])(
  'what counts on no deal of a company is of who paid: the primary company of a contact, or a company',
  (world) => {
    for (const [id, on] of standings(world, 'company')) {
      const deal = dealCounting(world, id);
      if (deal !== undefined && primaryOf(deal) !== null) continue;
      const own = bestOf(world, 'company', id);
      const contacts = bestOf(world, 'contact', id);
      const [leader] = contacts.leaders;
      const company = leader === undefined ? null : primaryOf(leader[0]);
      if (contacts.best < own.best && contacts.leaders.length === 1 && company !== null) {
        expect(withStatus(on, 'counted')).toEqual([company]);
      }
      const isOwn = own.best < contacts.best || company === null;
      if (isOwn && own.leaders.length === 1 && contacts.leaders.length < 2) {
        expect(withStatus(on, 'counted')).toEqual(
          own.leaders.map(([record]) => record.claims.recordId),
        );
      }
    }
  },
);

/** Weaker evidence for a record: a link to every customer, every address, every domain. */
const everyLink: Partial<RecordClaims> = {
  linkedCustomerIds: new Set(['cus_1', 'cus_2', 'cus_3']),
};
const everyAddress: Partial<RecordClaims> = {
  addresses: new Set(['ada@acme.com', 'bob@acme.com', 'eve@example.com']),
  domains: new Set(['acme.com', 'example.com']),
};

const someIndex = fc.nat(8);

test.prop([someWorld, someIndex, fc.constantFrom(everyLink, everyAddress)])(
  'weaker evidence elsewhere does not move what counts by an assignment or metadata',
  (world, index, facts) => {
    const other = world.records[index];
    if (other === undefined) return;
    const after = withFacts(world, other, facts);
    for (const objectType of ['deal', 'contact'] as const) {
      for (const record of recordsOf(world, objectType)) {
        const moved = matchesOn(after, record);
        for (const [id, match] of Object.entries(matchesOn(world, record))) {
          if (record === other || !isDirect(match) || match.status !== 'counted') continue;
          const { evidence } = match.reason;
          if (evidence === 'assigned' || evidence === 'metadata') {
            expect(moved[id]).toEqual(match);
          }
        }
      }
    }
  },
);
