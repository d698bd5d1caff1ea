import type { AskedChange } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { useActing } from './acting-world.ts';
import { succeeded } from './replies.ts';

const { world, stripe, notesOf, manage, request, change, enter, preparedChange, newDeal } =
  useActing();

/** A deal whose linked customer pays 30.00 USD every month. */
function subscribed(payment: 'succeeds' | 'fails' = 'succeeds') {
  const { id: customer } = stripe().createCustomer({ name: 'Ada', email: 'ada@example.com' });
  const { id: product } = stripe().createProduct({ name: 'Seat' });
  const recurring = { interval: 'month' as const };
  const { id: price } = stripe().createPrice({
    product,
    unitAmount: 1_500,
    currency: 'usd',
    recurring,
  });
  const items = [{ price, quantity: 2 }];
  const { subscription } = stripe().createSubscription({ customer, items, payment });
  return { deal: newDeal({ stripe_customer_id: customer }), customer, id: subscription.id };
}

const row = (id: string) => stripe().store.subscriptions.get(id);

const overviewOf = async (deal: string) => {
  const overview = succeeded(await request(deal, { step: 'overview' }));
  if (overview.step !== 'overview') throw new Error('An overview was asked for.');
  return overview;
};

describe('a subscription', () => {
  test('is shown with its price, paused by a user, and goes on without one', async () => {
    const { deal, id } = subscribed();
    expect((await overviewOf(deal)).subscriptions).toMatchObject([
      { id, status: 'active', price: { minor: 3_000, currency: 'usd' }, interval: 'month' },
    ]);
    const paused = await change(deal, { kind: 'pause-collection', id });
    expect(paused.done).toMatchObject({
      userId: '1',
      outcome: { subscription: { isCollectionPaused: true } },
    });
    expect(succeeded(await paused.again())).toMatchObject({ isExisting: true, userId: '1' });
    expect(row(id)).toMatchObject({
      pauseCollection: { behavior: 'keep_as_draft' },
      metadata: { hubspot_user_id: '1' },
    });
    const resumed = await change(deal, { kind: 'resume-collection', id });
    expect(resumed.done).toMatchObject({
      userId: '1',
      outcome: { subscription: { isCollectionPaused: false } },
    });
    expect(notesOf(deal).map((body) => body.split('<br>')[0])).toEqual([
      'Collection paused for the subscription for $30.00.',
      'Collection resumed for the subscription for $30.00.',
    ]);
  });

  test('ends with its period where a user confirmed, and is kept again', async () => {
    const { deal, id } = subscribed();
    await change(deal, { kind: 'cancel-at-period-end', id });
    expect(row(id)).toMatchObject({ isCanceledAtPeriodEnd: true, status: 'active' });
    await change(deal, { kind: 'keep-subscription', id });
    expect(row(id)).toMatchObject({ isCanceledAtPeriodEnd: false, cancelAt: null });
  });

  test('ends now, once, with who confirmed it on the cancellation', async () => {
    const { deal, id } = subscribed();
    const { done, again } = await change(deal, { kind: 'cancel-now', id });
    expect(done).toMatchObject({ isExisting: false, userId: '1', line: 'left' });
    expect(row(id)?.cancellationComment).toMatch(
      /^CANCEL-NOW 30\.00 USD [0-9A-Z]{6} \(HubSpot user 1\)$/,
    );
    expect(succeeded(await again())).toMatchObject({ isExisting: true, userId: '1' });
    expect(notesOf(deal)).toHaveLength(1);
    const reply = await manage(deal, { step: 'prepare', change: { kind: 'cancel-now', id } });
    expect(reply).toMatchObject({ ok: false, error: { code: 'subscription-ended' } });
  });

  test('of a customer who is not linked is not touched', async () => {
    const { id } = subscribed();
    for (const kind of ['cancel-now', 'pause-collection', 'keep-subscription'] as const) {
      const reply = await manage(newDeal(), { step: 'prepare', change: { kind, id } });
      expect(reply).toMatchObject({ ok: false, error: { code: 'subscription-not-of-record' } });
    }
    const unknown: AskedChange = { kind: 'cancel-now', id: 'sub_none' };
    const reply = await manage(newDeal(), { step: 'prepare', change: unknown });
    expect(reply).toMatchObject({ ok: false, error: { code: 'unknown-subscription' } });
  });

  test('is not ended with a text for another change of it', async () => {
    const { deal, id } = subscribed();
    const pausing = await preparedChange(deal, { kind: 'pause-collection', id });
    const text = pausing.confirmation?.text ?? '';
    await enter(deal, text);
    const asked: AskedChange = { kind: 'cancel-now', id };
    const { digest } = await preparedChange(deal, asked);
    const reply = await manage(deal, {
      step: 'confirm',
      change: asked,
      digest,
      confirmation: text,
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'confirmation-other' } });
    expect(row(id)).toMatchObject({ status: 'active' });
  });
});

describe('a link to update the card', () => {
  test('opens the page for it only, for a customer whose payment failed', async () => {
    const { deal, customer } = subscribed('fails');
    expect((await overviewOf(deal)).failing).toMatchObject([{ id: customer, name: 'Ada' }]);
    const { done } = await change(deal, { kind: 'card-link', customerId: customer });
    expect(done).toMatchObject({ outcome: { customer: { id: customer } }, line: 'left' });
    expect(done.outcome).toHaveProperty(
      'url',
      expect.stringMatching(/^https:\/\/billing\.stripe\.com\//),
    );
    // The first asks for no customer's: whether the key may.
    const sent = (await world().stripe.requests()).findLast(({ path }) =>
      path.endsWith('/billing_portal/sessions'),
    );
    const body = new URLSearchParams(sent?.body);
    expect(body.get('flow_data[type]')).toBe('payment_method_update');
    expect(body.get('flow_data[after_completion][type]')).toBe('hosted_confirmation');
  });

  test('is not made for a customer who pays, nor for one who is not linked', async () => {
    const paying = subscribed();
    const failing = subscribed('fails');
    for (const [deal, customerId, code] of [
      [paying.deal, paying.customer, 'customer-not-failing'],
      [paying.deal, failing.customer, 'payee-not-of-record'],
    ] as const) {
      const asked: AskedChange = { kind: 'card-link', customerId };
      const reply = await manage(deal, { step: 'prepare', change: asked });
      expect(reply).toMatchObject({ ok: false, error: { code } });
    }
  });

  test('says where the customer portal is set up, in an account that has none', async () => {
    const { deal, customer } = subscribed('fails');
    const { digest } = await preparedChange(deal, { kind: 'card-link', customerId: customer });
    world().world.stripe.account.change({ customer_portal: 'not-saved' });
    const asked: AskedChange = { kind: 'card-link', customerId: customer };
    const reply = await manage(deal, { step: 'confirm', change: asked, digest });
    world().world.stripe.account.change({});
    expect(reply).toMatchObject({ ok: false, error: { code: 'portal-not-saved' } });
  });
});
