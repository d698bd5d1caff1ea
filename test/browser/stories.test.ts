import { expect } from 'vitest';
import { test } from './harness.ts';
import { STORIES } from './stories.ts';

const OF_PAYOUTS: ReadonlySet<string> = new Set([
  'Paid out on',
  'Reaches the bank on',
  'Last payout on',
  'Net paid out',
]);

for (const seen of STORIES) {
  const { dealId, story, tags, figures, says, changes, properties } = seen;
  test(`a deal ${story} shows its figures, and a sync writes them`, async ({ deal }) => {
    await deal.open(dealId);
    await deal.expectFigures(figures);
    await deal.expectTags(...tags);
    for (const text of says) await deal.sees(text);

    const alert = await deal.sync();
    const listed = await deal.changes();
    expect(alert).toBe(`${String(listed.length)} properties updated`);
    expect(listed).toEqual(expect.arrayContaining([...changes]));
    await deal.expectProperties(properties);
    const labels = listed.map((line) => line.split(': ', 1).join());
    // The day of the payout follows by itself.
    const marked = (await deal.markedAsChanged()).filter((label) => !OF_PAYOUTS.has(label));
    expect(marked).toEqual([...labels, 'Last synced'].sort());
    await deal.expectFigures(figures);
  });
}

test('a deal without a customer says what to do, and a sync writes that there is no payment', async ({
  deal,
}) => {
  await deal.open('9041');
  await deal.sees('No Stripe customer linked');
  await deal.sees('Link a customer or assign a payment');
  await deal.sync();
  expect(await deal.changes()).toContain('Payment status: empty → No payment');
  await deal.expectProperties({
    payment_status: 'No payment',
    payment_count: '0',
    net_amount: '--',
    match: 'No match',
  });
});

test('a deal whose customer Stripe does not know says so, and a sync keeps the reason', async ({
  deal,
}) => {
  await deal.open('9046');
  await deal.sees("This customer doesn't exist in Stripe.");
  await deal.card.getByText('Details', { exact: true }).first().click();
  await deal.sees("No such customer: 'cus_NoSuchCustomer'");
  await deal.sees('If it is in "Stripe customer" on this record, correct it there.');
  expect(await deal.sync()).toContain("The sync didn't finish");
  await deal.expectProperties({
    payment_status: '--',
    sync_error: "This customer doesn't exist in Stripe. (No such customer: 'cus_NoSuchCustomer')",
  });
});

test('a second sync finds everything up to date', async ({ deal }) => {
  await deal.open('9035');
  await deal.sync();
  expect(await deal.sync()).toContain('Already up to date');
  await deal.part('sync-result').getByText('already match Stripe').waitFor();
});
