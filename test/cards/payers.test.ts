import { LINKED, openRead, rowsIn } from './read-card.ts';
import { Link, Table } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';
import { charge, declined } from '../builders/charge.ts';
import { freeCheckout } from '../builders/checkout.ts';
import { customer } from '../builders/customer.ts';
import { invoice } from '../builders/invoice.ts';
import { subscription } from '../builders/subscription.ts';
import { statisticsOf } from './statistics-of.ts';
import { chargeOf, viewOf } from './views.ts';

test('a free checkout is shown with its customer', async () => {
  const card = await openRead(
    viewOf('deal', {
      checkouts: [freeCheckout({ recordClaims: [{ objectType: 'deal', recordId: '1' }] })],
    }),
    'deal',
  );
  expect(card.text()).toContain('No-cost checkouts (1)');
  expect(card.text()).toContain('Completed on Nov 22, 2026 for $0.00, so there was nothing to pay');
  expect(card.text()).toContain('Customer: Grace Hopper, guest@example.com');
});

test.each(['deal', 'contact', 'company'] as const)(
  'a %s with only subscriptions or open invoices is not empty',
  async (name) => {
    const objects = { subscriptions: [subscription()], invoices: [invoice()] };
    const card = await openRead(viewOf(name, objects), name);
    expect(statisticsOf(card)).toMatchObject({
      Due: '$20.00',
      'Recurring per month (MRR)': '$10.00',
    });
    expect(card.text()).not.toContain('No payments yet');
  },
);

test('a contact has no deal amount to compare with', async () => {
  const card = await openRead(viewOf('contact', { charges: [charge()] }));
  expect(statisticsOf(card)).toEqual({
    Paid: '$20.00',
    'Net received': '$19.12',
  });
  expect(card.text()).not.toMatch(/deal amount/i);
});

test.each(['contact', 'company'] as const)(
  'on a %s a failed payment has a table of its own',
  async (name) => {
    const objects = { charges: [charge(), declined({ id: 'ch_2' })] };
    const card = await openRead(viewOf(name, objects), name);
    expect(card.text()).toContain('Failed payments (1)');
    expect(rowsIn(card, 'failed-payments')).toHaveLength(1);
    expect(rowsIn(card, 'payments')).toHaveLength(1);
  },
);

test('names the payer of each subscription only where there are several', async () => {
  const one = viewOf('company', { subscriptions: [subscription()], customers: [customer()] });
  expect((await openRead(one, 'company')).text()).not.toContain('Customer: ');
  const charges = [chargeOf('cus_2', { id: 'ch_2' })];
  const several = viewOf('company', {
    charges,
    subscriptions: [subscription()],
    customers: [customer()],
  });
  expect((await openRead(several, 'company')).text()).toContain(
    'Customer: Ada Lovelace, ada@example.com',
  );
});

test('customers are listed with reason, tag and Stripe link', async () => {
  const charges = [charge(), chargeOf('cus_2', { id: 'ch_2' })];
  const card = await openRead(
    viewOf('contact', { charges, customers: [customer()] }, { mode: 'test' }),
  );
  expect(rowsIn(card, 'customers')).toEqual([
    ['Ada Lovelace, ada@example.com', 'Linked', LINKED],
    ['No name (cus_2)', 'Matched by Stripe metadata'],
  ]);
  expect(card.findByTestId(Table, 'customers').find(Link).props.href).toEqual({
    url: 'https://dashboard.stripe.com/acct_1/test/customers/cus_1',
    external: true,
  });
});

test('a right-to-left name is isolated from the email beside it', async () => {
  const view = viewOf('contact', {
    charges: [charge()],
    customers: [customer({ name: 'ليلى الحداد' })],
  });
  const [row] = rowsIn(await openRead(view), 'customers');
  expect(row?.[0]).toBe('\u2068ليلى الحداد\u2069, ada@example.com');
});
