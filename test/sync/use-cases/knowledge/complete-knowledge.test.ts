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

interface Facts {
  readonly objectType: ObjectType;
  readonly recordId: string;
  /** Emails or domains, the first one first. */
  readonly known: readonly string[];
  readonly linked: readonly string[];
  readonly dealIds: readonly string[];
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

const payer = (objectType: ObjectType, recordId: string, known: fc.Arbitrary<readonly string[]>) =>
  fc
    .record({ known, linked: someLinked, dealIds: some(DEALS, 2) })
    .map((facts): Facts => ({ objectType, recordId, ...facts }));

/** Two contacts that share all emails out between them, two companies, and three deals. */
const someAccount: fc.Arbitrary<readonly Facts[]> = fc
  .tuple(fc.shuffledSubarray([...EMAILS, 'x@acme.com', 'y@y.example']), fc.nat(3))
  .chain(([emails, split]) =>
    fc.tuple(
      payer('contact', '11', fc.constant(emails.slice(0, split))),
      payer('contact', '12', fc.constant(emails.slice(split))),
      payer('company', '21', some([...DOMAINS, 'y.example'], 3)),
      payer('company', '22', some([...DOMAINS, 'y.example'], 3)),
      ...DEALS.map((recordId) =>
        someLinked.map((linked): Facts => {
          return { objectType: 'deal', recordId, known: [], linked, dealIds: [] };
        }),
      ),
    ),
  );

function storedOf({ objectType, known: [first, ...more], linked }: Facts): StoredProperties {
  const additional = more.length === 0 ? null : more.join(';');
  const names =
    objectType === 'contact'
      ? { email: first ?? null, hs_additional_emails: additional }
      : { domain: first ?? null, hs_additional_domains: additional };
  return { ...names, stripe_customer_id: linked.length === 0 ? null : linked.join(', ') };
}

/** What a reader knows who leaves nothing out. */
function worldOf(account: readonly Facts[]): World {
  const records = account.map(({ objectType, recordId, known, linked, dealIds }): WorldRecord => {
    const own = new Set(known.map((text) => text.toLowerCase()));
    const claims = recordClaims(objectType, recordId, {
      linkedCustomerIds: new Set(linked),
      ...(objectType === 'contact' ? { addresses: own } : { domains: own }),
    });
    return { claims, dealIds: new Set(dealIds), companyIds: new Set() };
  });
  return { records, objects: { ...NO_STRIPE_OBJECTS, customers: CUSTOMERS, charges: CHARGES } };
}

test.prop([someAccount])(
  'what is read of a deal decides as if everything had been read: by first and additional emails and domains',
  async (account) => {
    const world = worldOf(account);
    const { store } = fakeHubSpot(
      virtualClock(1),
      {
        records: account.map((facts) => ({ ...facts, properties: storedOf(facts) })),
        associations: account.flatMap((facts) =>
          facts.dealIds.map((recordId) => [facts, { objectType: 'deal', recordId }] as const),
        ),
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
    for (const deal of recordsOf(world, 'deal')) {
      const viewed = { objectType: 'deal', recordId: deal.claims.recordId } as const;
      const view = await getPayments(ports, { ...viewed, createdAt: CREATED_AT });
      const expected = Object.entries(matchesOn(world, deal))
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
