import { expect } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import { test } from './harness.ts';

interface BilledStory {
  readonly what: string;
  readonly id: string;
  /** Of the contact's first subscription or open invoice. */
  readonly table: 'record-subscriptions' | 'open-invoices';
  readonly row: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
}

const STORIES: readonly BilledStory[] = [
  {
    what: 'by the year with a fifth off',
    id: STORY_IDS.yearlyDiscount.contact,
    table: 'record-subscriptions',
    row: ['Survey archive, yearly, every year', 'Active', 'Discounted', '$80.00'],
    properties: { mrr: '$80.00', subscription_status: 'Active', amount_paid: '$960.00' },
  },
  {
    what: 'not yet, in a trial',
    id: STORY_IDS.trial.contact,
    table: 'record-subscriptions',
    row: ['Bakery orders', 'Trial', '$0.00', 'Trial until Dec 2, 2026'],
    properties: { subscription_status: 'Trialing', payment_count: '0' },
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
  await contact.page.getByText('Link copied.').waitFor();
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
