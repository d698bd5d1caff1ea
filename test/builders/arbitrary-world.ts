import type {
  Charge,
  Checkout,
  Customer,
  RecordClaims,
  Invoice,
  ObjectType,
  RecordClaim,
  StripeObjects,
  Subscription,
} from '@stripe-payments/core';
import { charge } from './charge.ts';
import { checkout } from './checkout.ts';
import { customer } from './customer.ts';
import { invoice } from './invoice.ts';
import { fc } from './laws.ts';
import { recordClaims } from './record-knowledge.ts';
import { subscription } from './subscription.ts';
import type { World, WorldRecord } from './world.ts';

// Few enough objects that they relate to each other; ids are the same in every type, as they can be in HubSpot.
const RECORD_IDS = ['1', '2', '3'];
const CUSTOMER_IDS = ['cus_1', 'cus_2', 'cus_3'];
const OBJECT_IDS = [
  'ch_1',
  'ch_2',
  'ch_3',
  'pi_1',
  'pi_2',
  'in_1',
  'in_2',
  'sub_1',
  'cs_1',
  'cs_2',
];
const ADDRESSES = ['ada@acme.com', 'ADA@acme.com', 'bob@acme.com', 'eve@example.com', null];

/** Mostly none: a world in which everything is claimed has no candidates. */
function fewOf<T>(values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant<T[]>([]) },
    {
      weight: 2,
      arbitrary: fc.subarray([...values], { minLength: 1, maxLength: Math.min(2, values.length) }),
    },
  );
}

const setOf = (values: readonly string[]): fc.Arbitrary<ReadonlySet<string>> =>
  fewOf(values).map((some) => new Set(some));

const someClaims: fc.Arbitrary<readonly RecordClaim[]> = fewOf(
  RECORD_IDS.flatMap((recordId) =>
    (['deal', 'contact', 'company'] as const).map((objectType) => ({ objectType, recordId })),
  ),
);

const maybeCustomer = fc.constantFrom(null, ...CUSTOMER_IDS);

function someOf<T>(
  ids: readonly string[],
  objectWith: (id: string) => fc.Arbitrary<T>,
): fc.Arbitrary<readonly T[]> {
  return fc.subarray([...ids]).chain((some) => fc.tuple(...some.map(objectWith)));
}

const someCustomer = (id: string): fc.Arbitrary<Customer> =>
  fc
    .record({ email: fc.constantFrom(...ADDRESSES), recordClaims: someClaims })
    .map((facts) => customer({ id, ...facts }));

const someCharge = (id: string): fc.Arbitrary<Charge> =>
  fc
    .record({
      customerId: maybeCustomer,
      paymentIntentId: fc.constantFrom(null, 'pi_1', 'pi_2'),
      created: fc.integer({ min: 1_795_000_000, max: 1_795_000_003 }),
      recordClaims: someClaims,
    })
    .map((facts) => charge({ id, ...facts }));

const someInvoice = (id: string): fc.Arbitrary<Invoice> =>
  fc
    .record({
      customerId: maybeCustomer,
      subscriptionId: fc.constantFrom(null, 'sub_1', 'sub_2'),
      recordClaims: someClaims,
      subscriptionClaims: someClaims,
      payments: fewOf([
        { paymentIntentId: 'pi_1', chargeId: null, amountPaidMinor: 1_000, status: 'paid' },
        { paymentIntentId: null, chargeId: 'ch_2', amountPaidMinor: 1_000, status: 'paid' },
      ]),
    })
    .map((facts) => invoice({ id, ...facts }));

const someSubscription = (id: string): fc.Arbitrary<Subscription> =>
  fc
    .record({ customerId: fc.constantFrom(...CUSTOMER_IDS), recordClaims: someClaims })
    .map((facts) => subscription({ id, ...facts }));

const someCheckout = (id: string): fc.Arbitrary<Checkout> =>
  fc
    .record({
      customerId: maybeCustomer,
      email: fc.constantFrom(...ADDRESSES),
      paymentIntentId: fc.constantFrom(null, 'pi_1', 'pi_2'),
      invoiceId: fc.constantFrom(null, 'in_1', 'in_2'),
      subscriptionId: fc.constantFrom(null, 'sub_1', 'sub_2'),
      recordClaims: someClaims,
    })
    .map((facts) => checkout({ id, ...facts }));

const someObjects: fc.Arbitrary<StripeObjects> = fc.record({
  customers: someOf(CUSTOMER_IDS, someCustomer),
  charges: someOf(['ch_1', 'ch_2', 'ch_3'], someCharge),
  invoices: someOf(['in_1', 'in_2'], someInvoice),
  subscriptions: someOf(['sub_1', 'sub_2'], someSubscription),
  checkouts: someOf(['cs_1', 'cs_2'], someCheckout),
});

const NONE = fc.constant<ReadonlySet<string>>(new Set());

const someRecordClaims = (objectType: ObjectType, recordId: string): fc.Arbitrary<RecordClaims> =>
  fc
    .record({
      linkedCustomerIds: setOf(CUSTOMER_IDS),
      assignedIds: setOf(OBJECT_IDS),
      addresses: objectType === 'contact' ? setOf(['ada@acme.com', 'eve@example.com']) : NONE,
      domains: objectType === 'company' ? setOf(['acme.com', 'example.com']) : NONE,
    })
    .map((facts) =>
      recordClaims(objectType, recordId, { name: `${objectType} ${recordId}`, ...facts }),
    );

const someRecord = (objectType: ObjectType, recordId: string): fc.Arbitrary<WorldRecord> =>
  fc.record({
    claims: someRecordClaims(objectType, recordId),
    dealIds: objectType === 'deal' ? NONE : setOf(RECORD_IDS),
    companyIds: objectType === 'company' ? NONE : setOf(RECORD_IDS),
  });

/** Three deals, contacts and companies that may be associated with each other, and a few payments. */
export const someWorld: fc.Arbitrary<World> = fc.record({
  records: fc.tuple(
    ...(['deal', 'contact', 'company'] as const).flatMap((objectType) =>
      RECORD_IDS.map((recordId) => someRecord(objectType, recordId)),
    ),
  ),
  objects: someObjects,
});
