import './card-page.tsx';
import { Alert, Button, Checkbox, Link, Panel, SearchInput, Text } from '@hubspot/ui-extensions';
import type { LinkPaymentsReply, ListedPayment } from '@stripe-payments/core';
import { money, textsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { paymentName } from '../../src/app/cards/linking/choice-lines.ts';
import type { CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { deferredAnswer } from './deferred-answer.ts';
import { parametersOf } from './extension-life.tsx';
import { fire } from './fire.ts';
import { readReply } from '../builders/replies.ts';
import { alertText, assign, empty, openPanel, panelText, search, unlinked } from './link-panel.ts';
import { changeReply, foundCustomer, searchReply } from './views.ts';

const LANG = { 77: 'Lang Botanics' };
const lang = { objectType: 'deal', recordId: '77' } as const;

const listed = (id: string, overrides: Partial<ListedPayment> = {}): ListedPayment => ({
  id,
  paymentIntentId: `pi_of_${id}`,
  created: 1_795_367_109,
  description: 'Spring order',
  status: 'paid',
  amount: { minor: 2_000, currency: 'usd' },
  customer: { id: 'cus_1', name: 'Ada Lovelace', email: 'ada@example.com' },
  isAssigned: false,
  countsOn: null,
  contenders: [],
  ...overrides,
});

const listReply = (...payments: readonly ListedPayment[]): LinkPaymentsReply => ({
  ok: true,
  action: 'payments',
  payments,
  total: payments.length,
  problems: [],
});

const opened = (card: CardPage): Promise<void> => {
  card.find(Panel).trigger('onOpen');
  return effects();
};

const select = (card: CardPage, id: string): void => {
  fire(card.findByTestId(Checkbox, `select-${id}`), 'onChange', true);
};

const assignSelected = async (card: CardPage): Promise<void> => {
  card.findByTestId(Button, 'assign-selected').trigger('onClick');
  await effects();
};

test('the panel lists the payments of the record’s people with where each counts, and assigns what is selected in one save', async () => {
  const payments = [
    listed('ch_1'),
    listed('ch_2', { countsOn: lang, amount: { minor: 4_500, currency: 'usd' } }),
    listed('ch_3', { contenders: [lang] }),
  ];
  const saved = changeReply('assign', 'ch_1', { movedFrom: [lang] });
  const card = await openPanel({
    links: [listReply(...payments), saved, listReply()],
    names: LANG,
  });

  await opened(card);
  expect(panelText(card)).toContain('Ada Lovelace, ada@example.com\nSpring order\nNot on a deal');
  expect(panelText(card)).toContain('Counts on\n \nLang Botanics');
  expect(panelText(card)).toContain('Needs review on\n \nLang Botanics');
  expect(card.findByTestId(Button, 'assign-selected').props.disabled).toBe(true);
  select(card, 'ch_1');
  expect(card.findByTestId(Button, 'assign-selected').text).toBe('Assign 1 payment');
  select(card, 'ch_2');
  expect(card.findByTestId(Button, 'assign-selected').text).toBe('Move 2 payments here');
  expect(card.findByTestId(Text, 'moves-from').find(Link).text).toBe('Lang Botanics');
  await assignSelected(card);
  expect(parametersOf(card, 'link-payments')).toEqual([
    { objectType: 'deal', action: 'payments' },
    { objectType: 'deal', action: 'assign', ids: ['ch_1', 'ch_2'], moveFrom: ['77'] },
    { objectType: 'deal', action: 'payments' },
  ]);
  const { title } = card.findByTestId(Alert, 'link-done').props;
  expect(title.replaceAll('\u00a0', ' ')).toBe(
    '$20.00, Nov 22, 2026; $45.00, Nov 22, 2026 is assigned.',
  );
});

test('after a refusal the selection stays, and the button has no success icon', async () => {
  const error = { code: 'claimed-by-other-deal', claimedBy: lang } as const;
  const links = [listReply(listed('ch_1')), { ok: false, error }];
  const card = await openPanel({ links, names: LANG });
  await opened(card);
  select(card, 'ch_1');
  await assignSelected(card);
  expect(alertText(card, 'link-problem')).toContain('Lang Botanics');
  expect(card.findByTestId(Checkbox, 'select-ch_1').props.checked).toBe(true);
  expect(card.maybeFindByTestId(Alert, 'link-done')).toBeNull();
});

test('nothing of an earlier opening is shown in the next one, nor a late answer to it', async () => {
  const late = deferredAnswer();
  const card = await openPanel({ links: [searchReply([foundCustomer()]), late.promise] });
  await search(card, 'grace');
  await opened(card);
  card.find(Panel).trigger('onClose');
  late.answer(listReply(listed('ch_1')));
  await effects();
  expect(panelText(card)).not.toContain('Grace Hopper');
  expect(card.maybeFindByTestId(Checkbox, 'select-ch_1')).toBeNull();
});

test('a customer of another deal is offered with the payments to choose from', async () => {
  const error = { code: 'linked-to-other-deal', claimedBy: lang } as const;
  const card = await openPanel({
    links: [searchReply([foundCustomer()]), { ok: false, error }, listReply(listed('ch_1'))],
  });
  await search(card, 'grace');
  card.findByTestId(Button, 'link-cus_9').trigger('onClick');
  await effects();
  card.findByTestId(Button, 'list-instead').trigger('onClick');
  await effects();
  expect(parametersOf(card, 'link-payments')[2]).toEqual({
    objectType: 'deal',
    action: 'payments',
    customerId: 'cus_9',
  });
  expect(panelText(card)).toContain('Payments of Grace Hopper');
  expect(card.findByTestId(Checkbox, 'found-select-ch_1').text).toContain('$20.00');
});

test('ids are understood in both fields: a customer where a payment is asked for, a payment in the search', async () => {
  const card = await openPanel({
    links: [listReply(), changeReply('assign', 'pi_1'), listReply()],
  });
  await assign(card, 'https://dashboard.stripe.com/customers/cus_9');
  expect(parametersOf(card, 'link-payments')).toEqual([
    { objectType: 'deal', action: 'payments', customerId: 'cus_9' },
  ]);
  fire(card.findByTestId(SearchInput, 'customer-search'), 'onInput', ' pi_1 ');
  expect(card.maybeFindByTestId(Button, 'search')).toBeNull();
  card.findByTestId(Button, 'assign-pasted').trigger('onClick');
  await effects();
  expect(parametersOf(card, 'link-payments')[1]).toEqual({
    objectType: 'deal',
    action: 'assign',
    ids: ['pi_1'],
  });
});

test.each([
  [
    'below the search',
    async (card: CardPage) => {
      await search(card, 'cus_2');
      card.findByTestId(Button, 'list-cus_2').trigger('onClick');
      await effects();
    },
    { after: 'Customer since', before: 'Linked customers' },
  ],
  [
    'below the field where the customer was pasted',
    (card: CardPage) => assign(card, 'cus_2'),
    { after: 'Adds the record ID to the metadata', before: null },
  ],
])(
  'the payments of another customer are listed %s, and those of the record stay',
  async (_, list, place) => {
    const foreign = listReply(listed('ch_9', { description: 'Autumn order' }));
    const isSearched = place.before !== null;
    const card = await openPanel({
      saved: { ...unlinked, stripe_payment_ids: 'pi_7' },
      links: [
        listReply(listed('ch_1')),
        ...(isSearched ? [searchReply([foundCustomer({ id: 'cus_2' })])] : []),
        foreign,
        changeReply('assign', 'ch_9'),
        listReply(listed('ch_1')),
        foreign,
      ],
    });
    await opened(card);
    await list(card);
    const text = panelText(card);
    const at = text.indexOf('Autumn order');
    expect(text.indexOf('Spring order')).toBeGreaterThan(0);
    expect(at).toBeGreaterThan(text.indexOf(place.after));
    if (place.before !== null) expect(at).toBeLessThan(text.indexOf(place.before));
    fire(card.findByTestId(Checkbox, 'found-select-ch_9'), 'onChange', true);
    card.findByTestId(Button, 'found-assign-selected').trigger('onClick');
    await effects();
    expect(parametersOf(card, 'link-payments')).toContainEqual({
      objectType: 'deal',
      action: 'assign',
      ids: ['ch_9'],
      moveFrom: [],
    });
    // Beside the button, not above the list of the record's people.
    const after = panelText(card);
    expect(after.indexOf('is assigned.')).toBeGreaterThan(after.indexOf('Autumn order'));
    expect(card.find(Panel).findAll(Alert)).toHaveLength(1);
  },
);

test('what a merge of two records has lost is offered by name, and linked or assigned by a click', async () => {
  const note = {
    kind: 'lost-in-merge',
    customers: [{ id: 'cus_9', name: 'Grace Hopper', email: null }],
    paymentIds: ['pi_7'],
  } as const;
  const view = { ...empty, notes: [note] };
  const card = await openPanel({
    reads: [readReply(view), readReply(view)],
    links: [changeReply('link', 'cus_9'), changeReply('assign', 'pi_7')],
  });
  expect(card.text()).toContain(
    'Two records were merged. Also link or assign Grace Hopper; pi_7? Click "Match payments".',
  );
  for (const id of ['cus_9', 'pi_7']) {
    card.findByTestId(Button, `restore-${id}`).trigger('onClick');
    await effects();
  }
  expect(parametersOf(card, 'link-payments')).toEqual([
    { objectType: 'deal', action: 'link', customerId: 'cus_9' },
    { objectType: 'deal', action: 'assign', ids: ['pi_7'] },
  ]);
});

test('the name of a payment breaks between its amount and its day alone', () => {
  const presentation = {
    language: 'en',
    texts: textsIn('en'),
    locale: 'en-US',
    timeZone: 'Europe/Rome',
  } as const;
  const named = paymentName(
    { amount: money(240_000, 'usd'), created: 1_795_367_109 },
    presentation,
  );
  expect(named.split(' ')).toEqual(['$2,400.00,', 'Nov\u00a022,\u00a02026']);
});
