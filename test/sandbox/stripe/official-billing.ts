import type { RunningSandbox } from './start-sandbox.ts';

/** One of each billing object, as the API answers, under the names of the official fixtures. */
export async function billingResources({
  stripe,
  world,
}: RunningSandbox): Promise<Readonly<Record<string, unknown>>> {
  const customer = world.createCustomer({ name: 'Grace', email: 'grace@example.com' }).id;
  const product = world.createProduct({ name: 'Gold' }).id;
  const recurring = { interval: 'month' } as const;
  const price = world.createPrice({ product, currency: 'usd', unitAmount: 2000, recurring }).id;
  const coupon = world.createCoupon({ percentOff: 25.5, duration: 'forever' }).id;
  const { subscription } = world.createSubscription({
    customer,
    items: [{ price }],
    discounts: [coupon],
  });
  const { session } = world.completeCheckout({ customer, amount: 1000 });
  const { id } = world.createInvoice({ customer, lines: [{ amount: 1000 }] });
  world.finalizeInvoice(id);
  const { creditNote } = world.issueCreditNote({ invoice: id, amount: 100 });
  const got = await stripe.subscriptions.retrieve(subscription.id, { expand: ['discounts'] });
  const items = await stripe.checkout.sessions.listLineItems(session.id);
  const [item] = got.items.data;
  return {
    'checkout.session': await stripe.checkout.sessions.retrieve(session.id),
    coupon: await stripe.coupons.retrieve(coupon),
    credit_note: await stripe.creditNotes.retrieve(creditNote.id),
    discount: got.discounts[0],
    invoice: await stripe.invoices.retrieve(id),
    invoice_payment: (await stripe.invoicePayments.list({ invoice: id })).data[0],
    item: items.data[0],
    line_item: (await stripe.invoices.listLineItems(id)).data[0],
    plan: item?.plan,
    price: await stripe.prices.retrieve(price),
    product: await stripe.products.retrieve(product),
    subscription: { ...got, discounts: [] },
    subscription_item: item,
  };
}
