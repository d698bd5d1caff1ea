import type { AskedPayment } from '@stripe-payments/core';
import { missingOf, money } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { useActing } from './acting-world.ts';
import { succeeded } from './replies.ts';

const { stripe, request, newDeal, preparedRequest } = useActing();

const customer = () => stripe().createCustomer({ name: 'Ada', email: 'ada@example.com' }).id;

/** As another program makes it. */
function openInvoice(customerId: string, metadata: Record<string, string> = {}): void {
  const lines = [{ amount: 26_000 }];
  const { id } = stripe().createInvoice({ customer: customerId, lines, metadata });
  stripe().finalizeInvoice(id);
}

/** As the form of a request has it. */
async function standingOf(deal: string) {
  const basis = succeeded(await request(deal, { step: 'basis' }));
  if (basis.step !== 'basis') throw new Error('The basis of a request was asked for.');
  return basis.standing;
}

const link: AskedPayment = {
  method: 'link',
  subject: { kind: 'amount', amount: '500.00', currency: 'usd' },
  collectsTax: false,
};

test('an open invoice of another program and a payment count, before the first sync', async () => {
  const customerId = customer();
  const deal = newDeal({ stripe_customer_id: customerId });
  stripe().payByCard({ amount: 20_000, currency: 'usd', customer: customerId });
  openInvoice(customerId);
  const standing = await standingOf(deal);
  expect(standing).toMatchObject({
    outstanding: { minor: 30_000, currency: 'usd' },
    asked: [{ kind: 'invoice', open: { minor: 26_000 } }],
    asOfMs: null,
    problem: null,
  });
  expect(missingOf(standing)).toEqual(money(4_000, 'usd'));
});

test('what is asked for on another deal of the same customer is not asked for on this one', async () => {
  const customerId = customer();
  const other = newDeal();
  const deal = newDeal({ stripe_customer_id: customerId });
  openInvoice(customerId, { hubspot_deal_id: other });
  expect((await standingOf(deal)).asked).toEqual([]);
  expect((await standingOf(other)).asked).toHaveLength(1);
});

test('a link that another program made for the deal asks for what its lines cost', async () => {
  const deal = newDeal();
  const { id: product } = stripe().createProduct({ name: 'Other' });
  const { id: price } = stripe().createPrice({ product, unitAmount: 1_000, currency: 'usd' });
  stripe().createPaymentLink({
    afterCompletion: { type: 'hosted_confirmation', message: null },
    createsCustomer: false,
    inactiveMessage: null,
    invoiceData: null,
    items: [{ price, quantity: 3 }],
    limit: null,
    metadata: { hubspot_deal_id: deal },
    paymentIntentData: null,
    paymentMethodTypes: null,
    subscriptionData: null,
  });
  const standing = await standingOf(deal);
  expect(standing.asked).toMatchObject([{ kind: 'link', open: { minor: 3_000 } }]);
  expect(missingOf(standing)).toEqual(money(47_000, 'usd'));
});

test('a second request of the whole is reviewed beside the first', async () => {
  const deal = newDeal();
  const { digest } = await preparedRequest(deal, link);
  await request(deal, { step: 'confirm', asked: link, digest });
  const other = { ...link, subject: { ...link.subject, amount: '499.00' } } as AskedPayment;
  const { standing } = await preparedRequest(deal, other);
  expect(standing.asked).toMatchObject([{ kind: 'link', open: { minor: 50_000 } }]);
  expect(missingOf(standing)).toEqual(money(0, 'usd'));
});
