import type { AskedPayment } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { useActing } from './acting-world.ts';
import { succeeded } from './replies.ts';

const { stripe, request, newDeal, preparedRequest } = useActing();

/** An invoice over 500.00 with tax, of a customer of that country. */
function invoiceFor(country: string | null) {
  const located = country === null ? {} : { country };
  const customer = stripe().createCustomer({ name: 'Ada', email: 'ada@x.example', ...located });
  const deal = newDeal({ stripe_customer_id: customer.id });
  const asked: AskedPayment = {
    method: 'invoice',
    subject: { kind: 'amount', amount: '500.00', currency: 'usd' },
    collectsTax: true,
    payee: { customerId: customer.id },
    daysUntilDue: 30,
    delivery: 'copy',
  };
  return { deal, asked };
}

async function confirmed({ deal, asked }: ReturnType<typeof invoiceFor>) {
  const { digest, isPlusTax } = await preparedRequest(deal, asked);
  expect(isPlusTax).toBe(true);
  return request(deal, { step: 'confirm', asked, digest });
}

test.each([
  ['IT', 61_000],
  ['JP', 50_000],
])(
  'an invoice of a customer in %s asks for the tax that is collected there',
  async (country, minor) => {
    const reply = succeeded(await confirmed(invoiceFor(country)));
    expect(reply).toMatchObject({ request: { status: 'open', amount: { minor } } });
  },
);

test.each([null, 'US'])(
  'without a known location (%s) it stays a draft, and the next step is said',
  async (country) => {
    const reply = await confirmed(invoiceFor(country));
    expect(reply).toMatchObject({ ok: false, error: { code: 'tax-location-unknown' } });
    const [invoice] = stripe().store.invoices.newestFirst();
    expect(invoice).toMatchObject({ status: 'draft', isTaxAutomatic: true });
  },
);
