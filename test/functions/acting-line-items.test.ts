import type { AskedPayment } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { useActing } from './acting-world.ts';
import { succeeded } from './replies.ts';

const { world, stripe, request, enter, preparedRequest, newDeal } = useActing();

const MONTH = { unit: 'month', count: 1 } as const;
const MONTHLY = {
  subject: { kind: 'recurring-lines', interval: MONTH, withOneTime: true },
  collectsTax: false,
} as const;

const invoice = { method: 'invoice', collectsTax: false, daysUntilDue: 30 } as const;
const lines = { kind: 'lines' } as const;

type AskedOf = (customerId: string) => AskedPayment;

const METHODS: readonly (readonly [string, AskedOf])[] = [
  ['a payment link', () => ({ method: 'link', subject: lines, collectsTax: false })],
  [
    'a deposit of a deal without an amount',
    () => ({ method: 'link', subject: { kind: 'deposit', percent: '50' }, collectsTax: false }),
  ],
  [
    'an invoice to copy',
    (customerId) => ({ ...invoice, subject: lines, payee: { customerId }, delivery: 'copy' }),
  ],
  [
    'an invoice that Stripe emails',
    (customerId) => ({ ...invoice, subject: lines, payee: { customerId }, delivery: 'email' }),
  ],
  ['a subscription by link', () => ({ method: 'subscription-link', ...MONTHLY })],
  [
    'a subscription by invoice',
    (customerId) => ({
      ...{ method: 'subscription', ...MONTHLY, payee: { customerId }, daysUntilDue: 14 },
    }),
  ],
];

/** A deal with a one-time line and a monthly one; its amount is that of its lines. */
function dealWithLines() {
  const { id: customerId } = stripe().createCustomer({ name: 'Ada', email: 'ada@example.com' });
  const { store } = world().world.hubspot;
  const deal = newDeal({ stripe_customer_id: customerId, amount: '' });
  const [once = '', often = ''] = ['', 'monthly'].map((recurringbillingfrequency) => {
    const given = { name: 'Seat', price: '100', quantity: '2', recurringbillingfrequency };
    const { id } = store.createObject('line_items', given);
    store.associate('deals', deal, 'line_items', id);
    return id;
  });
  return { deal, customerId, once, often };
}

/** As a program writes it that may: this app may not. */
async function changeByApi(item: string, properties: Readonly<Record<string, string>>) {
  const { tokens } = world().world.hubspot;
  const [{ scopes } = { scopes: [] }] = tokens.list();
  tokens.grant(undefined, [...scopes, 'crm.objects.line_items.write']);
  const url = `${world().world.hubspot.url}/crm/objects/2026-03/line_items/${item}`;
  const response = await fetch(url, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${world().environment['PRIVATE_APP_ACCESS_TOKEN'] ?? ''}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ properties }),
  });
  tokens.grant(undefined, scopes);
  if (!response.ok) throw new Error(await response.text());
}

const made = () => {
  const { paymentLinks, invoices, subscriptions } = stripe().store;
  return [paymentLinks, invoices, subscriptions].map((rows) => rows.newestFirst().length);
};

const CHANGES = [{ price: '150' }, { quantity: '3' }, { discount: '10' }, { name: 'Chair' }];

test.each(
  METHODS.flatMap(([name, askedOf]) =>
    CHANGES.map((changed) => [name, JSON.stringify(changed), askedOf, changed] as const),
  ),
)(
  '%s is not made where a program writes %s after its review',
  async (_name, _text, of, changed) => {
    const { deal, customerId, once, often } = dealWithLines();
    const asked = of(customerId);
    const isDeposit = 'subject' in asked && asked.subject.kind === 'deposit';
    const { digest, confirmation } = await preparedRequest(deal, asked);
    if (confirmation !== null) await enter(deal, confirmation.text);
    await changeByApi(asked.method.startsWith('subscription') ? often : once, changed);
    const before = made();
    const approval = { digest, ...(confirmation !== null && { confirmation: confirmation.text }) };
    const reply = await request(deal, { step: 'confirm', asked, ...approval });
    // The name of a line is not on a deposit.
    if (isDeposit && 'name' in changed) {
      expect(succeeded(reply)).toMatchObject({ step: 'done' });
      return;
    }
    expect(reply).toMatchObject({ ok: false, error: { code: 'preview-changed' } });
    expect(made()).toEqual(before);
  },
);
