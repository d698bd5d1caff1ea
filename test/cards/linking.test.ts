import { openCard } from './card-page.tsx';
import {
  Alert,
  Button,
  Checkbox,
  Input,
  Link,
  LoadingButton,
  SearchInput,
  Table,
  Text,
} from '@hubspot/ui-extensions';
import { replyError } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge } from '../builders/charge.ts';
import { customer } from '../builders/customer.ts';
import { recordView } from '../builders/record-view.ts';
import { readReply } from '../builders/replies.ts';
import { answerLater } from './answer-later.ts';
import type { CardOptions, CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { fire } from './fire.ts';
import { panelTexts } from './panel-texts.ts';
import { textsIn } from './texts-in.ts';
import { changeReply, foundCustomer, searchReply, viewOf } from './views.ts';

const empty = recordView([], { linkedCustomerIds: [], customers: [] });
const unlinked = { stripe_customer_id: '', stripe_payment_ids: '' };

async function openPanel(options: CardOptions = {}): Promise<CardPage> {
  const card = openCard('deal', { saved: unlinked, reads: [readReply(empty)], ...options });
  await effects();
  return card;
}

const panelText = (card: CardPage): string => panelTexts(card).join('\n');

const alertText = (card: CardPage, testId: string): string =>
  textsIn(card.findByTestId(Alert, testId)).join('\n');

const parametersOf = (card: CardPage): readonly unknown[] =>
  card
    .callsOf('link-payments')
    .map(({ options }) => (options as { readonly parameters: unknown }).parameters);

async function search(card: CardPage, query: string): Promise<void> {
  fire(card.findByTestId(SearchInput, 'customer-search'), 'onInput', query);
  card.findByTestId(Button, 'search').trigger('onClick');
  await effects();
}

async function assign(card: CardPage, pasted: string): Promise<void> {
  fire(card.findByTestId(Input, 'assign-id'), 'onInput', pasted);
  card.findByTestId(LoadingButton, 'assign').trigger('onClick');
  await effects();
}

test('the button that links is secondary and carries the panel', async () => {
  const card = await openPanel();
  const button = card.findByTestId(Button, 'link-customer');
  expect(button.props).toMatchObject({ variant: 'secondary' });
  expect(button.text).toBe('Link a customer');
  expect(panelText(card)).toContain('No customer is linked yet. Find one below.');
});

test('a search shows name, address, id and since when, and links one customer', async () => {
  const grace = foundCustomer();
  const nameless = foundCustomer({ id: 'cus_8', name: null, email: null });
  const linked = recordView([charge()]);
  const card = await openPanel({
    links: [searchReply([grace, nameless]), changeReply('link', 'cus_9')],
    reads: [readReply(empty), readReply(linked)],
  });
  await search(card, ' hopper ');
  expect(parametersOf(card)).toEqual([{ objectType: 'deal', action: 'search', query: 'hopper' }]);
  const results = textsIn(card.findByTestId(Table, 'customer-results'));
  expect(results).toEqual([
    'Customer',
    'Link',
    'Grace Hopper',
    'grace@northwind.example',
    'cus_9',
    'Customer since Sep 21, 2026',
    'Link',
    'No name',
    'No email address',
    'cus_8',
    'Customer since Sep 21, 2026',
    'Link',
  ]);
  card.findByTestId(Button, 'link-cus_9').trigger('onClick');
  await card.shows('20.00 USD');
  expect(parametersOf(card)[1]).toEqual({
    objectType: 'deal',
    action: 'link',
    customerId: 'cus_9',
  });
  expect(card.findByTestId(Alert, 'link-done').props.title).toBe('cus_9 is linked.');
  expect(panelText(card)).toContain('Press "Sync now" to save the new figures.');
});

test('a customer that is linked already is tagged, and has no button', async () => {
  const card = await openPanel({
    reads: [readReply(recordView([charge()]))],
    links: [searchReply([foundCustomer({ id: 'cus_1', isLinked: true })])],
  });
  await search(card, 'ada');
  expect(textsIn(card.findByTestId(Table, 'customer-results'))).toContain('Linked');
  expect(card.maybeFindByTestId(Button, 'link-cus_1')).toBeNull();
});

test('a search that finds nobody says what to try', async () => {
  const card = await openPanel({ links: [searchReply([])] });
  await search(card, 'nobody');
  expect(card.findByTestId(Text, 'nobody-found').text).toContain("paste the customer's id");
});

test('a search that fails tells why, and can be repeated', async () => {
  const card = await openPanel({
    links: [{ ok: false, error: replyError('stripe-unreachable') }, searchReply([foundCustomer()])],
  });
  await search(card, 'grace');
  expect(alertText(card, 'search-problem')).toContain('Try again in a minute.');
  await search(card, 'grace');
  expect(card.maybeFindByTestId(Alert, 'search-problem')).toBeNull();
  expect(card.findByTestId(Table, 'customer-results')).toBeDefined();
});

test('leaving the field after a search does not search again, and clearing it forgets the results', async () => {
  const card = await openPanel({ links: [searchReply([foundCustomer()])] });
  await search(card, 'grace');
  const field = card.findByTestId(SearchInput, 'customer-search');
  fire(field, 'onChange', 'grace');
  await effects();
  expect(card.callsOf('link-payments')).toHaveLength(1);
  fire(field, 'onChange', '');
  await effects();
  expect(card.maybeFindByTestId(Table, 'customer-results')).toBeNull();
  expect(card.callsOf('link-payments')).toHaveLength(1);
});

test('the answer of a search that was overtaken is dropped', async () => {
  const first = answerLater();
  const card = await openPanel({
    links: [first.promise, searchReply([foundCustomer({ name: 'Second' })])],
  });
  await search(card, 'first');
  await search(card, 'second');
  first.answer(searchReply([foundCustomer({ name: 'First' })]));
  await effects();
  expect(panelText(card)).toContain('Second');
  expect(panelText(card)).not.toContain('First');
});

test('a double click links once', async () => {
  const link = answerLater();
  const card = await openPanel({ links: [searchReply([foundCustomer()]), link.promise] });
  await search(card, 'grace');
  const button = card.findByTestId(Button, 'link-cus_9');
  button.trigger('onClick');
  button.trigger('onClick');
  await effects();
  expect(card.callsOf('link-payments')).toHaveLength(2);
  expect(card.findByTestId(Button, 'link-cus_9').props.disabled).toBe(true);
  expect(panelText(card)).toContain('Saving the choice');
  link.answer(changeReply('link', 'cus_9'));
  await effects();
  expect(card.findByTestId(Button, 'link-cus_9').props.disabled).toBe(false);
});

test('a change reads once more, and not again when the new property arrives', async () => {
  const card = await openPanel({
    reads: [readReply(empty), readReply(recordView([charge()]))],
    links: [searchReply([foundCustomer()]), changeReply('link', 'cus_9')],
  });
  await search(card, 'grace');
  card.findByTestId(Button, 'link-cus_9').trigger('onClick');
  await effects();
  expect(card.callsOf('get-payments')).toHaveLength(2);
  expect(card.mocks.actions.refreshObjectProperties.callCount).toBe(1);
  card.setSaved({ stripe_customer_id: 'cus_9', stripe_payment_ids: '' });
  await effects();
  expect(card.callsOf('get-payments')).toHaveLength(2);
});

test('what was so already is told, and nothing is read again', async () => {
  const card = await openPanel({ links: [changeReply('assign', 'ch_5', { changes: [] })] });
  await assign(card, 'ch_5');
  expect(card.findByTestId(Alert, 'link-done').props.title).toBe('ch_5 is assigned.');
  expect(card.callsOf('get-payments')).toHaveLength(1);
});

test('unlinking asks in place first, with a destructive button', async () => {
  const view = viewOf('deal', { charges: [charge()], customers: [customer()] });
  const card = await openPanel({
    reads: [readReply(view), readReply(empty)],
    links: [changeReply('unlink', 'cus_1')],
  });
  expect(panelText(card)).toContain('Ada Lovelace, ada@example.com\ncus_1');
  card.findByTestId(Button, 'unlink-cus_1').trigger('onClick');
  expect(panelText(card)).toContain('Unlink Ada Lovelace, ada@example.com?');
  card.findByTestId(Button, 'unlink-cus_1-keep').trigger('onClick');
  expect(card.maybeFindByTestId(Button, 'unlink-cus_1-confirm')).toBeNull();
  expect(card.callsOf('link-payments')).toEqual([]);
  card.findByTestId(Button, 'unlink-cus_1').trigger('onClick');
  const confirm = card.findByTestId(Button, 'unlink-cus_1-confirm');
  expect(confirm.props.variant).toBe('destructive');
  confirm.trigger('onClick');
  await card.shows('No Stripe customer is linked');
  expect(parametersOf(card)).toEqual([
    { objectType: 'deal', action: 'unlink', customerId: 'cus_1' },
  ]);
});

test('what is pasted is assigned as it is, and Stripe is written to only on request', async () => {
  const address = 'https://dashboard.stripe.com/test/payments/pi_1';
  const written = changeReply('assign', 'pi_1', { stripeCopy: { status: 'written' } });
  const card = await openPanel({ links: [changeReply('assign', 'pi_1'), written] });
  const checkbox = card.findByTestId(Checkbox, 'also-in-stripe');
  expect(checkbox.props.checked).toBe(false);
  expect(checkbox.props.description).toContain('needs the write permission');
  await assign(card, ` ${address} `);
  fire(card.findByTestId(Checkbox, 'also-in-stripe'), 'onChange', true);
  await assign(card, address);
  const wanted = { objectType: 'deal', action: 'assign', id: address };
  expect(parametersOf(card)).toEqual([
    { ...wanted, alsoInStripe: false },
    { ...wanted, alsoInStripe: true },
  ]);
  expect(panelText(card)).toContain('It was written to Stripe as well.');
});

test('nothing can be assigned from an empty field', async () => {
  const card = await openPanel();
  expect(card.findByTestId(LoadingButton, 'assign').props.disabled).toBe(true);
  expect(card.findByTestId(Button, 'search').props.disabled).toBe(true);
});

test('assigned ids are listed, also one of which nothing is found, and can be unassigned', async () => {
  const view = viewOf('deal', { charges: [charge()] }, { assignedIds: ['ch_1', 'pi_gone'] });
  const card = await openPanel({
    reads: [readReply(view)],
    links: [changeReply('unassign', 'pi_gone')],
  });
  expect(panelText(card)).toContain(
    'ch_1\nUnassign\nNothing counted here comes from this id.\npi_gone\nUnassign',
  );
  card.findByTestId(Button, 'unassign-pi_gone').trigger('onClick');
  card.findByTestId(Button, 'unassign-pi_gone-confirm').trigger('onClick');
  await effects();
  expect(parametersOf(card)).toEqual([
    { objectType: 'deal', action: 'unassign', id: 'pi_gone', alsoInStripe: false },
  ]);
});

test('ids can be taken away even where nothing can be read', async () => {
  const card = await openPanel({
    saved: { stripe_customer_id: 'cus_1; cus_2', stripe_payment_ids: 'ch_1,ch_1 Acme' },
    reads: [{ ok: false, error: replyError('unknown-customer') }],
  });
  const ids = card.findAll(Button).map(({ props }) => props.testId);
  expect(ids).toEqual(
    expect.arrayContaining(['unlink-cus_1', 'unlink-cus_2', 'unassign-ch_1', 'unassign-Acme']),
  );
});

const claimedBy = { objectType: 'deal', recordId: '77', name: 'Annual plan' } as const;

test.each([
  'bad-pasted-id',
  'wrong-mode',
  'unknown-payment',
  'unknown-invoice',
  'too-many-ids',
  'stripe-permission',
  'hubspot-permission',
] as const)('a refusal %s is told in place with its next step, and reads nothing', async (code) => {
  const error = replyError(code, { detail: 'Facts.', reference: 'req_1' });
  const card = await openPanel({ links: [{ ok: false, error }] });
  await assign(card, 'ch_1');
  const text = alertText(card, 'link-problem');
  expect(text).toContain(error.message);
  expect(text).toContain(error.nextStep);
  expect(text).toContain('Facts.');
  expect(card.maybeFindByTestId(Button, 'assign-anyway')).toBeNull();
  expect(card.callsOf('get-payments')).toHaveLength(1);
});

test('what another deal has names that deal and leads there', async () => {
  const error = replyError('claimed-by-other-deal', { claimedBy });
  const card = await openPanel({ links: [{ ok: false, error }] });
  await assign(card, 'ch_1');
  const link = card.findByTestId(Alert, 'link-problem').find(Link);
  expect(link.text).toBe('Annual plan');
  expect(link.props.href).toEqual({
    url: 'https://app.hubspot.com/contacts/42/record/0-3/77',
    external: true,
  });
  expect(card.maybeFindByTestId(Button, 'assign-anyway')).toBeNull();
});

test('what Stripe says is of another deal can be assigned here anyway, with the same wishes', async () => {
  const error = replyError('claimed-in-stripe', { claimedBy });
  const card = await openPanel({
    links: [{ ok: false, error }, changeReply('assign', 'ch_1')],
  });
  fire(card.findByTestId(Checkbox, 'also-in-stripe'), 'onChange', true);
  await assign(card, 'ch_1');
  card.findByTestId(Button, 'assign-anyway').trigger('onClick');
  await effects();
  expect(parametersOf(card)[1]).toEqual({
    objectType: 'deal',
    action: 'assign',
    id: 'ch_1',
    alsoInStripe: true,
    despiteClaim: true,
  });
  expect(card.maybeFindByTestId(Alert, 'link-problem')).toBeNull();
});

test('a choice that Stripe could not be told stands, and both are said', async () => {
  const error = replyError('stripe-write-permission', { detail: 'rak_charge_write' });
  const reply = changeReply('assign', 'ch_1', { stripeCopy: { status: 'failed', error } });
  const card = await openPanel({ links: [reply] });
  await assign(card, 'ch_1');
  expect(card.findByTestId(Alert, 'link-done').props.variant).toBe('success');
  expect(card.findByTestId(Alert, 'copy-problem').props).toMatchObject({
    variant: 'warning',
    title: 'It was not written to Stripe',
  });
  expect(panelText(card)).toContain('rak_charge_write');
});

test.each([undefined, null, {}, { ok: true }, { ok: true, action: 'assign' }, 'killed'])(
  'an answer %j is told as none, and properties are read again all the same',
  async (answer) => {
    const card = await openPanel({ links: [answer] });
    await assign(card, 'ch_1');
    expect(alertText(card, 'link-problem')).toContain('The app did not answer.');
    expect(card.mocks.actions.refreshObjectProperties.callCount).toBe(1);
  },
);

test.each(['contact', 'company'] as const)('a %s links its customers too', async (name) => {
  const card = openCard(name, {
    saved: unlinked,
    reads: [readReply({ ...empty, objectType: name })],
    links: [searchReply([foundCustomer()]), changeReply('link', 'cus_9')],
  });
  await effects();
  await search(card, 'grace');
  card.findByTestId(Button, 'link-cus_9').trigger('onClick');
  await effects();
  expect(parametersOf(card)).toEqual([
    { objectType: name, action: 'search', query: 'grace' },
    { objectType: name, action: 'link', customerId: 'cus_9' },
  ]);
});
