import type { RecordClaim } from '@stripe-payments/core';
import {
  matchObjects,
  parseIds,
  PAYMENT_ID_PREFIXES,
  summarize,
  withId,
  withoutId,
} from '@stripe-payments/core';
import { expect } from 'vitest';
import { shuffledWithDuplicates } from '../../builders/arbitraries.ts';
import { someWorld } from '../../builders/arbitrary-world.ts';
import { charge } from '../../builders/charge.ts';
import { customer } from '../../builders/customer.ts';
import { fc, test } from '../../builders/laws.ts';
import { recordClaims } from '../../builders/record-knowledge.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';
import type { World } from '../../builders/world.ts';
import { knowledgeOf, matchesOn, recordsOf, withFacts } from '../../builders/world.ts';

const someIndex = fc.nat(8);

test.prop([someWorld])('an unrelated customer, deal and payment change nothing', (world) => {
  const stranger: World = {
    records: [
      ...world.records,
      {
        claims: recordClaims('deal', '99', {
          linkedCustomerIds: new Set(['cus_99']),
          assignedIds: new Set(['ch_99']),
        }),
        dealIds: new Set(),
        companyIds: new Set(),
      },
      {
        claims: recordClaims('contact', '99', { addresses: new Set(['mallory@elsewhere.org']) }),
        dealIds: new Set(['99']),
        companyIds: new Set(),
      },
    ],
    objects: {
      ...world.objects,
      customers: [
        ...world.objects.customers,
        customer({ id: 'cus_99', email: 'mallory@elsewhere.org' }),
      ],
      charges: [...world.objects.charges, charge({ id: 'ch_99', customerId: 'cus_99' })],
    },
  };
  for (const record of world.records) {
    const { ch_99: strange, ...rest } = matchesOn(stranger, record);
    expect(rest).toEqual(matchesOn(world, record));
    expect(strange).toEqual({ status: 'unrelated' });
  }
});

const standing = (world: World): readonly unknown[] =>
  world.records.map((record) => matchesOn(world, record));

test.prop([someWorld, someIndex, fc.constantFrom('ch_1', 'pi_2', 'in_1', 'sub_1', 'cs_1')])(
  'assigning and unassigning returns to the state before',
  (world, index, id) => {
    const record = world.records[index];
    if (record === undefined || record.claims.assignedIds.has(id)) return;
    const assigning = (text: string): World =>
      withFacts(world, record, { assignedIds: new Set(parseIds(text, PAYMENT_ID_PREFIXES).ids) });
    const before = [...record.claims.assignedIds].join(', ');
    const assigned = withId(before, id);
    expect(standing(assigning(withoutId(assigned, id)))).toEqual(standing(world));
    const after = assigning(assigned);
    const now = after.records.slice(index, index + 1).map((each) => matchesOn(after, each)[id]);
    for (const match of now) {
      if (match !== undefined) expect(match).toMatchObject({ reason: { via: id } });
    }
  },
);

/** Metadata names one contact, however many share what it is tied to. */
function withoutNamedContacts({ records, objects }: World): World {
  const unnamed = <T extends { readonly recordClaims: readonly RecordClaim[] }>(
    items: readonly T[],
  ): readonly T[] =>
    items.map((item) => ({
      ...item,
      recordClaims: item.recordClaims.filter(({ objectType }) => objectType !== 'contact'),
    }));
  const invoices = objects.invoices.map((each) => ({ ...each, subscriptionClaims: [] }));
  return {
    records,
    objects: {
      customers: unnamed(objects.customers),
      charges: unnamed(objects.charges),
      invoices: unnamed(invoices),
      subscriptions: unnamed(objects.subscriptions),
      checkouts: unnamed(objects.checkouts),
    },
  };
}

test.prop([someWorld, fc.nat(2)])(
  'a company’s figures are the same however many of its contacts share a payment',
  (world, index) => {
    const small = withoutNamedContacts(world);
    const contact = recordsOf(small, 'contact')[index];
    if (contact === undefined) return;
    const twin = { ...contact, claims: { ...contact.claims, recordId: '77' } };
    const crowded: World = { ...small, records: [...small.records, twin] };
    for (const company of recordsOf(small, 'company')) {
      const sumOf = (each: World): unknown =>
        summarize(matchObjects(each.objects, knowledgeOf(each, company)), NOW_SECONDS);
      expect(sumOf(crowded)).toEqual(sumOf(small));
    }
  },
);

test.prop([
  someWorld.chain(({ records, objects }) =>
    fc.record({
      world: fc.constant<World>({ records, objects }),
      shuffled: fc.record({
        records: fc.shuffledSubarray([...records], { minLength: records.length }),
        objects: fc.record({
          customers: shuffledWithDuplicates(objects.customers),
          charges: shuffledWithDuplicates(objects.charges),
          invoices: shuffledWithDuplicates(objects.invoices),
          subscriptions: shuffledWithDuplicates(objects.subscriptions),
          checkouts: shuffledWithDuplicates(objects.checkouts),
        }),
      }),
    }),
  ),
])('neither order nor duplicates change any match', ({ world, shuffled }) => {
  for (const record of world.records) {
    const { competingRecords, payers, deals = [] } = knowledgeOf(shuffled, record);
    const attributionOf = (objects: World['objects'], twice: boolean) => {
      const known = knowledgeOf(world, record);
      const again = {
        record: known.record,
        competingRecords: [...competingRecords, ...competingRecords],
        payers: [...payers, ...payers],
        deals: [...deals, ...deals],
      };
      const { charges, invoices, subscriptions, checkouts } = matchObjects(
        objects,
        twice ? again : known,
      );
      return { charges, invoices, subscriptions, checkouts };
    };
    expect(attributionOf(shuffled.objects, true)).toEqual(attributionOf(world.objects, false));
  }
});
