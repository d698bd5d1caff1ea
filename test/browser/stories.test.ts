import type { Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './harness.ts';
import { STORIES } from './stories.ts';

/** Resolves once a sync was answered, and the payouts that the card asks for after it. */
function syncAnswered(page: Page): Promise<void> {
  return new Promise((resolve) => {
    const listen = async (answer: Response): Promise<void> => {
      if (!answer.url().endsWith('/api/serverless/sync-payments')) return;
      const { response } = (await answer.json()) as { readonly response: { payouts?: unknown } };
      if (typeof response.payouts === 'string') return;
      page.off('response', listen);
      resolve();
    };
    page.on('response', listen);
  });
}

for (const seen of STORIES) {
  const { dealId, story, tags, figures, says, changes, properties } = seen;
  test(`a deal ${story} shows its figures, and a sync writes them`, async ({ deal }) => {
    await deal.open(dealId);
    await deal.expectFigures(figures);
    await deal.expectTags(...tags);
    for (const text of says) await deal.sees(text);

    const answered = syncAnswered(deal.page);
    await deal.sync();
    await answered;
    // Opens the list, which goes on to follow what is saved.
    await deal.changes();
    const result = deal.part('sync-result');
    const isTold = async (): Promise<boolean> => {
      const [title] = (await result.innerText()).split('\n');
      const labels = await result.locator('dt').allTextContents();
      const marked = await deal.markedAsChanged();
      return (
        title === `${String(labels.length)} properties updated` &&
        [...labels, 'Last synced'].sort().join() === marked.join()
      );
    };
    await expect.poll(isTold).toBe(true);
    const lines = (await result.innerText()).replaceAll('\u00a0', ' ');
    for (const change of changes) {
      const [label = '', text = ''] = change.split(/: (.*)/s);
      expect(lines).toContain(`${label}\n${text}`);
    }
    await deal.expectProperties(properties);
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
