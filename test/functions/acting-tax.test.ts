import type { AskedPayment } from '@stripe-payments/core';
import { money } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { amountTotal, totalOf } from '../../sandbox/stripe/formatters/amounts.ts';
import { useActing } from './acting-world.ts';
import { succeeded } from './replies.ts';

const { world, stripe, request, newDeal, preparedRequest, enter } = useActing();

/** A request over 500.00 with tax, of a customer of that country. */
function requestFor(country: string | null, method: 'invoice' | 'subscription' = 'invoice') {
  const located = country === null ? {} : { country };
  const customer = stripe().createCustomer({ name: 'Ada', email: 'ada@x.example', ...located });
  const deal = newDeal({ stripe_customer_id: customer.id });
  const amount = { kind: 'amount', amount: '500.00', currency: 'usd' } as const;
  const terms = { collectsTax: true, payee: { customerId: customer.id }, daysUntilDue: 30 };
  const asked: AskedPayment =
    method === 'invoice'
      ? { method, subject: amount, ...terms, delivery: 'copy' }
      : { method, subject: { ...amount, interval: { unit: 'month', count: 1 } }, ...terms };
  return { deal, asked };
}

test.each([
  ['IT', 11_000],
  ['JP', 0],
])(
  'the review of an invoice in %s says the tax, and the invoice asks for exactly that',
  async (country, minor) => {
    const { deal, asked } = requestFor(country);
    const { digest, isPlusTax, tax } = await preparedRequest(deal, asked);
    expect([isPlusTax, tax]).toEqual([true, money(minor, 'usd')]);
    const reply = succeeded(await request(deal, { step: 'confirm', asked, digest }));
    expect(reply).toMatchObject({
      request: { status: 'open', amount: { minor: 50_000 + minor } },
    });
  },
);

test.each([
  [null, 'invoice'],
  ['US', 'invoice'],
  ['US', 'subscription'],
] as const)(
  'without a known location (%s) an %s is refused at the review, and nothing is made',
  async (country, method) => {
    const { deal, asked } = requestFor(country, method);
    const before = stripe().store.invoices.newestFirst().length;
    const reply = await request(deal, { step: 'prepare', asked });
    expect(reply).toMatchObject({ ok: false, error: { code: 'tax-location-missing' } });
    expect(stripe().store.invoices.newestFirst()).toHaveLength(before);
  },
);

test('a link has no tax before its payer has entered an address', async () => {
  const deal = newDeal();
  const subject = { kind: 'amount', amount: '500.00', currency: 'usd' } as const;
  const link = await preparedRequest(deal, { method: 'link', subject, collectsTax: true });
  expect([link.isPlusTax, link.tax]).toEqual([true, null]);
});

test('a link asks for the tax of where its payer lives', async () => {
  const deal = newDeal();
  const subject = { kind: 'amount', amount: '500.00', currency: 'usd' } as const;
  const asked: AskedPayment = { method: 'link', subject, collectsTax: true };
  const { digest } = await preparedRequest(deal, asked);
  const done = succeeded(await request(deal, { step: 'confirm', asked, digest }));
  const id = done.step === 'done' ? done.request.id : '';
  for (const [country, minor] of [
    ['IT', 61_000],
    ['JP', 50_000],
  ] as const) {
    const payer = { email: 'ada@x.example', name: 'Ada', country };
    const session = stripe().openLink(id, payer);
    const row = stripe().store.checkoutSessions.get(session);
    expect(row && amountTotal(row)).toBe(minor);
  }
});

test.each([
  ['IT', true, 'paid', '110.00'],
  ['JP', true, 'paid', '0.00'],
  // No document of it states a tax.
  ['IT', false, 'paid', null],
] as const)(
  'a link that was paid in %s (tax: %s) leaves its deal %s, with %s of tax',
  async (country, collectsTax, coverage, tax) => {
    const deal = newDeal();
    const subject = { kind: 'amount', amount: '500.00', currency: 'usd' } as const;
    const asked: AskedPayment = { method: 'link', subject, collectsTax };
    const { digest } = await preparedRequest(deal, asked);
    const done = succeeded(await request(deal, { step: 'confirm', asked, digest }));
    const payer = { email: 'ada@x.example', name: 'Ada', country };
    stripe().completeOnLink(stripe().openLink(done.step === 'done' ? done.request.id : '', payer));
    succeeded(await world().syncPayments(deal));
    const { store } = world().world.hubspot;
    const stored = (name: string) => store.valueOf('deals', deal, name);
    expect(stored('stripe_coverage')).toBe(coverage);
    expect(stored('stripe_amount_outstanding')).toBe('0.00');
    expect(stored('stripe_tax_amount')).toBe(tax);
  },
);

test('the demo has a deal that was paid with tax by a link, and one whose rest is asked for with tax', async () => {
  const { store } = world().world.hubspot;
  for (const [deal, coverage, tax, due] of [
    ['9223', 'paid', '110.00', '0.00'],
    ['9224', 'partly_paid', null, '732.00'],
  ] as const) {
    succeeded(await world().syncPayments(deal));
    const stored = (name: string) => store.valueOf('deals', deal, name);
    expect(stored('stripe_coverage')).toBe(coverage);
    expect(stored('stripe_tax_amount')).toBe(tax);
    expect(stored('stripe_amount_due')).toBe(due);
  }
});

test('a subscription bills the tax of where its customer lives', async () => {
  const { deal, asked } = requestFor('IT', 'subscription');
  const { digest, confirmation } = await preparedRequest(deal, asked);
  const text = confirmation?.text ?? '';
  await enter(deal, text);
  succeeded(await request(deal, { step: 'confirm', asked, digest, confirmation: text }));
  const [subscription] = stripe().store.subscriptions.newestFirst();
  const [invoice] = stripe().store.invoices.newestFirst();
  expect(subscription).toMatchObject({ isTaxAutomatic: true });
  expect([invoice?.isTaxAutomatic, invoice && totalOf(invoice)]).toEqual([true, 61_000]);
});

test('an invoice whose customer has moved since the review stays a draft, and the next step is said', async () => {
  const { deal, asked } = requestFor('IT');
  const { digest } = await preparedRequest(deal, asked);
  const payee = 'payee' in asked && 'customerId' in asked.payee ? asked.payee.customerId : '';
  stripe().changeCustomer(payee, { country: null });
  const reply = await request(deal, { step: 'confirm', asked, digest });
  expect(reply).toMatchObject({ ok: false, error: { code: 'tax-location-unknown' } });
  const [invoice] = stripe().store.invoices.newestFirst();
  expect(invoice).toMatchObject({ status: 'draft', isTaxAutomatic: true });
});
