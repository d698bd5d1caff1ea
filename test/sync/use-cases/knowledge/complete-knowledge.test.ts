import type { ObjectType, StoredProperties } from '@stripe-payments/core';
import { NO_STRIPE_OBJECTS } from '@stripe-payments/core';
import { expect } from 'vitest';
import { getPayments } from '../../../../src/app/packages/sync/src/use-cases/get-payments.ts';
import { charge } from '../../../builders/charge.ts';
import { customer } from '../../../builders/customer.ts';
import { fc, test } from '../../../builders/laws.ts';
import { recordClaims } from '../../../builders/record-knowledge.ts';
import type { World, WorldRecord } from '../../../builders/world.ts';
import { matchesOn, recordsOf } from '../../../builders/world.ts';
import { fakePorts } from '../../fake-ports.ts';
import { virtualClock } from '../../two-people/clock.ts';
import { CREATED_AT, fakeHubSpot } from '../../two-people/hubspot.ts';

/** Emails of customers; each belongs to one contact at most, as in HubSpot. */
const EMAILS = ['ada@acme.com', 'bob@acme.com', 'eve@example.com', 'Eve@shop.example'];
const DOMAINS = ['acme.com', 'example.com', 'shop.example'];
const CUSTOMERS = EMAILS.map((email, nth) => customer({ id: `cus_${String(nth)}`, email }));
const CHARGES = CUSTOMERS.map(({ id }) => charge({ id: `ch_of_${id}`, customerId: id }));
const DEALS = ['1', '2', '3'];
const COMPANIES = ['21', '22'];

interface Facts {
  readonly objectType: ObjectType;
  readonly recordId: string;
  /** Emails or domains, the first one first. */
  readonly known: readonly string[];
  readonly linked: readonly string[];
  readonly assigned: readonly string[];
  readonly dealIds: readonly string[];
  /** The primary one first. */
  readonly companyIds: readonly string[];
}

const some = (ids: readonly string[], maxLength: number): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.shuffledSubarray([...ids], { minLength: 1, maxLength }) },
  );

const someLinked = some(
  CUSTOMERS.map(({ id }) => id),
  1,
);

const someAssigned = some(
  CHARGES.map(({ id }) => id),
  1,
);

const NONE = fc.constant<readonly string[]>([]);

const record = (objectType: ObjectType, recordId: string, known = NONE): fc.Arbitrary<Facts> =>
  fc
    .record({
      known,
      linked: someLinked,
      assigned: someAssigned,
      dealIds: objectType === 'contact' ? some(DEALS, 2) : NONE,
      companyIds: objectType === 'company' ? NONE : some(COMPANIES, 2),
    })
    .map((facts): Facts => ({ objectType, recordId, ...facts }));

/** Two contacts that share all emails out between them, two companies, and three deals. */
const someAccount: fc.Arbitrary<readonly Facts[]> = fc
  .tuple(fc.shuffledSubarray([...EMAILS, 'x@acme.com', 'y@y.example']), fc.nat(3))
  .chain(([emails, split]) =>
    fc.tuple(
      record('contact', '11', fc.constant(emails.slice(0, split))),
      record('contact', '12', fc.constant(emails.slice(split))),
      ...COMPANIES.map((id) => record('company', id, some([...DOMAINS, 'y.example'], 3))),
      ...DEALS.map((id) => record('deal', id)),
    ),
  );

const listed = (ids: readonly string[]): string | null =>
  ids.length === 0 ? null : ids.join(', ');

function storedOf({
  objectType,
  known: [first, ...more],
  linked,
  assigned,
}: Facts): StoredProperties {
  const additional = more.length === 0 ? null : more.join(';');
  const names =
    objectType === 'contact'
      ? { email: first ?? null, hs_additional_emails: additional }
      : { domain: first ?? null, hs_additional_domains: additional };
  return {
    ...names,
    stripe_customer_id: listed(linked),
    stripe_payment_ids: listed(assigned),
  };
}

/** What a reader knows who leaves nothing out. */
function worldOf(account: readonly Facts[]): World {
  const dealsOf = (companyId: string): readonly string[] =>
    account
      .filter(
        ({ objectType, companyIds }) => objectType === 'deal' && companyIds.includes(companyId),
      )
      .map(({ recordId }) => recordId);
  const records = account.map((facts): WorldRecord => {
    const { objectType, recordId, known, linked, assigned, companyIds } = facts;
    const dealIds = objectType === 'company' ? dealsOf(recordId) : facts.dealIds;
    const own = new Set(known.map((text) => text.toLowerCase()));
    const claims = recordClaims(objectType, recordId, {
      linkedCustomerIds: new Set(linked),
      assignedIds: new Set(assigned),
      ...(objectType === 'contact' ? { addresses: own } : { domains: own }),
    });
    return { claims, dealIds: new Set(dealIds), companyIds: new Set(companyIds) };
  });
  return { records, objects: { ...NO_STRIPE_OBJECTS, customers: CUSTOMERS, charges: CHARGES } };
}

test.prop([someAccount])(
  'what is read of a deal or company decides as if everything had been read: by first and additional emails and domains',
  async (account) => {
    const world = worldOf(account);
    const { store } = fakeHubSpot(
      virtualClock(1),
      {
        records: account.map((facts) => ({ ...facts, properties: storedOf(facts) })),
        associations: account.flatMap((facts) => [
          ...facts.dealIds.map((recordId) => [facts, { objectType: 'deal', recordId }] as const),
          ...facts.companyIds.map(
            (recordId) => [facts, { objectType: 'company', recordId }] as const,
          ),
        ]),
      },
      () => 0,
    );
    const charges = Object.fromEntries(
      CHARGES.flatMap((each) => [
        [each.id, [each]],
        [each.customerId ?? '', [each]],
      ]),
    );
    const ports = fakePorts({ charges, customers: CUSTOMERS, crm: store });
    for (const each of [...recordsOf(world, 'deal'), ...recordsOf(world, 'company')]) {
      const { objectType, recordId } = each.claims;
      const view = await getPayments(ports, { objectType, recordId, createdAt: CREATED_AT });
      const expected = Object.entries(matchesOn(world, each))
        .filter(([, { status }]) => status !== 'unrelated' && status !== 'elsewhere')
        .map(([id, { status }]) => [id, status]);
      const found = [
        ...view.payments.map(({ id }) => [id, 'counted']),
        ...view.needsReview.map(({ payment, status }) => [payment.id, status]),
      ];
      expect(view.problems).toEqual([]);
      expect(found.sort()).toEqual(expected.sort());
    }
  },
);
