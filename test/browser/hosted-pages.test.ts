import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { RecordPage } from '../../sandbox/dev/start.ts';
import { NOW_MS, test } from './harness.ts';

const DEAL_ID = '9042';

/** The dev server runs a terminal command to know the webhook's URL. */
const DELIVERY_MS = 120_000;

function createLink({ world }: RecordPage, unitAmount: number): string {
  const stripe = world.stripe.world;
  const product = stripe.createProduct({ name: 'Onboarding workshop', isActive: false }).id;
  const price = stripe.createPrice({ product, currency: 'usd', unitAmount, isActive: false }).id;
  return stripe.createPaymentLink({
    items: [{ price, quantity: 1 }],
    afterCompletion: { type: 'hosted_confirmation', message: null },
    createsCustomer: false,
    inactiveMessage: null,
    invoiceData: null,
    limit: 1,
    metadata: { hubspot_deal_id: DEAL_ID },
    paymentIntentData: {
      description: null,
      metadata: { hubspot_deal_id: DEAL_ID },
      statementDescriptorSuffix: null,
    },
    paymentMethodTypes: null,
    subscriptionData: null,
  }).urlKey;
}

/** Presses the button and waits for what the page says then. */
async function pay(page: Page, label: string, button: string | RegExp): Promise<string> {
  if (label !== '') await page.getByLabel(label).check();
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('status').waitFor({ timeout: DELIVERY_MS });
  return page.getByRole('status').innerText();
}

test('a customer pays a link, and the deal is paid without a sync by hand', async ({
  page,
  recordPage,
}) => {
  const { store } = recordPage.world.hubspot;
  const status = (): string | null => store.valueOf('deals', DEAL_ID, 'stripe_payment_status');
  const url = `${recordPage.url}/pay/link/${createLink(recordPage, 190_000)}`;
  await page.goto(url);
  expect(await page.getByRole('main').innerText()).toContain('1900.00 USD');
  expect(await pay(page, 'Card that is declined (9995)', 'Pay 1900.00 USD')).toContain(
    'Your card has insufficient funds.',
  );
  expect(await pay(page, 'Card that works (4242)', 'Pay 1900.00 USD')).toContain(
    'Your payment succeeded.',
  );
  expect(await page.getByRole('main').innerText()).toContain('This was paid.');
  expect(status()).toBe('paid');
  expect(store.valueOf('deals', DEAL_ID, 'stripe_amount_paid')).toBe('1900.00');
  await page.goto(url);
  expect(await page.getByRole('button').count()).toBe(0);
});

test('the deal of an invoice is paid when the bank debit of its customer has arrived', async ({
  page,
  recordPage,
}) => {
  const { store } = recordPage.world.hubspot;
  const stripe = recordPage.world.stripe.world;
  const customer = stripe.createCustomer({ name: 'Helen Birch', email: 'pay@birch.example' }).id;
  const { id, hostedKey } = stripe.createDraft({
    customer,
    collectionMethod: 'send_invoice',
    dueDate: Math.floor(NOW_MS / 1000) + 86_400,
    metadata: { hubspot_deal_id: '9041' },
  });
  stripe.addInvoiceItem({ customer, currency: 'usd', invoice: id, amount: 740_000 });
  stripe.sendInvoice(id);
  const status = (): string | null => store.valueOf('deals', '9041', 'stripe_payment_status');
  await page.goto(`${recordPage.url}/pay/invoice/${hostedKey}`);
  expect(await pay(page, 'Bank debit that settles later', /^Pay /)).toContain('on its way');
  expect(await page.getByRole('main').getAttribute('data-state')).toBe('processing');
  expect(status()).not.toBe('paid');
  await pay(page, '', 'Let the debit arrive');
  expect(status()).toBe('paid');
});
