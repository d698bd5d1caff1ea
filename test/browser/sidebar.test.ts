import { expect } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import { cardPageOf, CONTACT_SIDEBAR, DEAL_SIDEBAR } from './card-page.ts';
import { test } from './harness.ts';

test('opening the sidebar calls no function and no Stripe API', async ({ page, recordPage }) => {
  const sidebar = cardPageOf(page, recordPage.url, DEAL_SIDEBAR);
  const calls: string[] = [];
  // Only the sidebar, so that the deal's own card asks nothing either.
  await page.route('**/api/cards', async (route) => {
    const response = await route.fetch();
    const { cards } = (await response.json()) as { cards: readonly { uid: string }[] };
    const only = cards.filter(({ uid }) => uid === DEAL_SIDEBAR.cardUid);
    await route.fulfill({ response, json: { cards: only } });
  });
  page.on('request', (request) => {
    if (request.url().includes('/api/serverless/')) calls.push(request.url());
  });
  await sidebar.visit('9021');
  await sidebar.sees('Not synced yet');
  await sidebar.sees('Click "Sync now" to get them from Stripe.');
  expect(calls).toEqual([]);
  await sidebar.part('sync-now').click();
  await sidebar.sees('Disputed');
  await sidebar.sees('Respond to a dispute in Stripe by Nov 27, 2026');
  await sidebar.sees('-$95.05');
  await sidebar.sees('Test mode');
  await sidebar.sees('$2,765.00 is taken off your next payout.');
  // The second one asks for the payouts.
  const sync = '/api/serverless/sync-payments';
  expect(calls.map((url) => new URL(url).pathname)).toEqual([sync, sync]);
  await page.reload();
  await sidebar.sees('Disputed');
  expect(calls).toHaveLength(2);
});

test.for([
  { place: DEAL_SIDEBAR, id: '9001', says: ['Paid', '$4,660.20', 'Nothing to do'] },
  { place: DEAL_SIDEBAR, id: '9031', says: ['Paid', 'Pending', 'Fees pending'] },
  { place: DEAL_SIDEBAR, id: '9042', says: ['No payments'] },
  {
    place: CONTACT_SIDEBAR,
    id: STORY_IDS.pastDue.contact,
    says: ['Overdue', '$116.22', 'Latest payment failed: Insufficient funds'],
  },
])(
  'the sidebar of record $id shows its state after a sync',
  async ({ place, id, says }, { page, recordPage }) => {
    const sidebar = cardPageOf(page, recordPage.url, place);
    await sidebar.visit(id);
    await sidebar.sees('Not synced yet');
    await sidebar.part('sync-now').click();
    for (const text of says) await sidebar.sees(text);
  },
);

test('a week on the clock of the sandbox is a week for the cards and the functions too', async ({
  page,
  recordPage,
}) => {
  const sidebar = cardPageOf(page, recordPage.url, DEAL_SIDEBAR);
  await sidebar.visit('9034');
  await sidebar.part('sync-now').click();
  await sidebar.sees('synced this minute');
  await sidebar.stripeSide.open();
  await sidebar.stripeSide.moveClock('1 week');
  await sidebar.sees('synced 7 days ago');
  await sidebar.part('sync-now').click();
  await sidebar.sees('synced this minute');
});
