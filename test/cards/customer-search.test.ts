import './card-page.tsx';
import { Alert, Button, Input, SearchInput, Table, Text } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';
import { charge } from '../builders/charge.ts';
import { recordView } from '../builders/record-view.ts';
import { readReply } from '../builders/replies.ts';
import { deferredAnswer } from './deferred-answer.ts';
import { effects } from './card-page.tsx';
import { fire } from './fire.ts';
import { alertText, assign, openPanel, panelText, search } from './link-panel.ts';
import { textsIn } from './texts-in.ts';
import { foundCustomer, searchReply } from './views.ts';

test('an already linked customer has a tag and no button', async () => {
  const card = await openPanel({
    reads: [readReply(recordView([charge()]))],
    links: [searchReply([foundCustomer({ id: 'cus_1', isLinked: true })])],
  });
  await search(card, 'ada');
  expect(textsIn(card.findByTestId(Table, 'customer-results'))).toContain('Linked');
  expect(card.maybeFindByTestId(Button, 'link-cus_1')).toBeNull();
});

test('a search without results says what to try', async () => {
  const card = await openPanel({ links: [searchReply([])] });
  await search(card, 'unknown');
  expect(card.findByTestId(Text, 'no-customer-found').text).toContain('matches "unknown".');
  const { description } = card.findByTestId(SearchInput, 'customer-search').props;
  expect(description).toContain('the customer ID (cus_...)');
});

const REFUSED = 'Type a name, an email or a Stripe ID: 3 to 300 characters.';

test.each([['@'], ['...'], ['x'.repeat(3_000)]])(
  'a text that names no one is refused in place, without a call',
  async (text) => {
    const card = await openPanel({ links: [searchReply([foundCustomer()])] });
    await search(card, text);
    const field = () => card.findByTestId(SearchInput, 'customer-search').props;
    expect(field()).toMatchObject({ error: true, validationMessage: REFUSED });
    expect(card.callsOf('link-payments')).toEqual([]);
    await search(card, 'grace');
    expect(field()).toMatchObject({ error: false, value: 'grace' });
    expect(card.findByTestId(Table, 'customer-results')).toBeDefined();
  },
);

test('a customer pasted where payments are assigned leaves no older text or refusal behind', async () => {
  const card = await openPanel({
    links: [{ ok: false, error: { code: 'bad-id' } }],
  });
  await assign(card, 'x'.repeat(3_000));
  expect(JSON.stringify(card.callsOf('link-payments')).length).toBeLessThan(1_000);
  expect(card.maybeFindByTestId(Alert, 'link-problem')).not.toBeNull();
  await assign(card, 'cus_2');
  expect(card.maybeFindByTestId(Alert, 'link-problem')).toBeNull();
  expect(card.findByTestId(Input, 'assign-id').props.value).toBe('');
});

test('a failed search says why and can be repeated', async () => {
  const card = await openPanel({
    links: [{ ok: false, error: { code: 'stripe-unreachable' } }, searchReply([foundCustomer()])],
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

test('an answer to an older search is dropped', async () => {
  const first = deferredAnswer();
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
