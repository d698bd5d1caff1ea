import { failure } from '../../builders/replies.ts';
import type { basis } from './actions-page.tsx';
import { ok, openActions, overview, plain, requestPrepared, standing } from './actions-page.tsx';
import { Alert, DateInput, Input } from '@hubspot/ui-extensions';
import { describe, expect, test } from 'vitest';

const unknown = standing({ outstanding: null });

async function openForm(overrides: Parameters<typeof basis>[0], replies: readonly unknown[] = []) {
  const kinds = ['links', 'invoices', 'subscriptions'] as const;
  const card = openActions({
    requests: [ok(overview({ kinds: [...kinds] })), ...replies],
    form: { standing: unknown, kinds: [...kinds], ...overrides },
  });
  await card.shows('Request payment');
  await card.open('request-panel');
  return card;
}

const LONG = 'a'.repeat(251);

describe('a field says what it may hold, and the review waits', () => {
  test.each([
    ['amount', '0', 'usd', 'Enter an amount above zero.'],
    ['amount', '0.49', 'usd', 'Stripe takes at least $0.50.'],
    ['amount', '1000000', 'usd', 'Stripe takes at most $999,999.99 in one payment.'],
    ['amount', '12.345', 'usd', 'Write the amount like 1250.50'],
    ['amount', '12.5', 'jpy', 'Write the amount like 1250:'],
    ['amount', '12.345', 'kwd', 'Stripe takes amounts like 1250.500 in this currency.'],
    ['amount', '12.50', 'isk', 'Stripe takes amounts like 1250 in this currency.'],
    ['amount', '123456789012345', 'usd', 'Write the amount like 1250.50'],
    ['description', LONG, 'usd', '251 characters: at most 200 fit.'],
  ])('%s %s %s', async (field, written, currency, mistake) => {
    const card = await openForm({ currency });
    await card.select('request-subject', 'amount');
    await card.enter('request-amount', '12');
    await card.enter('request-description', 'Setup');
    await card.enter(`request-${field}`, written);
    const { error, validationMessage } = card.findByTestId(Input, `request-${field}`).props;
    expect([error, plain(validationMessage ?? '').startsWith(mistake)]).toEqual([true, true]);
    expect(card.button('request-review')?.props.disabled).toBe(true);
  });

  test.each([
    ['percent', '0', 'Enter a percentage above 0, at most 100.'],
    ['percent', '150', 'Enter a percentage above 0, at most 100.'],
    ['daysUntilDue', '366', 'Enter 0 to 365 days.'],
    ['daysUntilDue', '-1', 'Enter 0 to 365 days.'],
    ['memo', 'a'.repeat(501), '501 characters: at most 500 fit.'],
    ['poNumber', 'a'.repeat(141), '141 characters: at most 140 fit.'],
  ])('%s of an invoice: %s', async (field, written, mistake) => {
    const card = await openForm({});
    await card.select('request-method', 'invoice');
    expect(card.button('request-review')?.props.disabled).toBe(false);
    await card.enter(`request-${field}`, written);
    expect(card.findByTestId(Input, `request-${field}`).props.validationMessage).toBe(mistake);
    expect(card.button('request-review')?.props.disabled).toBe(true);
  });

  test('a review that waits says what to fill in, and then what to correct', async () => {
    const card = await openForm({});
    const waits = () => card.panel('request-panel');
    await card.select('request-subject', 'amount');
    expect(waits()).toContain('To review, fill in: Amount in USD, Description for the customer.');
    await card.enter('request-amount', '0');
    expect(waits()).toContain('To review, correct the fields that are marked.');
    await card.enter('request-amount', '33,3');
    expect(waits()).toContain('To review, fill in: Description for the customer.');
    await card.enter('request-description', 'Setup');
    expect(waits()).not.toContain('To review,');
    await card.select('request-method', 'invoice');
    await card.enter('request-daysUntilDue', ' ');
    expect(waits()).toContain('To review, fill in: Days until due.');
  });

  test('of a subscription the trial and the day of its start', async () => {
    const card = await openForm({});
    await card.select('request-method', 'subscription');
    await card.enter('request-amount', '12');
    await card.enter('request-description', 'Support');
    await card.enter('request-trialDays', '731');
    expect(card.findByTestId(Input, 'request-trialDays').props.validationMessage).toBe(
      'Enter 1 to 730 days, or leave it empty.',
    );
    await card.enter('request-trialDays', '730');
    await card.select('request-starts', 'later');
    await card.choose('request-startDay', { year: 2020, month: 0, date: 1 });
    expect(card.findByTestId(DateInput, 'request-startDay').props.validationMessage).toBe(
      'Select a day after today, or start now.',
    );
    expect(card.button('request-review')?.props.disabled).toBe(true);
  });

  test('what a hidden field holds does not count', async () => {
    const card = await openForm({});
    await card.select('request-method', 'invoice');
    await card.enter('request-memo', 'a'.repeat(501));
    await card.select('request-method', 'link');
    expect(card.button('request-review')?.props.disabled).toBe(false);
  });
});

test.each([
  ['jpy', 'Without separators of thousands: 1250'],
  ['usd', 'Without separators of thousands: 1250.50'],
  ['kwd', 'Without separators of thousands: 1250.500'],
  ['isk', 'Without separators of thousands: 1250'],
])('the hint of an amount in %s has the decimals of its currency', async (currency, hint) => {
  const card = await openForm({ currency });
  await card.select('request-subject', 'amount');
  expect(card.findByTestId(Input, 'request-amount').props.description).toBe(hint);
});

test('what the function refused is said until a field is changed', async () => {
  const card = await openForm({}, [failure('amount-too-large'), ok(requestPrepared())]);
  await card.click('request-review');
  expect(card.findByTestId(Alert, 'request-not-reviewed').props.title).toBe(
    "It couldn't be reviewed",
  );
  await card.enter('request-percent', '25');
  expect(card.maybeFindByTestId(Alert, 'request-not-reviewed')).toBeNull();
});
