import { openCard } from './card-page.tsx';
import { Alert, Button, Link, LoadingButton, StatusTag, Table, Tag } from '@hubspot/ui-extensions';
import type { Reason, ReviewRow } from '@stripe-payments/core';
import { money, textsIn as catalogueIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge } from '../builders/charge.ts';
import { customer } from '../builders/customer.ts';
import { readReply } from '../builders/replies.ts';
import type { CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { parametersOf } from './extension-life.tsx';
import { statisticsOf } from './statistics-of.ts';
import { textsIn } from './texts-in.ts';
import { ambiguousCharge, changeReply, viewOf } from './views.ts';

const english = catalogueIn('en');

/** The others are records that the user may not see. */
const NAMES = { 2: 'Summer', 8: 'Ada Lovelace' };

const byAddress: Reason = {
  evidence: 'email',
  via: 'ada@northwind.example',
  payer: { objectType: 'contact', recordId: '8' },
};

/** A payment of a contact of three deals, this one among them. */
function candidate(): ReviewRow {
  const [payment] = viewOf('deal', {
    charges: [charge({ amountMinor: 64_500, description: 'Catalogue print' })],
    customers: [customer()],
  }).payments;
  if (payment === undefined) throw new Error('One charge is one row.');
  const others = ['2', '3'].map((recordId) => ({
    objectType: 'deal' as const,
    recordId,
  }));
  return { payment: { ...payment, reason: byAddress }, status: 'candidate', others };
}

const view = viewOf(
  'deal',
  { charges: [charge({ id: 'ch_2', amountMinor: 500 })] },
  { needsReview: [candidate()] },
);
const withCandidate = { ...view, summary: { ...view.summary, needsReviewCount: 1 } };

async function open(shown = withCandidate, links: readonly unknown[] = []): Promise<CardPage> {
  const card = openCard('deal', { reads: [readReply(shown)], links, names: NAMES });
  await card.shows('Live from Stripe');
  return card;
}

test('a candidate shows date, amount, status, payer, purpose, reason and the other deals it matches', async () => {
  const card = await open();
  expect(textsIn(card.findByTestId(Table, 'needs-review'))).toEqual([
    'Date',
    'Amount',
    'Status',
    'Customer',
    'Nov 22, 2026',
    '$645.00',
    'Paid',
    'Ada Lovelace, ada@example.com',
    'Possible match',
    'Catalogue print',
    'Matched by email: Ada Lovelace',
    'If you assign it: $650.00 of $20.00 paid',
    'Also possible for: ',
    'Summer',
    ', ',
    'deal 3',
    'Assign to this deal',
    'Dismiss match',
  ]);
  expect(card.text()).toContain(
    '$645.00 may belong to this deal, and counts once you assign it.\nReview payments',
  );
});

const row = candidate();
const reviewed = (payment: Partial<ReviewRow['payment']>): ReviewRow => ({
  ...row,
  payment: { ...row.payment, id: 'ch_9', ...payment },
});

test.each<[string, readonly ReviewRow[], number, string]>([
  ['in one currency', [row, reviewed({})], 2, '$1,290.00 may belong to this deal,'],
  ['in two', [row, reviewed({ amount: money(500, 'eur') })], 2, 'These payments may belong'],
  ['one of which failed', [row, reviewed({ status: 'failed' })], 2, 'These payments may belong'],
  ['not all of which are listed', [row], 2, 'These payments may belong'],
])('of payments %s it says how much may belong', async (_, needsReview, count, text) => {
  const summary = { ...view.summary, needsReviewCount: count };
  const card = await open({ ...view, needsReview: [...needsReview], summary });
  expect(card.text()).toContain(text);
});

test('where nothing counts yet, the status is that a person has to decide', async () => {
  const nothing = viewOf('deal', { charges: [] }, { needsReview: [candidate()] });
  const summary = { ...nothing.summary, needsReviewCount: 1 };
  const card = await open({ ...nothing, summary });
  expect(card.findByTestId(StatusTag, 'payment-status').text).toBe('Needs review');
});

test('links to the other deals', async () => {
  const links = (await open()).findByTestId(Table, 'needs-review').findAll(Link);
  expect(links.map(({ props }) => props.href)).toEqual([
    {
      url: 'https://dashboard.stripe.com/acct_1/payments/pi_of_ch_1',
      external: true,
    },
    { url: 'https://app.hubspot.com/contacts/42/record/0-3/2', external: true },
    { url: 'https://app.hubspot.com/contacts/42/record/0-3/3', external: true },
  ]);
});

test('a candidate does not count, and the card does not say unpaid', async () => {
  const card = await open();
  expect(statisticsOf(card)).toMatchObject({ Paid: '$5.00' });
  expect(card.text()).not.toContain('not paid yet');
  expect(card.text()).toContain('Payments (1)');
});

test('a payment that names two deals is ambiguous, and neither card is called empty', async () => {
  const card = await open(viewOf('deal', { charges: [ambiguousCharge()] }));
  const texts = textsIn(card.findByTestId(Table, 'needs-review'));
  expect(texts).toContain('Matches 2 records equally');
  // In another color than a payment that names none.
  const tagOf = (each: CardPage) =>
    each.findByTestId(Table, 'needs-review').find(Tag).props.variant;
  expect([tagOf(card), tagOf(await open())]).toEqual(['warning', 'info']);
  expect(texts).toContain('Summer');
  expect(statisticsOf(card)).toMatchObject({ Paid: 'None yet' });
});

test('one button assigns it, and the card reads again', async () => {
  const assigned = viewOf('deal', { charges: [charge({ amountMinor: 64_500 })] });
  const card = openCard('deal', {
    reads: [readReply(withCandidate), readReply(assigned)],
    links: [changeReply('assign', 'ch_1')],
  });
  await card.shows('Needs review (1)');
  const button = card.findByTestId(Button, 'assign-ch_1');
  expect(button.props.variant).toBe('secondary');
  button.trigger('onClick');
  button.trigger('onClick');
  await card.shows('$645.00, Nov 22, 2026 is assigned.');
  expect(card.callsOf('link-payments').map(({ options }) => options)).toEqual([
    {
      parameters: { objectType: 'deal', action: 'assign', ids: ['ch_1'] },
      propertiesToSend: ['hs_object_id', 'createdate'],
    },
  ]);
  expect(card.text()).not.toContain(english.card.links.needsReviewTitle(1));
  expect(statisticsOf(card)).toMatchObject({ Paid: '$645.00' });
});

test('a refusal shows beside the list, with the deal that has the payment', async () => {
  const claimedBy = { objectType: 'deal', recordId: '2' } as const;
  const error = { code: 'claimed-by-other-deal', claimedBy } as const;
  const card = await open(withCandidate, [{ ok: false, error }]);
  card.findByTestId(Button, 'assign-ch_1').trigger('onClick');
  await effects();
  const alert = card.findByTestId(Alert, 'link-problem');
  expect(textsIn(alert).join('\n')).toContain(english.errors[error.code].nextStep);
  expect(alert.find(Link).text).toBe('Summer');
});

test('the list has pages of ten', async () => {
  const needsReview = Array.from({ length: 23 }, (_, index) => {
    const row = candidate();
    return { ...row, payment: { ...row.payment, id: `ch_${String(index)}` } };
  });
  const card = await open({ ...withCandidate, needsReview });
  expect(card.findByTestId(Table, 'needs-review').props).toMatchObject({
    paginated: true,
    pageCount: 3,
  });
});

test('on a contact the button assigns to the contact', async () => {
  const card = openCard('contact', {
    reads: [readReply({ ...withCandidate, objectType: 'contact' })],
  });
  await card.shows('$645.00 may belong to this contact, and counts once you assign it.');
  expect(card.text()).toContain('Assign to this contact');
});

test('another record that the user may not see is named by its id, and no search asks for this one', async () => {
  const card = await open();
  expect(textsIn(card.findByTestId(Table, 'needs-review'))).toEqual(
    expect.arrayContaining(['Summer', 'deal 3']),
  );
  const asked = card.searches.map(({ objectType, filterGroups }) => [
    objectType,
    filterGroups?.[0]?.filters,
  ]);
  const byId = (values: readonly string[]) => [
    { propertyName: 'hs_object_id', operator: 'IN', values },
  ];
  expect(asked).toEqual([
    ['0-3', byId(['2', '3'])],
    ['0-1', byId(['8'])],
  ]);
});

test('what did not fit is read on request, with the whole count, and a failure leaves what is shown', async () => {
  const first = candidate();
  const next = { ...first, payment: { ...first.payment, id: 'ch_next', created: 1 } };
  const rest = [{ reviewAfter: '1/ch_1', continuation: null }];
  const note = { kind: 'review-omitted', shown: 1, total: 2, rest } as const;
  const summary = { ...view.summary, needsReviewCount: 2 };
  const cut = { ...withCandidate, summary, notes: [note] };
  const card = openCard('deal', {
    reads: [
      readReply(cut),
      { ok: false, error: { code: 'timeout' } },
      readReply({ ...cut, needsReview: [next], payments: [], notes: [] }),
    ],
    names: NAMES,
  });
  await card.shows('Showing 1 of 2 payments that need review.');
  await card.shows('Needs review (2)');
  card.findByTestId(LoadingButton, 'show-more').trigger('onClick');
  await effects();
  expect(card.findByTestId(Alert, 'review-problem')).not.toBeNull();
  card.findByTestId(LoadingButton, 'show-more').trigger('onClick');
  await effects();
  expect(parametersOf(card, 'get-payments').slice(1)).toEqual(
    [1, 2].map(() => ({ objectType: 'deal', reviewAfter: '1/ch_1' })),
  );
  const ids = card.findAll(Button).map(({ props }) => props.testId);
  expect(ids).toEqual(expect.arrayContaining([`assign-${first.payment.id}`, 'assign-ch_next']));
  expect(card.maybeFindByTestId(LoadingButton, 'show-more')).toBeNull();
});
