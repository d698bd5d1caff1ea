import type { RecordClaims, Match } from '@stripe-payments/core';
import { expect } from 'vitest';
import { someWorld } from '../../builders/arbitrary-world.ts';
import { fc, test } from '../../builders/laws.ts';
import { STRONGEST_FIRST, viasOf } from '../../builders/naive-evidence.ts';
import type { World, WorldRecord } from '../../builders/world.ts';
import { matchesOn, recordsOf, withFacts } from '../../builders/world.ts';

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
  'an object counts on at most one deal, and on at most one contact',
  (world) => {
    for (const objectType of ['deal', 'contact'] as const) {
      for (const [, on] of standings(world, objectType)) {
        expect(withStatus(on, 'counted').length).toBeLessThan(2);
      }
    }
  },
);

test.prop([someWorld])('what is ambiguous on one record counts on no other', (world) => {
  for (const objectType of ['deal', 'contact'] as const) {
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

/** The record whose evidence a reason is, if it may speak for the record that the object is on. */
function subjectOf(world: World, record: WorldRecord, match: Match): RecordClaims | undefined {
  if (match.status === 'unrelated' || match.status === 'elsewhere') return undefined;
  const { payer } = match.reason;
  if (payer === null) return record.claims;
  const found = world.records.find(
    ({ claims: { objectType, recordId } }) =>
      objectType === payer.objectType && recordId === payer.recordId,
  );
  const { objectType, recordId } = record.claims;
  const speaksFor = objectType === 'deal' ? found?.dealIds : found?.companyIds;
  return speaksFor?.has(recordId) === true ? found?.claims : undefined;
}

test.prop([someWorld])('every reason holds', (world) => {
  for (const record of world.records) {
    for (const [id, match] of Object.entries(matchesOn(world, record))) {
      if (match.status === 'unrelated' || match.status === 'elsewhere') continue;
      const { evidence, via } = match.reason;
      const subject = subjectOf(world, record, match);
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
