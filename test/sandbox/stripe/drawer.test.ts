import { expect, test } from 'vitest';
import type { Scene, StripeActionId } from '../../../sandbox/drawers.ts';
import { doneSchema, sceneSchema } from '../../../sandbox/drawers.ts';
import { startSandbox, type RunningSandbox } from './start-sandbox.ts';

async function sceneOf(sandbox: RunningSandbox, query: string): Promise<Scene> {
  return sceneSchema.parse(await (await sandbox.control('GET', `/scene?${query}`)).json());
}

async function perform(sandbox: RunningSandbox, body: object): Promise<string> {
  const response = await sandbox.control('POST', '/actions', body);
  return doneSchema.parse(await response.json()).message;
}

test('the scene shows the payments of customers and of the deal, each with its actions', async () => {
  const sandbox = await startSandbox();
  const ada = sandbox.world.createCustomer({ name: 'Ada' }).id;
  sandbox.world.payByCard({ amount: 5000, currency: 'usd', customer: ada });
  const metadata = { hubspot_deal_id: '9001' };
  sandbox.world.authorize({ amount: 700, currency: 'jpy', metadata, chargeMetadata: {} });
  sandbox.world.payByCard({ amount: 1, currency: 'usd', metadata: { hubspot_deal_id: '9002' } });
  const scene = await sceneOf(sandbox, `customers=${ada},cus_unknown&deal=9001`);
  expect(scene.customers).toEqual([{ id: ada, name: 'Ada' }]);
  expect(scene.payments).toMatchObject([
    {
      label: '700 JPY by Visa ending in 4242',
      availableActions: ['capture', 'cancel-authorization'],
    },
    { label: '50.00 USD by Visa ending in 4242 from Ada', status: 'paid, fee pending' },
  ]);
});

interface Step {
  readonly action: StripeActionId;
  readonly status: string;
}

const STORIES: readonly (readonly Step[])[] = [
  [
    { action: 'pay-by-card', status: 'paid, fee pending' },
    { action: 'settle-fee', status: 'paid' },
    { action: 'open-inquiry', status: 'under inquiry' },
    { action: 'open-dispute', status: 'in dispute' },
    { action: 'lose-dispute', status: 'dispute lost' },
    { action: 'win-dispute', status: 'dispute won' },
  ],
  [
    { action: 'pay-by-card', status: 'paid, fee pending' },
    { action: 'refund', status: 'refunded' },
    { action: 'fail-refund', status: 'paid' },
  ],
  [
    { action: 'authorize', status: 'authorized' },
    { action: 'capture', status: 'paid, fee pending' },
  ],
  [
    { action: 'authorize', status: 'authorized' },
    { action: 'cancel-authorization', status: 'canceled' },
  ],
  [
    { action: 'start-bank-debit', status: 'on its way' },
    { action: 'bank-debit-succeeds', status: 'paid' },
  ],
  [
    { action: 'start-bank-debit', status: 'on its way' },
    { action: 'bank-debit-fails', status: 'failed' },
  ],
  [{ action: 'pay-declined', status: 'failed' }],
];

test.each(STORIES.map((story) => ({ story, title: story.map((step) => step.action).join(', ') })))(
  'a person can play: $title',
  async ({ story }) => {
    const sandbox = await startSandbox();
    for (const { action, status } of story) {
      const { payments } = await sceneOf(sandbox, 'deal=9001');
      const [payment] = payments;
      if (payment !== undefined) expect(payment.availableActions).toContain(action);
      const target =
        payment === undefined ? { hubspotDealId: '9001' } : { chargeId: payment.chargeId };
      expect(await perform(sandbox, { action, ...target })).toMatch(/^.+\.$/);
      expect((await sceneOf(sandbox, 'deal=9001')).payments[0]?.status).toBe(status);
    }
  },
);

interface BillingStep {
  readonly action: StripeActionId;
  readonly amountMinor?: number;
  readonly status: string;
}

const BILLING_STORIES: readonly (readonly BillingStep[])[] = [
  [
    { action: 'create-invoice', status: 'open' },
    { action: 'fail-invoice-payment', status: 'open' },
    { action: 'pay-invoice-part', amountMinor: 2000, status: 'open, 100.00 USD left' },
    { action: 'pay-invoice', status: 'paid' },
  ],
  [
    { action: 'create-invoice', status: 'open' },
    { action: 'void-invoice', status: 'void' },
  ],
  [
    { action: 'start-subscription', status: 'active' },
    { action: 'renew-subscription', status: 'active' },
    { action: 'cancel-at-period-end', status: 'active, ending' },
  ],
];

test.each(
  BILLING_STORIES.map((story) => ({ story, title: story.map((step) => step.action).join(', ') })),
)('a person can play: $title', async ({ story }) => {
  const sandbox = await startSandbox();
  const ada = sandbox.world.createCustomer({ name: 'Ada' }).id;
  const kept = async (): Promise<Scene['payments'][number] | undefined> => {
    const { payments } = await sceneOf(sandbox, `customers=${ada}`);
    const prefix = story[0]?.action === 'create-invoice' ? 'in_' : 'sub_';
    return payments.find((entry) => entry.chargeId.startsWith(prefix));
  };
  for (const { action, amountMinor, status } of story) {
    const entry = await kept();
    if (entry !== undefined) expect(entry.availableActions).toContain(action);
    const target = entry === undefined ? { customerId: ada } : { chargeId: entry.chargeId };
    const amount = amountMinor === undefined ? {} : { amountMinor };
    expect(await perform(sandbox, { action, ...target, ...amount })).toMatch(/^.+\.$/);
    expect((await kept())?.status).toBe(status);
  }
});

test('an invoice from the drawer is due in 14 days, and needs a customer', async () => {
  const sandbox = await startSandbox();
  const ada = sandbox.world.createCustomer({ name: 'Ada' }).id;
  await perform(sandbox, { action: 'create-invoice', customerId: ada, hubspotDealId: '9001' });
  const [invoice] = (await sandbox.stripe.invoices.list()).data;
  expect(invoice).toMatchObject({
    amount_due: 12_000,
    due_date: sandbox.clock.nowMs() / 1000 + 14 * 86_400,
    collection_method: 'send_invoice',
    metadata: { hubspot_deal_id: '9001' },
  });
  expect((await sceneOf(sandbox, 'deal=9001')).payments[0]?.chargeId).toBe(invoice?.id);
  const guest = { action: 'create-invoice', hubspotDealId: '9001' };
  expect((await sandbox.control('POST', '/actions', guest)).status).toBe(409);
});

test('an impossible action is a 409 with the reason', async () => {
  const sandbox = await startSandbox();
  const { charge } = sandbox.world.payByCard({ amount: 5000, currency: 'usd' });
  const actions = [
    'capture',
    'lose-dispute',
    'win-dispute',
    'fail-refund',
    'bank-debit-fails',
    'pay-invoice',
    'pay-invoice-part',
    'void-invoice',
    'renew-subscription',
  ];
  for (const action of actions) {
    const response = await sandbox.control('POST', '/actions', { action, chargeId: charge.id });
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ error: expect.any(String) as string });
  }
  const unknown = { action: 'refund', chargeId: 'ch_unknown' };
  expect((await sandbox.control('POST', '/actions', unknown)).status).toBe(409);
});

test.each([
  { action: 'explode' },
  { action: 'pay-by-card', amountMinor: -1 },
  { action: 'pay-by-card', amountMinor: 1.5 },
  { action: 'pay-by-card', surprise: true },
  {},
])('the malformed request %j is a 400', async (body) => {
  const { control } = await startSandbox();
  expect((await control('POST', '/actions', body)).status).toBe(400);
});

test('an action takes amount, currency and customer', async () => {
  const sandbox = await startSandbox();
  const ada = sandbox.world.createCustomer({ name: 'Ada' }).id;
  const message = await perform(sandbox, {
    action: 'pay-by-card',
    customerId: ada,
    amountMinor: 385_000,
    currency: 'JPY',
    hubspotDealId: '9003',
  });
  expect(message).toContain('385000 JPY');
  const [charge] = (await sandbox.stripe.charges.list({ customer: ada })).data;
  expect(charge).toMatchObject({
    amount: 385_000,
    currency: 'jpy',
    metadata: { hubspot_deal_id: '9003' },
  });
});
