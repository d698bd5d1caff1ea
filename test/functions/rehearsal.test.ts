import type { CheckActionsReply } from '@stripe-payments/core';
import { ACTING_UIDS } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { useActing } from './acting-world.ts';
import { asReply } from './harness.ts';
import { succeeded } from './replies.ts';
import { forgetRequests, isWrite, requestsOf } from './requests.ts';
import { loadMain, runMain } from './run-main.ts';

const { world, manage, enter, writeByApi, newDeal } = useActing();

const rehearsed = async (deal: string) => {
  const reply = succeeded(await manage(deal, { step: 'rehearse' }));
  if (reply.step !== 'rehearsed') throw new Error('A rehearsal was asked for.');
  return reply;
};

describe('the rehearsal of a confirmation', () => {
  test('names the user who entered the text, changes nothing at Stripe, and empties the property', async () => {
    const deal = newDeal();
    await forgetRequests(world());
    const { text, found } = await rehearsed(deal);
    expect(text).toMatch(/^TEST [2-9A-Z]{6}$/);
    expect(found).toBeNull();
    await enter(deal, `${text} `);
    expect(await rehearsed(deal)).toMatchObject({
      found: { sourceType: 'CRM_UI', userId: '1' },
      isAccepted: true,
    });
    const { store } = world().world.hubspot;
    expect(store.valueOf('deals', deal, 'stripe_confirmation') ?? '').toBe('');
    const writes = (await requestsOf(world())).filter(isWrite);
    expect(writes.filter(({ path }) => path.startsWith('/v1/'))).toEqual([]);
    expect((await rehearsed(deal)).isAccepted).toBe(false);
  });

  test('shows where the text came from, and accepts none that names no user', async () => {
    const deal = newDeal();
    const { text } = await rehearsed(deal);
    await writeByApi(deal, text);
    const { found, isAccepted } = await rehearsed(deal);
    expect(found).toMatchObject({ userId: null });
    expect(found?.sourceType).not.toBe('CRM_UI');
    expect(isAccepted).toBe(false);
  });

  test('does not take the text of another deal, or another text', async () => {
    const [deal, other] = [newDeal(), newDeal()];
    await enter(deal, (await rehearsed(other)).text);
    expect(await rehearsed(deal)).toMatchObject({ found: null, isAccepted: false });
    await enter(deal, 'REFUND 25.00 USD 7F3K9Q');
    expect(await rehearsed(deal)).toMatchObject({ found: null, isAccepted: false });
  });
});

const SOME = 'rk_test_somewrites00000000000';

const checkedWith = async (
  permissions: readonly string[],
  actions: string,
): Promise<CheckActionsReply> => {
  world().world.stripe.keys.add(SOME, permissions);
  const environment = {
    ...world().environment,
    STRIPE_WRITE_KEY: SOME,
    DEMO_ACTIONS: actions,
  };
  const context = { propertiesToSend: {}, parameters: { step: 'check' } };
  const answer = await runMain(loadMain(ACTING_UIDS.manageBilling), environment, context);
  return asReply(answer);
};

/** Of the lines of a link or invoice. */
const CATALOGUE = ['plan_write', 'product_write'];

const SUBSCRIBING = [
  'coupon_read',
  'customer_portal_write',
  'customer_write',
  'payment_links_write',
  'plan_write',
  'product_write',
  'promotion_code_read',
  'subscription_write',
];

describe('what the key for writing may do', () => {
  test.each([
    [['charge_write'], { links: 'missing', invoices: 'missing', refunds: 'granted' }],
    [
      ['invoice_write', 'payment_links_write', ...CATALOGUE],
      { links: 'granted', invoices: 'missing' },
    ],
    [['payment_links_write', 'plan_write'], { links: 'missing' }],
    [['payment_links_write', 'product_write'], { links: 'missing' }],
    [
      ['invoice_write', 'customer_write', ...CATALOGUE],
      { invoices: 'granted', refunds: 'missing' },
    ],
    [SUBSCRIBING, { subscriptions: 'granted' }],
    [['subscription_write'], { subscriptions: 'missing' }],
  ])('is found out for the app page, without a record: %j', async (permissions, expected) => {
    await forgetRequests(world());
    const { kinds } = succeeded(
      await checkedWith(permissions, 'links,invoices,subscriptions,refunds'),
    );
    expect(Object.fromEntries(kinds.map(({ kind, status }) => [kind, status]))).toMatchObject(
      expected,
    );
    const sent = await requestsOf(world());
    expect(sent).toHaveLength(10);
    // Not one of the calls could create anything.
    const answered = sent.filter(({ status }) => status < 400);
    expect(answered.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('is asked for what is on only', async () => {
    await forgetRequests(world());
    const reply = await checkedWith([], 'refunds');
    expect(reply).toMatchObject({
      ok: true,
      step: 'checked',
      kinds: [{ kind: 'refunds', status: 'missing', missing: ['charge_write'] }],
    });
    expect((await requestsOf(world())).map(({ path }) => path)).toEqual(['/v1/refunds']);
  });

  test('is not found out where actions are off', async () => {
    expect(await checkedWith(['charge_write'], '')).toMatchObject({
      ok: false,
      error: { code: 'actions-off' },
    });
  });
});
