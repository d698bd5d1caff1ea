import { expect } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import { test } from './harness.ts';

interface BilledStory {
  readonly what: string;
  readonly id: string;
  /** Of the contact's first subscription or open invoice. */
  readonly table: 'subscriptions' | 'open-invoices';
  readonly row: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
}

const STORIES: readonly BilledStory[] = [
  {
    what: 'by the year with a fifth off',
    id: STORY_IDS.yearlyDiscount.contact,
    table: 'subscriptions',
    row: ['Survey archive, yearly, every year', 'Active', 'Discounted', '$80.00'],
    properties: { mrr: '$80.00', subscription_status: 'Active', amount_paid: '$960.00' },
  },
  {
    what: 'with half off for some months',
    id: STORY_IDS.repeatingCoupon.contact,
    table: 'subscriptions',
    row: ['Print queue, every month', 'Discounted', '$30.00', 'Renews on Dec 13, 2026'],
    properties: { mrr: '$30.00', amount_paid: '$90.00', next_billing_date: 'Dec 13, 2026' },
  },
  {
    what: 'with a coupon that was for once',
    id: STORY_IDS.onceCoupon.contact,
    table: 'subscriptions',
    row: ['Scan service, every month', '$45.00'],
    properties: { mrr: '$45.00', amount_paid: '$75.00' },
  },
  {
    what: 'for several items',
    id: STORY_IDS.severalItems.contact,
    table: 'subscriptions',
    row: ['Studio base', '3 × Studio seat', '$94.00'],
    properties: { mrr: '$94.00' },
  },
  {
    what: 'by use',
    id: STORY_IDS.metered.contact,
    table: 'subscriptions',
    row: ['Map tiles, every month', 'Usage-based'],
    properties: { payment_status: 'No payment', subscription_status: 'Active' },
  },
  {
    what: 'by tiers',
    id: STORY_IDS.tiers.contact,
    table: 'subscriptions',
    row: ['8 × Warehouse users', '$145.00'],
    properties: { mrr: '$145.00' },
  },
  {
    what: 'not yet, in a trial',
    id: STORY_IDS.trial.contact,
    table: 'subscriptions',
    row: ['Bakery orders', 'Trial', '$0.00', 'Trial until Dec 2, 2026'],
    properties: { subscription_status: 'Trialing', payment_count: '0' },
  },
  {
    what: 'nothing while paused',
    id: STORY_IDS.paused.contact,
    table: 'subscriptions',
    row: ['Class planner', 'Paused', '$0.00'],
    properties: { subscription_status: 'Paused' },
  },
  {
    what: 'without collection for now',
    id: STORY_IDS.collectionPaused.contact,
    table: 'subscriptions',
    row: ['Kiln control', 'Collection paused'],
    properties: { amount_paid: '$80.00' },
  },
  {
    what: 'to the end of the month',
    id: STORY_IDS.canceledAtPeriodEnd.contact,
    table: 'subscriptions',
    row: ['Wave reports', 'Active', '$25.00', 'Ends on Dec 11, 2026'],
    properties: { mrr: '$25.00', next_billing_date: '--' },
  },
  {
    what: 'too late',
    id: STORY_IDS.pastDue.contact,
    table: 'open-invoices',
    row: ['Overdue', '1 attempt so far', 'Next attempt on Nov 25, 2026', '$120.00'],
    properties: { payment_status: 'Overdue', amount_due: '$120.00' },
  },
  {
    what: 'what a credit note left',
    id: STORY_IDS.creditNote.contact,
    table: 'open-invoices',
    row: ['Hedge of 40 metres', 'Open', '$150.00 credited', '$650.00'],
    properties: { amount_due: '$650.00', next_due_date: 'Dec 9, 2026' },
  },
];

test.for(STORIES)('a contact pays $what', async ({ id, table, row, properties }, { contact }) => {
  await contact.open(id);
  const text = (): Promise<string> =>
    contact
      .part(table)
      .innerText()
      .then((shown) => shown.replaceAll(/[\u00a0\u202f]/g, ' '));
  for (const part of row) await expect.poll(text).toContain(part);
  await contact.sync();
  await contact.expectProperties(properties);
});

test('an invoice paid in two parts counts both payments, and both show its number', async ({
  contact,
}) => {
  await contact.open(STORY_IDS.partPaidInvoice.contact);
  await contact.sees('Payments (2)');
  await contact.sees(/^For invoice \S+-0001: Hull repair, Dry dock, two weeks$/);
  await contact.card.getByRole('button', { name: 'Other invoices (1)' }).click();
  await contact.part('other-invoices').getByText('Paid').first().waitFor();
  await contact.sync();
  await contact.expectProperties({
    amount_paid: '$3,000.00',
    amount_due: '$0.00',
    payment_count: '2',
  });
});

test('a free checkout is listed', async ({ contact }) => {
  await contact.open(STORY_IDS.freeCheckout.contact);
  await contact.sees('No-cost checkouts (1)');
  await contact.sees(/^Completed on Nov 11, 2026 for \$0\.00, so there was nothing to pay$/);
  await contact.sync();
  await contact.expectProperties({ payment_status: 'No payment', payment_count: '0' });
});

test('the link to an invoice’s payment page can be copied', async ({ contact, store, profile }) => {
  await profile.grantPermissions(['clipboard-read', 'clipboard-write']);
  const invoice = store.invoices
    .newestFirst()
    .find(({ customer }) => customer.email === 'bianca@weiss-gardens.example');
  await contact.open(STORY_IDS.creditNote.contact);
  await contact.part(`copy-${invoice?.id ?? ''}`).click();
  await contact.page.getByText('Payment link copied.').waitFor();
  expect(await contact.page.evaluate('navigator.clipboard.readText()')).toMatch(
    /^https:\/\/invoice\.stripe\.com\//,
  );
});

test("a change at Stripe shows on the contact's card", async ({ contact }) => {
  await contact.open(STORY_IDS.oneDeal.contact);
  await contact.stripeSide.open();
  await contact.stripeSide.pay('Pay by card', 12_300);
  await contact.sync();
  await contact.sees('Payments (2)');
  await contact.expectProperties({ amount_paid: '$1,108.00', payment_count: '2' });
});
