import type { PaymentRow } from '@stripe-payments/core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import type { CallOptions, FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { failureOf, succeeded } from './replies.ts';
import { forgetRequests, named, requestsOf } from './requests.ts';

const MANY_REFUNDS = '9014';
const DISPUTED = '9021';

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
});

afterEach(async () => {
  await world.stripe.clearFaults();
});

afterAll(() => world.close());

async function rowOf(dealId: string, options: CallOptions = {}): Promise<PaymentRow> {
  const { view } = succeeded(await world.getPayments(dealId, options));
  const [row] = [...view.payments, ...view.needsReview.map(({ payment }) => payment)];
  if (row === undefined) throw new Error(`Deal ${dealId} shows no payment.`);
  return row;
}

const open = ({ id, ticket }: PaymentRow) => ({ parameters: { paymentId: id, ticket } });

test('twenty-five refunds are listed one by one, in two calls beside those for the payout', async () => {
  const row = await rowOf(MANY_REFUNDS);
  await forgetRequests(world);
  const { lines, problems, receiptUrl } = succeeded(
    await world.getPayment(MANY_REFUNDS, open(row)),
  );
  expect(lines.filter(({ text }) => text.startsWith('Refunded'))).toHaveLength(25);
  expect(problems).toEqual([]);
  expect(receiptUrl).toMatch(/^https:\/\/pay\.stripe\.com\//);
  expect(named(await requestsOf(world))).toEqual([
    'GET /v1/balance_transactions',
    `GET /v1/charges/${row.id}`,
    'GET /v1/payouts',
    'GET /v1/refunds',
  ]);
});

test('a candidate can be opened where it waits, and not on a record that does not show it', async () => {
  const [candidateOn] = STORY_IDS.threeDeals.deals;
  const row = await rowOf(candidateOn);
  expect(succeeded(await world.getPayment(candidateOn, open(row))).lines).not.toEqual([]);
  await forgetRequests(world);
  const refused = failureOf(await world.getPayment(DISPUTED, open(row)));
  const unknown = { parameters: { paymentId: 'ch_3NoSuchCharge', ticket: row.ticket } };
  expect(failureOf(await world.getPayment(candidateOn, unknown))).toEqual(refused);
  expect(refused.code).toBe('payment-list-expired');
  expect(await requestsOf(world)).toEqual([]);
});

test('a key without Disputes names what is missing', async () => {
  const row = await rowOf(DISPUTED);
  await world.stripe.fault({
    pathPattern: '^/v1/disputes$',
    status: 403,
    body: {
      error: {
        type: 'invalid_request_error',
        message: "The provided key does not have the required permissions: 'rak_dispute_read'.",
      },
    },
  });
  const details = succeeded(await world.getPayment(DISPUTED, open(row)));
  expect(details.problems).toMatchObject([{ code: 'stripe-permission' }]);
  expect(details.notes[0]).toContain('Not everything');
  expect(details.lines.map(({ text }) => text)).toContain('Paid');
});

test.each([
  ['disputes', DISPUTED],
  ['refunds', MANY_REFUNDS],
])('an empty list of %s is not taken for the truth', async (list, dealId) => {
  const row = await rowOf(dealId);
  const body = { object: 'list', data: [], has_more: false };
  await world.stripe.fault({ status: 200, body, pathPattern: `^/v1/${list}$` });
  const { problems, notes } = succeeded(await world.getPayment(dealId, open(row)));
  expect(problems).toMatchObject([{ code: 'stripe-wrong-answer' }]);
  expect(notes[0]).toContain('Not everything');
});

test.each([{ language: 'fr' }, { timeZone: 7 }, { ticket: '<script>' }, { ticket: undefined }])(
  'the parameters %j are refused',
  async (wrong) => {
    const row = await rowOf(DISPUTED);
    const parameters = { ...open(row).parameters, ...wrong };
    const { code } = failureOf(await world.getPayment(DISPUTED, { parameters }));
    expect(code).toBe('bad-request');
  },
);

test('a payment ends with the payout that has it, and without access to payouts says how to see it', async () => {
  const row = await rowOf(MANY_REFUNDS);
  const read = async () => succeeded(await world.getPayment(MANY_REFUNDS, open(row)));
  const toBank = ({ lines }: Awaited<ReturnType<typeof read>>) =>
    lines.filter(({ text }) => /^In the bank \(payout \W?po_/.test(text));
  expect(toBank(await read())).toMatchObject([
    { when: expect.stringContaining('2026') as unknown },
  ]);
  await world.stripe.fault({
    pathPattern: '^/v1/payouts$',
    status: 403,
    body: {
      error: {
        type: 'invalid_request_error',
        message: "The provided key does not have the required permissions: 'rak_payout_read'.",
      },
    },
  });
  const without = await read();
  expect(toBank(without)).toEqual([]);
  expect(without.problems).toEqual([]);
  expect(without.notes.join()).toContain('read access to Payouts');
  expect(without.lines.map(({ text }) => text)).toContain('Paid');
});
