import { Alert } from '@hubspot/ui-extensions';
import { CrmPropertyList } from '@hubspot/ui-extensions/crm';
import type { ListedSubscription } from '@stripe-payments/core';
import { money } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { recordView } from '../../builders/record-view.ts';
import { syncReply } from '../../builders/replies.ts';
import { ok, openActions, overview, paymentRequest, plain } from './actions-page.tsx';

const ada = { id: 'cus_1', name: 'Ada Lovelace', email: 'ada@x.example' };

const subscription = (overrides: Partial<ListedSubscription> = {}): ListedSubscription => ({
  id: 'sub_1',
  status: 'active',
  price: money(5_000, 'usd'),
  interval: 'month',
  intervalCount: 1,
  periodEnd: 1_797_000_000,
  endsAt: null,
  isCollectionPaused: false,
  customer: ada,
  names: [],
  items: [],
  next: null,
  ...overrides,
});

const opened = async (
  subscriptions: readonly ListedSubscription[],
  changes: readonly unknown[] = [],
) => {
  const card = openActions({
    requests: [ok(overview({ subscriptions }))],
    changes,
    syncs: [syncReply(recordView([]))],
  });
  await card.shows(`Subscriptions (${String(subscriptions.length)})`);
  return card;
};

const KINDS = [
  'cancel-at-period-end',
  'keep-subscription',
  'cancel-now',
  'pause-collection',
  'resume-collection',
];

test('each subscription has what can be done to it, and no more', async () => {
  const card = await opened([
    subscription(),
    subscription({ id: 'sub_3', status: 'incomplete' }),
    subscription({ id: 'sub_2', endsAt: 1_797_000_000, isCollectionPaused: true }),
  ]);
  const offered = (id: string) => KINDS.filter((kind) => card.button(`${kind}-${id}`) !== null);
  expect(offered('sub_1')).toEqual(['cancel-at-period-end', 'cancel-now', 'pause-collection']);
  expect(offered('sub_2')).toEqual(['keep-subscription', 'cancel-now', 'resume-collection']);
  expect(offered('sub_3')).toEqual(['cancel-now']);
  await card.shows('Subscription, every month');
  await card.shows('Collection paused');
});

test('a subscription has the names of its products and what its next invoice asks for; its end has no next invoice', async () => {
  const change = subscription();
  const prepared = {
    ...{ step: 'prepared', digest: 'd', confirmation: null },
    preview: { kind: 'cancel-at-period-end', subscription: change, openInvoices: [] },
  };
  const listed = subscription({ names: ['Seat', ' '], next: money(5_900, 'usd') });
  const card = await opened([listed], [ok(prepared)]);
  expect(plain(card.text())).toMatch(/Seat, every month[^]*Next invoice Dec \d+, 2026: \$59\.00/);
  await card.open('panel-cancel-at-period-end-sub_1');
  expect(card.panel('panel-cancel-at-period-end-sub_1')).not.toContain('Next invoice');
});

test('a record without subscriptions has no part for them', async () => {
  const card = openActions({ requests: [ok(overview())] });
  await card.shows('No payment requests yet');
  expect(card.button('cancel-now-sub_1')).toBeNull();
});

test('where changing subscriptions is on and none is linked, the card says how one comes here', async () => {
  const kinds = ['links', 'subscriptions'] as const;
  const card = openActions({ requests: [ok(overview({ kinds }))] });
  await card.shows('link its customer under "Match payments"');
  expect(card.text()).toContain('No payment requests yet');
});

test('where changing subscriptions is off, nothing is said of them', async () => {
  const card = openActions({ requests: [ok(overview())] });
  await card.shows('No payment requests yet');
  expect(card.text()).not.toContain('Subscriptions of linked customers');
});

test('what ends a subscription is confirmed in the property, and says what Stripe does', async () => {
  const prepared = {
    ...{ step: 'prepared', digest: 'digest-3' },
    confirmation: { text: 'CANCEL 50.00 USD 7F3K9Q', validUntilMs: 1_795_369_800_000 },
    preview: { kind: 'cancel-at-period-end', subscription: subscription(), openInvoices: [] },
  };
  const ending = subscription({ endsAt: 1_797_000_000 });
  const done = {
    ...{ step: 'done', isExisting: false, userId: '31', isSyncNeeded: true, line: 'no-permission' },
    outcome: { kind: 'cancel-at-period-end', subscription: ending },
  };
  const card = await opened([subscription()], [ok(prepared), ok(done)]);
  const panel = 'panel-cancel-at-period-end-sub_1';
  await card.open(panel);
  expect(card.panel(panel)).toContain('The subscription runs until Dec 11, 2026 and then ends.');
  expect(card.panel(panel)).toContain('CANCEL 50.00 USD 7F3K9Q');
  expect(card.maybeFind(CrmPropertyList, {})).not.toBeNull();
  await card.click('change-confirm');
  expect(card.findByTestId(Alert, 'change-done').props.title).toBe('Subscription set to end');
  expect(card.panel(panel)).toContain('Confirmed by HubSpot user 31.');
  expect(card.panel(panel)).toContain('No note was left on the timeline');
  expect(card.asked('manage-billing')[1]).toMatchObject({
    step: 'confirm',
    change: { kind: 'cancel-at-period-end', id: 'sub_1' },
    confirmation: 'CANCEL 50.00 USD 7F3K9Q',
  });
});

test('a customer whose payment failed gets a link to copy, of which the card says how long it works', async () => {
  const prepared = {
    step: 'prepared',
    digest: 'd',
    confirmation: null,
    preview: { kind: 'card-link', customer: ada },
  };
  const url = 'https://billing.stripe.com/p/session/test_1';
  const done = {
    ...{ step: 'done', isExisting: false, userId: null, isSyncNeeded: false, line: 'left' },
    outcome: { kind: 'card-link', customer: ada, url },
  };
  const card = openActions({
    requests: [ok(overview({ failing: [ada] }))],
    changes: [ok(prepared), ok(done)],
  });
  await card.shows('A payment failed or is overdue');
  await card.open('panel-card-link-cus_1');
  expect(plain(card.panel('panel-card-link-cus_1'))).toContain('works for a few minutes only');
  await card.click('change-confirm');
  expect(card.button('copy-card-cus_1')).not.toBeNull();
  expect(card.calls.filter((uid) => uid === 'sync-payments')).toEqual([]);
});

const open = { id: 'in_3', number: 'INV-0003', open: money(5_000, 'usd') };

test.each([
  ['cancel-now', 'The customer can still pay what stays open. To end it, void it'],
  ['pause-collection', 'Stripe keeps collecting what stays open. To end it, void it'],
] as const)('%s says which invoices stay open, and what to do', async (kind, next) => {
  const prepared = (openInvoices: readonly object[]) => ({
    ...{ step: 'prepared', digest: 'd', confirmation: null },
    preview: { kind, subscription: subscription(), openInvoices },
  });
  const card = await opened([subscription()], [ok(prepared([])), ok(prepared([open]))]);
  const panel = `panel-${kind}-sub_1`;
  await card.open(panel);
  expect(card.panel(panel)).not.toContain('stays open');
  await card.open(panel);
  expect(plain(card.panel(panel))).toContain('Invoice INV-0003 stays open: $50.00 to be paid.');
  expect(plain(card.panel(panel))).toContain(next);
});

test('an invoice of a subscription names it, and one that Stripe charges is not emailed', async () => {
  const billed = paymentRequest({
    ...{ kind: 'invoice', id: 'in_3', number: 'INV-0003' },
    subscription: { id: 'sub_1', label: '2 × Seat' },
  });
  const requests = [billed, { ...billed, id: 'in_4', isCharged: true }];
  const card = openActions({ requests: [ok(overview({ requests }))] });
  await card.shows('Subscription: 2 × Seat\n');
  expect(card.text()).toContain("Stripe charges it automatically, so it isn't emailed");
  const offered = ['in_3', 'in_4'].map((id) => card.button(`send-invoice-${id}`) !== null);
  expect(offered).toEqual([true, false]);
  expect(card.button('void-invoice-in_4')).not.toBeNull();
});

test('a list that was not read to its end says so', async () => {
  const requests = [paymentRequest()];
  const card = openActions({ requests: [ok(overview({ requests, areRequestsComplete: false }))] });
  await card.shows('Older ones may be missing here.');
});

test.each([
  ['for one reason is said once', { detail: 'cus_gone' }, 1],
  ['for two reasons is said twice', { detail: 'cus_other' }, 2],
])('what is missing %s', async (_what, other, alerts) => {
  const problem = { code: 'unknown-customer', detail: 'cus_gone' } as const;
  const missing = {
    requestsProblem: problem,
    subscriptionsProblem: { ...problem, ...other },
  };
  const card = openActions({ requests: [ok(overview(missing))] });
  await card.shows("couldn't be read");
  expect(card.text().split("couldn't be read").length - 1).toBe(alerts);
});
