import type { AskedChange, AskedPayment } from '@stripe-payments/core';
import { CONFIRMATION_PROPERTY } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { roundTrips } from '../../bench/measure.ts';
import { useActing } from './acting-world.ts';
import { succeeded } from './replies.ts';
import { forgetRequests, isWrite, requestsOf } from './requests.ts';

const acting = useActing();
const {
  world,
  stripe,
  request,
  manage,
  enter,
  writeByApi,
  newDeal,
  preparedRequest,
  preparedChange,
} = acting;

const amount = {
  kind: 'amount',
  amount: '250.00',
  currency: 'usd',
  description: 'Setup',
} as const;

const link: AskedPayment = { method: 'link', subject: amount, collectsTax: false };

const customer = () => stripe().createCustomer({ name: 'Ada', email: 'ada@example.com' });

const invoiceOf = (customerId: string): Extract<AskedPayment, { method: 'invoice' }> => ({
  method: 'invoice',
  subject: { kind: 'lines' },
  collectsTax: false,
  payee: { customerId },
  daysUntilDue: 30,
  memo: 'Thank you.',
  poNumber: 'PO-7',
  delivery: 'copy',
});

/** A deal with four line items and a linked customer. */
function dealWithLines() {
  const { id: customerId } = customer();
  const { store } = world().world.hubspot;
  const deal = newDeal({ stripe_customer_id: customerId });
  for (const [name, price, quantity, more] of [
    ['Seat', '100', '3', {}],
    ['Setup', '99.99', '1', {}],
    ['Training', '50', '1.5', { hs_discount_percentage: '10' }],
    ['Support', '20', '12', { recurringbillingfrequency: 'monthly' }],
  ] as const) {
    const item = store.createObject('line_items', { name, price, quantity, ...more });
    store.associate('deals', deal, 'line_items', item.id);
  }
  return { deal, customerId };
}

const setLatency = (ms: number) =>
  Promise.all([world().stripe.setLatency(ms), world().hubspot.setLatency(ms)]);

const writesToStripe = async () =>
  (await requestsOf(world())).filter(isWrite).filter(({ path }) => path.startsWith('/v1/'));

test('without the key for writing nothing is read, and the next step is said', async () => {
  const reply = await request(newDeal(), { step: 'overview' }, { STRIPE_WRITE_KEY: '' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'actions-off' } });
});

test('a live key for writing beside a test key does nothing', async () => {
  const environment = { STRIPE_WRITE_KEY: 'rk_live_actions00000000000000' };
  const reply = await request(newDeal(), { step: 'overview' }, environment);
  expect(reply).toMatchObject({ ok: false, error: { code: 'write-key-wrong-mode' } });
});

describe('a payment link', () => {
  test('names the deal in the metadata of its payment, and is made once', async () => {
    const deal = newDeal();
    const { digest } = await preparedRequest(deal, link);
    const confirm = () => request(deal, { step: 'confirm', asked: link, digest });
    const [first, second] = [succeeded(await confirm()), succeeded(await confirm())];
    expect(first).toMatchObject({
      step: 'done',
      isExisting: false,
      request: { kind: 'link', status: 'open', amount: { minor: 25_000, currency: 'usd' } },
    });
    expect(second).toMatchObject({ isExisting: true });
    const [made] = stripe().store.paymentLinks.newestFirst();
    expect(made?.paymentIntentData).toMatchObject({ description: 'Setup' });
    const overview = succeeded(await request(deal, { step: 'overview' }));
    expect(overview).toMatchObject({ requests: [{ kind: 'link', status: 'open' }] });
  });

  test('is deactivated', async () => {
    const deal = newDeal();
    const { digest } = await preparedRequest(deal, link);
    const made = succeeded(await request(deal, { step: 'confirm', asked: link, digest }));
    const id = made.step === 'done' ? made.request.id : '';
    const change: AskedChange = { kind: 'deactivate-link', id };
    const prepared = await preparedChange(deal, change);
    const reply = await manage(deal, { step: 'confirm', change, digest: prepared.digest });
    expect(succeeded(reply)).toMatchObject({ outcome: { request: { status: 'canceled' } } });
    const other = await manage(newDeal(), { step: 'prepare', change });
    expect(other).toMatchObject({ ok: false, error: { code: 'not-requested-here' } });
  });
});

describe('an invoice', () => {
  test('of line items is open with their exact total after five round trips', async () => {
    const { deal, customerId } = dealWithLines();
    const asked = invoiceOf(customerId);
    const preview = await preparedRequest(deal, asked);
    expect(preview).toMatchObject({
      total: { minor: 30_000 + 9_999 + 6_750 },
      standing: { outstanding: { minor: 50_000 }, asked: [], problem: null },
      recurring: [{ label: 'Support' }],
      payee: { name: 'Ada', email: 'ada@example.com' },
    });
    await forgetRequests(world());
    await setLatency(150);
    const { digest } = preview;
    const reply = succeeded(await request(deal, { step: 'confirm', asked, digest }));
    expect(reply).toMatchObject({
      request: { kind: 'invoice', status: 'open', amount: { minor: 46_749 } },
    });
    expect(reply.step === 'done' && reply.request.url).toMatch(/^https:\/\//);
    const all = await requestsOf(world());
    const finalizing = all.find(({ path }) => path.endsWith('/finalize'));
    const before = all.filter(({ endedMs }) => endedMs <= (finalizing?.endedMs ?? 0));
    expect(roundTrips(before)).toBeLessThanOrEqual(5);
    // The note on the timeline, and that there is one.
    expect(roundTrips(all)).toBeLessThanOrEqual(8);
    expect(await writesToStripe()).toHaveLength(3);
    await setLatency(0);
  });

  test('is sent and voided with the user who entered the text', async () => {
    const { deal, customerId } = dealWithLines();
    const asked = { ...invoiceOf(customerId), delivery: 'email' as const };
    const { digest, confirmation } = await preparedRequest(deal, asked);
    const text = confirmation?.text ?? '';
    const confirm = () => request(deal, { step: 'confirm', asked, digest, confirmation: text });
    expect(await confirm()).toMatchObject({ ok: false, error: { code: 'confirmation-missing' } });
    await enter(deal, text);
    const sent = succeeded(await confirm());
    expect(sent).toMatchObject({ delivery: 'sent', userId: '1' });
    expect(world().storedOf(deal)[CONFIRMATION_PROPERTY] ?? '').toBe('');
    const change: AskedChange = {
      kind: 'void-invoice',
      id: sent.step === 'done' ? sent.request.id : '',
    };
    const prepared = await preparedChange(deal, change);
    await enter(deal, prepared.confirmation?.text ?? '');
    const reply = await manage(deal, {
      step: 'confirm',
      change,
      digest: prepared.digest,
      confirmation: prepared.confirmation?.text,
    });
    expect(succeeded(reply)).toMatchObject({
      userId: '1',
      outcome: { request: { status: 'canceled' } },
    });
  });
});

describe('a refund', () => {
  async function payment() {
    const { id } = customer();
    const { charge } = stripe().payByCard({ amount: 20_000, currency: 'usd', customer: id });
    const deal = newDeal({ stripe_customer_id: id });
    const { view } = succeeded(await world().getPayments(deal));
    const [row] = view.payments;
    const change: AskedChange = {
      kind: 'refund',
      paymentId: row?.id ?? '',
      ticket: row?.ticket ?? '',
      amount: '50.00',
      reason: 'duplicate',
    };
    return { deal, charge, change };
  }

  const refundsIn = async (deal: string): Promise<number> => {
    const { view } = succeeded(await world().getPayments(deal));
    return view.payments[0]?.refunded.minor ?? -1;
  };

  test('is made with the text that a user entered, once', async () => {
    const { deal, change } = await payment();
    const { digest, confirmation, preview } = await preparedChange(deal, change);
    expect(preview).toMatchObject({ restAfter: { minor: 15_000 } });
    const text = confirmation?.text ?? '';
    await enter(deal, text);
    const confirm = () => manage(deal, { step: 'confirm', change, digest, confirmation: text });
    expect(succeeded(await confirm())).toMatchObject({ isExisting: false, userId: '1' });
    expect(succeeded(await confirm())).toMatchObject({ isExisting: true, userId: '1' });
    expect(await refundsIn(deal)).toBe(5_000);
  });

  test('that follows one which failed names it at the review', async () => {
    const { deal, change, charge } = await payment();
    const { id } = stripe().refund(charge.id, { amount: 3_000 });
    stripe().failRefund(id);
    expect((await preparedChange(deal, change)).preview).toMatchObject({
      before: { refunded: { minor: 0 } },
      failedBefore: [{ amount: { minor: 3_000 }, reason: 'expired_or_canceled_card' }],
    });
  });

  test('is not made with a text that an API wrote', async () => {
    const { deal, change } = await payment();
    const { digest, confirmation } = await preparedChange(deal, change);
    const text = confirmation?.text ?? '';
    await writeByApi(deal, text);
    const reply = await manage(deal, { step: 'confirm', change, digest, confirmation: text });
    expect(reply).toMatchObject({ ok: false, error: { code: 'confirmation-not-by-user' } });
    expect(await refundsIn(deal)).toBe(0);
  });

  test('is not reviewed with a key that may not, and the missing permission is said', async () => {
    const { deal, change } = await payment();
    world().world.stripe.keys.add('rk_test_linksonly000000000000', ['payment_links_write']);
    const environment = { STRIPE_WRITE_KEY: 'rk_test_linksonly000000000000' };
    const reply = await manage(deal, { step: 'prepare', change }, environment);
    expect(reply).toMatchObject({ ok: false, error: { code: 'write-key-permission' } });
    expect(await refundsIn(deal)).toBe(0);
  });
});
