import type { Match, RecordClaim } from '@stripe-payments/core';
import { goneRecord } from '@stripe-payments/core';
import { expect } from 'vitest';
import { someWorld } from '../../builders/arbitrary-world.ts';
import { fc, test } from '../../builders/laws.ts';
import type { World, WorldRecord } from '../../builders/world.ts';
import { matchesOn, recordsOf, withFacts, withoutNames } from '../../builders/world.ts';

const someIndex = fc.nat(8);

/** How every object stands on each record of a type. */
function standings(
  world: World,
  objectType: 'deal' | 'contact' | 'company',
): readonly (readonly [id: string, on: readonly (readonly [WorldRecord, Match])[]])[] {
  const matched = recordsOf(world, objectType).map(
    (record) => [record, matchesOn(world, record)] as const,
  );
  return Object.keys(matched[0]?.[1] ?? {}).map((id) => [
    id,
    matched.flatMap(([record, matches]) => {
      const match = matches[id];
      return match === undefined ? [] : [[record, match] as const];
    }),
  ]);
}

test.prop([someWorld, someIndex])(
  'a deleted record that metadata names is as if nothing had named it',
  (world, index) => {
    const deleted = world.records[index];
    if (deleted === undefined) return;
    const { objectType, recordId } = deleted.claims;
    const others = world.records.filter((record) => record !== deleted);
    const left = others.map((record) => ({
      ...record,
      dealIds: new Set(
        [...record.dealIds].filter((id) => objectType !== 'deal' || id !== recordId),
      ),
      companyIds: new Set(
        [...record.companyIds].filter((id) => objectType !== 'company' || id !== recordId),
      ),
    }));
    const gone = {
      claims: goneRecord(objectType, recordId),
      dealIds: new Set<string>(),
      companyIds: new Set<string>(),
    };
    const isOfDeleted = (claim: RecordClaim): boolean =>
      claim.objectType === objectType && claim.recordId === recordId;
    const known = { ...world, records: [...left, gone] };
    const unnamed = withoutNames({ ...world, records: left }, isOfDeleted);
    for (const record of left) {
      expect(matchesOn(known, record)).toEqual(matchesOn(unnamed, record));
    }
  },
);

const someChargeId = fc.constantFrom('ch_1', 'ch_2', 'ch_3');

test.prop([someWorld, someIndex, someChargeId])(
  'a payment that is taken off a record is not there, counts once at most, and moves nothing else',
  (world, index, id) => {
    const record = world.records[index];
    if (record === undefined || record.claims.objectType === 'company') return;
    const { assignedIds } = record.claims;
    const after = withFacts(world, record, { excludedIds: new Set([id]) });
    for (const objectType of ['deal', 'contact', 'company'] as const) {
      for (const [object, on] of standings(after, objectType)) {
        expect(on.filter(([, { status }]) => status === 'counted').length).toBeLessThan(2);
        const isHere = ([each]: readonly [WorldRecord, Match]): boolean =>
          each.claims.objectType === record.claims.objectType &&
          each.claims.recordId === record.claims.recordId;
        const here = on.find(isHere)?.[1];
        if (object === id && here !== undefined && assignedIds.size === 0) {
          expect(['unrelated', 'elsewhere']).toContain(here.status);
        }
        for (const [each, match] of on) {
          const before = world.records.find(
            ({ claims }) =>
              claims.objectType === objectType && claims.recordId === each.claims.recordId,
          );
          if (object === id || before === undefined) continue;
          expect(match).toEqual(matchesOn(world, before)[object]);
        }
      }
    }
  },
);
