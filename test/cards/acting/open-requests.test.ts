import {
  ok,
  openActions,
  overview,
  paymentRequest,
  plain,
  requestPrepared,
} from './actions-page.tsx';
import { Alert } from '@hubspot/ui-extensions';
import { money } from '@stripe-payments/core';
import { expect, test } from 'vitest';

test('an open request for the same is said, and no second one is announced', async () => {
  const card = openActions({
    requests: [ok(overview()), ok(requestPrepared({ existing: paymentRequest() }))],
  });
  await card.shows('No payment requests yet');
  await card.click('request-review');
  expect(card.findByTestId(Alert, 'existing').props.title).toContain('no second one is created');
  expect(card.button('request-confirm')?.text).toBe('Show the open request');
});

test.each([
  [470_000, 'usd', null],
  [470_001, 'usd', '$4,700.00'],
  [470_001, 'eur', null],
] as const)(
  'a request of %i %s says that it is more than what is outstanding: %s',
  async (minor, currency, outstanding) => {
    const prepared = requestPrepared({ total: money(minor, currency) });
    const card = openActions({ requests: [ok(overview()), ok(prepared)] });
    await card.shows('No payment requests yet');
    await card.click('request-review');
    const alert = card.maybeFindByTestId(Alert, 'above-outstanding');
    expect(alert?.props.title ?? null).toBe(
      outstanding === null ? null : `This is more than what is outstanding: ${outstanding}`,
    );
  },
);

test('another request that can still be paid is said before a second one is created', async () => {
  const other = paymentRequest({ id: 'plink_9' });
  const requests = [other, paymentRequest({ id: 'plink_8', status: 'paid' })];
  const card = openActions({ requests: [ok(overview({ requests })), ok(requestPrepared())] });
  await card.shows('Payment requests (2)');
  await card.click('request-review');
  const alert = card.findByTestId(Alert, 'other-open');
  expect(alert.props.title).toBe('1 other request of this record can still be paid');
  expect(plain(alert.text ?? '')).toContain('cancel it first, so that the customer pays only once');
  expect(card.button('request-confirm')).not.toBeNull();
});
