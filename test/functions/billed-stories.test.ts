import { afterAll, beforeAll, expect, test } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { succeeded } from './replies.ts';
import { loadMain } from './run-main.ts';

const main = loadMain('sync-payments');

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
});

afterAll(() => world.close());

/** Contacts, and what a sync writes on them. Names are without `stripe_`. */
const BILLED: readonly (readonly [
  what: string,
  contact: string,
  properties: Readonly<Record<string, string | null>>,
])[] = [
  [
    'by the year with a fifth off',
    STORY_IDS.yearlyDiscount.contact,
    { mrr: '80.00', subscription_status: 'active', amount_paid: '960.00' },
  ],
  [
    'with half off for some months',
    STORY_IDS.repeatingCoupon.contact,
    { mrr: '60.00', amount_paid: '90.00', next_billing_date: '2026-12-13' },
  ],
  [
    'with a coupon that was for once',
    STORY_IDS.onceCoupon.contact,
    { mrr: '45.00', amount_paid: '75.00' },
  ],
  ['for several items', STORY_IDS.severalItems.contact, { mrr: '94.00' }],
  ['by use', STORY_IDS.metered.contact, { payment_status: 'none', subscription_status: 'active' }],
  ['by tiers', STORY_IDS.tiers.contact, { mrr: '145.00' }],
  [
    'not yet, in a trial',
    STORY_IDS.trial.contact,
    { subscription_status: 'trialing', payment_count: '0' },
  ],
  ['nothing while paused', STORY_IDS.paused.contact, { subscription_status: 'paused' }],
  ['without collection for now', STORY_IDS.collectionPaused.contact, { amount_paid: '80.00' }],
  [
    'to the end of the month',
    STORY_IDS.canceledAtPeriodEnd.contact,
    { mrr: '25.00', next_billing_date: null },
  ],
  ['too late', STORY_IDS.pastDue.contact, { payment_status: 'past_due', amount_due: '120.00' }],
  [
    'what a credit note left',
    STORY_IDS.creditNote.contact,
    { amount_due: '650.00', next_due_date: '2026-12-09' },
  ],
  [
    'an invoice in two parts',
    STORY_IDS.partPaidInvoice.contact,
    { amount_paid: '3000.00', amount_due: '0.00', payment_count: '2' },
  ],
  [
    'nothing at a free checkout',
    STORY_IDS.freeCheckout.contact,
    { payment_status: 'none', payment_count: '0' },
  ],
];

test.each(BILLED)('a contact pays %s', async (_what, contact, properties) => {
  succeeded(await world.syncPayments(contact, { main, objectType: 'contact' }));
  const stored = world.storedOf(contact, 'contact');
  for (const [name, value] of Object.entries(properties)) {
    expect([name, stored[`stripe_${name}`]]).toEqual([name, value]);
  }
});
