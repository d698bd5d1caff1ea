import { effects, openDealCard } from './card-page.tsx';
import {
  Accordion,
  Alert,
  Button,
  EmptyState,
  ErrorState,
  LoadingButton,
  LoadingSpinner,
  StatusTag,
  Tag,
} from '@hubspot/ui-extensions';
import { textsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge } from '../builders/charge.ts';
import { recordView } from '../builders/record-view.ts';
import { failure, readReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import { statisticsOf } from './statistics-of.ts';
import { textsIn as shownIn } from './texts-in.ts';

const english = textsIn('en');

const isErrorCode = (code: string): code is keyof typeof english.errors =>
  Object.hasOwn(english.errors, code);
const errorCodes = Object.keys(english.errors).filter(isErrorCode);

test('loading: says that it reads Stripe', () => {
  const card = openDealCard();
  expect(card.find(LoadingSpinner).props).toMatchObject({
    label: 'Loading payments from Stripe',
    showLabel: true,
  });
});

test('not set up: says so even where figures are saved, since nothing can be written', async () => {
  const saved = savedProperties(recordView([charge()]));
  const card = openDealCard({ saved, reads: [failure('not-set-up')] });
  await card.shows("Setup isn't finished");
  expect(card.text()).toContain(english.errors['not-set-up'].nextStep);
  expect(card.text()).not.toContain('$20.00');
});

test("no permission: asks the admin, without Stripe's own words about its keys", async () => {
  const detail = 'Having the rak_dispute_read permission would allow this request.';
  const card = openDealCard({ reads: [failure('stripe-permission', { detail })] });
  await card.shows('A permission is missing\nAsk your HubSpot admin to give the app access.');
  expect(card.find(ErrorState).props.type).toBe('lock');
  expect(card.text()).not.toContain('rak_');
});

test.each(errorCodes)('%s: no card shows a command or a secret of the account', async (code) => {
  const card = openDealCard({ reads: [failure(code)], syncs: [failure(code)] });
  card.clickSync();
  await effects();
  expect(card.text()).not.toMatch(/`|\bhs\b|npm|upload/);
});

test('a revoked key: Stripe is not connected, the details are folded, and a link leads to the page', async () => {
  const facts = { detail: 'Expired API Key provided: rk_live_***1', requestId: 'req_4' };
  const card = openDealCard({ reads: [failure('stripe-key-invalid', facts)] });
  await card.shows(
    "Stripe isn't connected right now\nAsk your HubSpot admin to reconnect Stripe.\nOpen the app's page\nDetails",
  );
  const { href, variant } = card.findByTestId(Button, 'open-app').props;
  expect(href).toEqual({ url: 'https://app.hubspot.com/app/42/77', external: true });
  expect([variant, card.findByTestId(LoadingButton, 'sync-now').props.variant]).toEqual([
    'primary',
    'secondary',
  ]);
  const folded = card.find(Accordion);
  expect(folded.props.defaultOpen).not.toBe(true);
  expect(card.text()).toContain('It may have been revoked or rolled. Request ID: req_4');
  expect(card.text()).not.toContain('rk_live');
});

test('partial: warns, shows what was read, and does not say unpaid', async () => {
  const problems = [{ code: 'stripe-rate-limited' }, { code: 'unknown-payment' }] as const;
  const card = openDealCard({
    reads: [readReply(recordView([charge({ amountMinor: 500 })], { problems }))],
  });
  await card.shows("Some payments couldn't be read");
  expect(card.findByTestId(Alert, 'partial-problem').props.variant).toBe('warning');
  expect(card.text()).toContain('Stripe is limiting requests for this account.');
  expect(card.text()).toContain(
    'If it is in "Assigned Stripe payments" on this record, correct it there.',
  );
  expect(card.text()).toContain('nothing is saved');
  expect(card.text()).toContain('$5.00');
  expect(card.findByTestId(StatusTag, 'payment-status').text).toBe('Incomplete');
  expect(statisticsOf(card)).toMatchObject({
    Paid: 'Not available',
    'Net received': 'Not available',
  });
  expect(card.text()).not.toContain('not paid yet');
});

// A figure that hangs on what was not read is left out, and the others stay.
test.each([
  ['dispute_read', 'Disputes', { Paid: '$5.00', 'Net received': 'Not available' }],
  ['invoice_read', 'Invoices', { Paid: '$5.00', 'Net received': '$4.12', Due: 'Not available' }],
  [
    'subscription_read',
    'Subscriptions',
    { Paid: '$5.00', 'Recurring per month (MRR)': 'Not available' },
  ],
  ['charge_read', 'Charges and Refunds', { Paid: 'Not available' }],
] as const)('incomplete without %s: no access to %s', async (permission, area, figures) => {
  const problems = [{ code: 'stripe-permission', permission }] as const;
  const view = recordView([charge({ amountMinor: 500 })], { problems });
  const card = openDealCard({ reads: [readReply(view)] });
  await card.shows(`Incomplete: no access to ${area}`);
  expect(card.findByTestId(StatusTag, 'payment-status').props.variant).toBe('warning');
  expect(statisticsOf(card)).toMatchObject(figures);
});

test('a disputed payment whose dispute was not read is incomplete, not paid', async () => {
  const problems = [{ code: 'stripe-permission', permission: 'dispute_read' }] as const;
  const view = recordView([charge({ isDisputed: true })], { problems });
  const card = openDealCard({ reads: [readReply(view)] });
  await card.shows('Incomplete: no access to Disputes');
  const tags = card.findAll(StatusTag).map(({ text }) => text);
  expect(tags).toEqual(['Incomplete: no access to Disputes', 'Incomplete']);
});

test('partial: an empty read that failed halfway is not called empty', async () => {
  const problems = [{ code: 'bad-id', detail: '"Acme"' }] as const;
  const card = openDealCard({ reads: [readReply(recordView([], { problems }))] });
  await card.shows('"Acme"');
  expect(card.maybeFind(EmptyState)).toBeNull();
  expect(card.text()).not.toContain('Payments (0)');
});

/** While HubSpot is busy the card repeats by itself: `busy.test.ts`. */
const lastingCodes = errorCodes.filter((code) => code !== 'hubspot-rate-limited');

test.each(lastingCodes)('%s: blocks with its message, a title and the next step', async (code) => {
  const card = openDealCard({ reads: [failure(code)] });
  const { message, nextStep } = english.errors[code];
  await card.shows(message);
  expect(card.text()).toContain(nextStep);
  expect(card.find(ErrorState).props.title).toMatch(
    /Couldn't read|isn't finished|isn't connected|is missing/,
  );
});

test.each(lastingCodes)('%s: a failed sync shows its message and the next step', async (code) => {
  const card = openDealCard({ syncs: [failure(code)] });
  card.clickSync();
  const { message, nextStep } = english.errors[code];
  await card.shows(message);
  expect(card.text()).toContain(nextStep);
});

test('an unknown code shows the message of the reply', async () => {
  const error = {
    code: 'from-next-year',
    message: 'Stripe moved.',
    nextStep: 'Follow it.',
  } as const;
  const card = openDealCard({ reads: [{ ok: false, error }] });
  await card.shows("Couldn't read the payments\nStripe moved. Follow it.");
});

const view = recordView([charge()]);
const empty = recordView([]);

test.each([
  ['payments', view],
  ['no payments', empty],
  ['no customer', { ...empty, linkedCustomerIds: [], customers: [] }],
])('the test mode is visible on a card with %s, and only in test mode', async (_, shown) => {
  const live = openDealCard({ reads: [readReply(shown)] });
  await live.shows('Live from Stripe');
  expect(live.findAll(Tag)).toEqual([]);
  const test = openDealCard({ reads: [readReply({ ...shown, mode: 'test' })] });
  await test.shows('Live from Stripe');
  expect(test.findAll(Tag).map(({ text }) => text)).toEqual(['Test\u00a0mode']);
});

test('the test mode of saved figures is visible too', () => {
  const saved = savedProperties({ ...view, mode: 'test' });
  expect(openDealCard({ saved }).text()).toContain('Test mode');
});

test('two permissions that are missing are one sentence with one "Details"', async () => {
  const problems = (['dispute_read', 'invoice_read'] as const).map((permission) => ({
    code: 'stripe-permission' as const,
    permission,
  }));
  const card = openDealCard({ reads: [readReply({ ...view, problems })] });
  await card.shows("Some payments couldn't be read");
  const [folded, ...others] = card
    .findByTestId(Alert, 'partial-problem')
    .findAll(Accordion, { title: 'Details' });
  expect(others).toEqual([]);
  const text = folded === undefined ? '' : shownIn(folded).join(' ');
  expect(text).toContain('Disputes');
  expect(text).toContain('Invoices');
});

test('names a missing permission as Stripe does, folded away', async () => {
  const detail = "The provided key does not have 'rak_charge_read'";
  const facts = { permission: 'charge_read', detail, requestId: 'req_4' } as const;
  const card = openDealCard({ reads: [failure('stripe-permission', facts)] });
  await card.shows('A permission is missing');
  const folded = card.find(Accordion);
  expect(folded.props.title).toBe('Details');
  expect(folded.props.defaultOpen).not.toBe(true);
  expect(card.text()).toContain(
    'Your Stripe key needs read access to Charges and Refunds. Request ID: req_4',
  );
});
