import type { Match, MatchedObjects, PaymentFacts, StripeObjects } from '@stripe-payments/core';
import { countedOf, matchObjects, paymentFactsOf } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { relationsOf } from '../../../src/app/packages/core/src/matching/relations.ts';
import { someWorld } from '../../builders/arbitrary-world.ts';
import { charge, declined } from '../../builders/charge.ts';
import { checkout } from '../../builders/checkout.ts';
import { customer } from '../../builders/customer.ts';
import { invoice, invoicePayment } from '../../builders/invoice.ts';
import { fc, test as law } from '../../builders/laws.ts';
import { stripeObjects } from '../../builders/stripe-objects.ts';
import type { World } from '../../builders/world.ts';
import { knowledgeOf } from '../../builders/world.ts';

const reason = { evidence: 'linked', via: 'cus_1', payer: null } as const;
const COUNTED: Match = { status: 'counted', reason };

const factsOf = (
  objects: Partial<StripeObjects>,
  match: Match = COUNTED,
): readonly PaymentFacts[] => {
  const relations = relationsOf(stripeObjects(objects));
  const charges = (objects.charges ?? []).map((item) => ({ item, match }));
  return paymentFactsOf({ charges, relations }, 'unknown');
};

test('a payment has its payer, country, document and match', () => {
  const paid = invoice({ payments: [invoicePayment('ch_1')], taxMinor: 361 });
  const objects = { charges: [charge()], customers: [customer()], invoices: [paid] };
  expect(factsOf(objects)).toEqual([
    {
      charge: charge(),
      payer: { name: 'Ada Lovelace', email: 'ada@example.com' },
      country: 'US',
      document: expect.objectContaining({ invoiceNumber: 'INV-1', taxMinor: 361 }) as unknown,
      payouts: 'unknown',
      match: 'linked',
    },
  ]);
});

test.each<[string, Partial<StripeObjects>, PaymentFacts['payer']]>([
  [
    'a guest is who was typed with the card',
    { charges: [charge({ customerId: null, billing: { name: 'Grace', email: 'g@x.it' } })] },
    { name: 'Grace', email: 'g@x.it' },
  ],
  [
    'a guest is who was typed at the checkout, where the card says nothing',
    {
      charges: [charge({ customerId: null, billing: { name: '', email: ' ' } })],
      checkouts: [checkout()],
    },
    { name: 'Grace Hopper', email: 'guest@example.com' },
  ],
  [
    'a customer without a name has the one on the card',
    {
      charges: [charge({ billing: { name: 'Grace', email: 'g@x.it' } })],
      customers: [customer({ name: null })],
    },
    { name: 'Grace', email: 'ada@example.com' },
  ],
  ['nobody is known', { charges: [charge()] }, { name: null, email: null }],
])('%s', (_case, objects, payer) => {
  expect(factsOf(objects)[0]?.payer).toEqual(payer);
});

test.each<[Match, PaymentFacts['match'] | undefined]>([
  [COUNTED, 'linked'],
  [{ status: 'candidate', reason, others: [] }, 'ambiguous'],
  [{ status: 'ambiguous', reason, others: [] }, 'ambiguous'],
  [{ status: 'elsewhere', reason, others: [] }, undefined],
  [{ status: 'unrelated' }, undefined],
])('%j is recorded as %s', (match, recorded) => {
  expect(factsOf({ charges: [charge()] }, match)[0]?.match).toBe(recorded);
});

test('an attempt that made no charge has no record', () => {
  const attempt = declined({ id: 'pi_1', paymentIntentId: 'pi_1' });
  expect(factsOf({ charges: [attempt, declined()] }).map((each) => each.charge.id)).toEqual([
    'ch_1',
  ]);
});

const matchedIn = (world: World, objects = world.objects): readonly MatchedObjects[] =>
  world.records.map((record) => matchObjects(objects, knowledgeOf(world, record)));

law.prop([someWorld])(
  'each payment that counts has its facts exactly once, whatever the order of what was read',
  (world) => {
    const { customers, charges, invoices, subscriptions, checkouts } = world.objects;
    const reversed = {
      customers: customers.toReversed(),
      charges: [...charges.toReversed(), ...charges],
      invoices: invoices.toReversed(),
      subscriptions: subscriptions.toReversed(),
      checkouts: checkouts.toReversed(),
    };
    const others = matchedIn(world, reversed);
    for (const [index, matched] of matchedIn(world).entries()) {
      const facts = paymentFactsOf(matched, 'unknown');
      const counted = facts.filter(({ match }) => match !== 'ambiguous');
      expect(counted.map((each) => each.charge)).toEqual(countedOf(matched.charges));
      expect(new Set(facts.map((each) => each.charge.id)).size).toBe(facts.length);
      const other = others[index];
      expect(other === undefined ? [] : paymentFactsOf(other, 'unknown')).toEqual(facts);
    }
  },
);

law.prop([someWorld, fc.constantFrom('invoices', 'checkouts', 'customers')])(
  'what was not read is null, never an empty text',
  (world, left) => {
    const unread = { ...world.objects, [left]: [] };
    for (const matched of matchedIn(world, unread)) {
      for (const { payer, country, document } of paymentFactsOf(matched, 'unknown')) {
        for (const text of [payer.name, payer.email, country, document?.invoiceNumber]) {
          expect(text).not.toBe('');
        }
        if (left === 'invoices') expect(document?.invoiceNumber ?? null).toBeNull();
      }
    }
  },
);
