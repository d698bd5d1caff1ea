import { expect } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import type { ChargeRow } from '../../sandbox/stripe/entities/payments.ts';
import { chargesPaidBy } from './books.ts';
import { cardPageOf, DEAL_CARD } from './card-page.ts';
import { test } from './harness.ts';
import { linkPanelOf } from './link-panel.ts';

const NOT_LINKED = 'No Stripe customer linked';

/** HubSpot's search finds what was written some seconds later. */
const INDEXED_AFTER_MS = 60_000;

test('linking a searched customer shows its payments with that reason, and unlinking removes them', async ({
  deal,
  store,
}) => {
  const [charge] = chargesPaidBy(store, 'invoices@payables-desk.example');
  const customerId = charge?.customer ?? '';
  const panel = linkPanelOf(deal.page, deal.card);
  await deal.open(STORY_IDS.strangeAddress.deal);
  await deal.sees(NOT_LINKED);
  await panel.open();
  await panel.search('invoices@payables-desk.example', /Pinewood/i);
  await panel.link(customerId);
  await panel.close();
  await deal.sees(/^Linked customer: /);
  await deal.expectFigures({
    'Deal amount': '$2,120.00',
    Paid: '$2,120.00',
    'Net received': '$2,058.22',
  });
  await deal.expectProperties({ customer_id: customerId });

  await panel.open();
  await panel.unlink(customerId);
  await panel.close();
  await deal.sees(NOT_LINKED);
  await deal.expectProperties({ customer_id: '--' });
});

test('a candidate assigned on one of three deals is offered to be moved on another', async ({
  deal,
  openDeal,
  recordPage,
  store,
  stripe,
}) => {
  const [first, second, third] = STORY_IDS.threeDeals.deals;
  const [charge] = chargesPaidBy(store, 'maya@okonkwo-gallery.example');
  const chargeId = charge?.id ?? '';
  await deal.open(first);
  await deal.sees('Needs review (2)');
  await deal.sees('$2,145.00 may belong to this deal, and counts once you assign it.');
  await deal.part(`assign-${chargeId}`).click();
  await deal.sees('Needs review (1)');
  await deal.sees('Assigned manually');
  await deal.expectProperties({ payment_ids: chargeId });

  await stripe.send('POST', '/clock/advance', { durationMs: INDEXED_AFTER_MS });
  const other = await openDeal(second);
  await other.sees('Needs review (1)');
  await other.sees(
    "1 payment from these customers belongs to another deal and isn't counted here.",
  );
  expect(await other.card.getByText('$645.00').count()).toBe(0);
  const panel = linkPanelOf(other.page, other.card);
  await panel.open();
  await panel.assign(chargeId);
  await panel.sees('This payment counts on another deal now.');
  const link = panel.problem.getByRole('link', { name: 'Okonkwo Gallery spring opening' });
  expect(await link.getAttribute('href')).toBe(`#/deals/${first}`);
  await other.expectProperties({ payment_ids: '--' });

  const [opened] = await Promise.all([other.page.context().waitForEvent('page'), link.click()]);
  const claiming = cardPageOf(opened, recordPage.url, DEAL_CARD);
  await claiming.sees('Assigned manually');
  const claimingPanel = linkPanelOf(opened, claiming.card);
  await claimingPanel.open();
  await claimingPanel.unassign(chargeId);
  await claimingPanel.close();
  await claiming.sees('Needs review (2)');
  await claiming.expectProperties({ payment_ids: '--' });

  await stripe.send('POST', '/clock/advance', { durationMs: INDEXED_AFTER_MS });
  const last = await openDeal(third);
  await last.sees('Needs review (2)');
});

test('a payment assigned by its Dashboard link counts with that reason', async ({
  deal,
  store,
}) => {
  const [charge] = chargesPaidBy(store, 'bergen@fjordline.example');
  const intentId = charge?.paymentIntent ?? '';
  const panel = linkPanelOf(deal.page, deal.card);
  await deal.open('9041');
  await panel.open();
  await panel.assign(
    `https://dashboard.stripe.com/acct_1Sandbox/test/payments/${intentId}?x=1#top`,
  );
  await panel.sees(`${intentId} is assigned.`);
  await panel.close();
  await deal.sees('Assigned manually');
  await deal.expectProperties({ payment_ids: intentId });
  await panel.open();
  await panel.unassign(intentId);
  await panel.close();
  await deal.sees(NOT_LINKED);
});

/** One payment that the metadata at Stripe gives to another deal of the same contact. */
function namedElsewhere(charges: readonly ChargeRow[]): string {
  return charges.find(({ description }) => description === 'Porch glazing')?.id ?? '';
}

test('assigning a payment whose metadata names another deal needs a confirmation', async ({
  deal,
  store,
}) => {
  const [left, , named] = STORY_IDS.claimedPayments.deals;
  const id = namedElsewhere(chargesPaidBy(store, 'ilse@vermeer-atelier.example'));
  const panel = linkPanelOf(deal.page, deal.card);
  await deal.open(left);
  await panel.open();
  await panel.assign(id);
  await panel.sees('The Stripe metadata of this payment references another deal.');
  const link = panel.problem.getByRole('link', { name: 'Vermeer Atelier porch glazing' });
  expect(await link.getAttribute('href')).toBe(`#/deals/${named}`);
  await panel.dialog.getByRole('button', { name: 'Move here' }).click();
  await panel.sees(`${id} is assigned.`);
  await deal.expectProperties({ payment_ids: id });
  await panel.unassign(id);
  await deal.expectProperties({ payment_ids: '--' });
});

test.for([
  { pasted: 'pi_3OtherModeOnly00', says: "This ID is from Stripe's other mode" },
  { pasted: 'ch_3NoSuchCharge', says: "This payment doesn't exist in Stripe." },
  { pasted: 'in_1NoSuchInvoice', says: "This invoice doesn't exist in Stripe." },
  { pasted: 'sub_1NoSuchOne', says: "This subscription doesn't exist in Stripe." },
  { pasted: 'invoice 17', says: "This ID or link isn't of a payment" },
  { pasted: 'po_1RkQ2', says: "This ID or link isn't of a payment" },
  { pasted: 'https://evil.example/payments/pi_3x', says: "This ID or link isn't of a payment" },
])(
  'pasting "$pasted" is refused and writes nothing',
  async ({ pasted, says }, { deal, recordPage }) => {
    recordPage.world.stripe.world.addOtherModeId('pi_3OtherModeOnly00');
    const panel = linkPanelOf(deal.page, deal.card);
    await deal.open('9041');
    await panel.open();
    await panel.assign(pasted);
    await panel.sees(says);
    await deal.expectProperties({ payment_ids: '--' });
  },
);

test('a double click assigns once', async ({ deal, store, stripe }) => {
  const [first] = STORY_IDS.threeDeals.deals;
  const [, charge] = chargesPaidBy(store, 'maya@okonkwo-gallery.example');
  const id = charge?.id ?? '';
  const calls: string[] = [];
  deal.page.on('request', (request) => {
    if (request.url().endsWith('/api/serverless/link-payments')) calls.push(request.method());
  });
  await deal.open(first);
  await stripe.setLatency(300);
  await deal.part(`assign-${id}`).dblclick();
  await stripe.setLatency(0);
  await deal.sees('Needs review (1)');
  expect(calls).toEqual(['POST']);
  const panel = linkPanelOf(deal.page, deal.card);
  await panel.open();
  await panel.unassign(id);
});

test('a payment of the people of a deal is selected and moved; the focus comes back to the button', async ({
  deal,
  openDeal,
  store,
  stripe,
}) => {
  const [first, second] = STORY_IDS.threeDeals.deals;
  const [charge] = chargesPaidBy(store, 'maya@okonkwo-gallery.example');
  const id = charge?.id ?? '';
  await deal.open(first);
  await deal.part(`assign-${id}`).click();
  await deal.expectProperties({ payment_ids: id });
  await stripe.send('POST', '/clock/advance', { durationMs: INDEXED_AFTER_MS });
  const other = await openDeal(second);
  const panel = linkPanelOf(other.page, other.card);
  await panel.open();
  await panel.sees('Counts on');
  // The card is in a worker, so the box is checked a moment after the click.
  await panel.dialog.getByRole('checkbox', { name: /\$645\.00/ }).click();
  await panel.sees('Moves from');
  await panel.dialog.getByRole('button', { name: 'Move 1 payment here' }).click();
  await panel.sees('Moved from');
  await panel.sees('Counts here');
  await other.page.keyboard.press('Escape');
  await panel.dialog.waitFor({ state: 'hidden' });
  expect(await other.card.locator(':focus').textContent()).toBe('Match payments');
  await other.expectProperties({ payment_ids: id });
  await panel.open();
  expect(await panel.dialog.getByText('Moved from').count()).toBe(0);
  await panel.unassign(id);
});
