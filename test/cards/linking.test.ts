import { openCard } from './card-page.tsx';
import { Alert, Button, Table } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';
import { charge } from '../builders/charge.ts';
import { customer } from '../builders/customer.ts';
import { recordView } from '../builders/record-view.ts';
import { readReply } from '../builders/replies.ts';
import { deferredAnswer } from './deferred-answer.ts';
import { effects } from './card-page.tsx';
import { empty, openPanel, panelText, search, unlinked } from './link-panel.ts';
import { parametersOf } from './extension-life.tsx';
import { textsIn } from './texts-in.ts';
import { changeReply, foundCustomer, searchReply, viewOf } from './views.ts';

test('the link button is primary where nothing is linked, and opens the panel', async () => {
  const card = await openPanel();
  const button = card.findByTestId(Button, 'link-customer');
  expect(button.props).toMatchObject({ variant: 'primary' });
  expect(button.text).toBe('Match payments');
  expect(panelText(card)).toContain('No customer linked yet. Search for one above.');
});

test('a search shows name, email, id and creation date, and links one customer', async () => {
  const grace = foundCustomer();
  const nameless = foundCustomer({ id: 'cus_8', name: null, email: null });
  const linked = recordView([charge()]);
  const card = await openPanel({
    links: [searchReply([grace, nameless]), changeReply('link', 'cus_9')],
    reads: [readReply(empty), readReply(linked)],
  });
  await search(card, ' hopper ');
  expect(parametersOf(card, 'link-payments')).toEqual([
    { objectType: 'deal', action: 'search', query: 'hopper' },
  ]);
  const results = textsIn(card.findByTestId(Table, 'customer-results'));
  expect(results).toEqual([
    'Customer',
    'Link customer',
    'Grace Hopper',
    'grace@northwind.example',
    'cus_9',
    'Customer since Sep 21, 2026',
    'Link customer',
    'Show payments',
    'No name',
    'No email',
    'cus_8',
    'Customer since Sep 21, 2026',
    'Link customer',
    'Show payments',
  ]);
  card.findByTestId(Button, 'link-cus_9').trigger('onClick');
  await card.shows('$20.00');
  expect(parametersOf(card, 'link-payments')[1]).toEqual({
    objectType: 'deal',
    action: 'link',
    customerId: 'cus_9',
  });
  expect(card.findByTestId(Alert, 'link-done').props.title).toBe('Grace Hopper is linked.');
  expect(panelText(card)).toContain('The new figures are saved.');
});

test('a double click links once', async () => {
  const link = deferredAnswer();
  const card = await openPanel({ links: [searchReply([foundCustomer()]), link.promise] });
  await search(card, 'grace');
  const button = card.findByTestId(Button, 'link-cus_9');
  button.trigger('onClick');
  button.trigger('onClick');
  await effects();
  expect(card.callsOf('link-payments')).toHaveLength(2);
  expect(card.findByTestId(Button, 'link-cus_9').props.disabled).toBe(true);
  expect(panelText(card)).toContain('Saving the change');
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

test('unlinking asks for confirmation, with a destructive button', async () => {
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
  await card.shows('No Stripe customer linked');
  expect(parametersOf(card, 'link-payments')).toEqual([
    { objectType: 'deal', action: 'unlink', customerId: 'cus_1' },
  ]);
});

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
  expect(parametersOf(card, 'link-payments')).toEqual([
    { objectType: name, action: 'search', query: 'grace' },
    { objectType: name, action: 'link', customerId: 'cus_9' },
  ]);
});
