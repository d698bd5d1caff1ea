import type Stripe from 'stripe';
import { Untried } from '../check.ts';
import { AMOUNT, MARK, PRODUCT_ID } from './marks.ts';
import type { Payments, StageParts } from './stage.ts';

export type Billing = ReturnType<typeof createBilling>;

/** Deletes a coupon that may be deleted already. */
async function removeCoupon(stripe: Stripe, id: string): Promise<void> {
  try {
    await stripe.coupons.del(id);
  } catch (error) {
    if (!(error instanceof Error && 'statusCode' in error && error.statusCode === 404)) throw error;
  }
}

/** What is sold, and what is billed for it. */
export function createBilling({ stripe, session }: StageParts, payments: Payments) {
  const { objectOf, metadata, currency, customer, newCustomer } = payments;
  const product = objectOf('a product', async () => {
    const id = PRODUCT_ID;
    try {
      await stripe.products.update(id, { active: true });
    } catch {
      await stripe.products.create({ id, name: 'Contract check', metadata: MARK });
    }
    session.created(`product ${id}`, () => stripe.products.update(id, { active: false }));
    return id;
  });
  const coupon = objectOf('a coupon', async () => {
    const id = `contract-check-${session.runId}`;
    await stripe.coupons.create({ id, percent_off: 10, duration: 'forever', metadata: MARK });
    session.created(`coupon ${id}`, () => removeCoupon(stripe, id));
    return id;
  });
  /** Its coupon is deleted as soon as it has it. */
  const subscription = objectOf('a subscription', async () => {
    const payer = await newCustomer('Subscriber', {
      payment_method: 'pm_card_visa',
      invoice_settings: { default_payment_method: 'pm_card_visa' },
    });
    const { id } = await stripe.subscriptions.create({
      customer: payer.id,
      items: [
        {
          price_data: {
            currency: await currency(),
            product: await product(),
            recurring: { interval: 'month' },
            unit_amount: AMOUNT,
          },
        },
      ],
      discounts: [{ coupon: await coupon() }],
      metadata,
    });
    session.created(`subscription ${id}`, () => stripe.subscriptions.cancel(id));
    await removeCoupon(stripe, await coupon());
    return stripe.subscriptions.retrieve(id, { expand: ['discounts', 'items.data.discounts'] });
  });
  const invoice = objectOf('an invoice', async () => {
    const { id } = await subscription();
    const { data } = await stripe.invoices.list({
      subscription: id,
      limit: 1,
      expand: ['data.payments'],
    });
    const [first] = data;
    if (first === undefined) throw new Untried('the subscription has no invoice');
    return first;
  });
  /** Names a record itself, and is sent to be paid later. */
  const openInvoice = objectOf('an open invoice', async () => {
    const payer = (await customer()).id;
    await stripe.invoiceItems.create({
      customer: payer,
      amount: AMOUNT,
      currency: await currency(),
      description: 'Contract check',
    });
    const { id } = await stripe.invoices.create({
      customer: payer,
      currency: await currency(),
      collection_method: 'send_invoice',
      days_until_due: 30,
      pending_invoice_items_behavior: 'include',
      metadata,
    });
    session.created(`invoice ${id}`, async () => {
      const { status } = await stripe.invoices.retrieve(id);
      if (status === 'draft') await stripe.invoices.del(id);
      if (status === 'open') await stripe.invoices.voidInvoice(id);
    });
    return stripe.invoices.finalizeInvoice(id);
  });
  /** Of a guest, and over: only then Stripe keeps the address. */
  const checkout = objectOf('a checkout session', async () => {
    const email = `Contract.Check.Guest.${session.runId}@Example.com`;
    const { id } = await stripe.checkout.sessions.create({
      mode: 'payment',
      customer_email: email,
      line_items: [
        {
          price_data: {
            currency: await currency(),
            product: await product(),
            unit_amount: AMOUNT,
          },
          quantity: 1,
        },
      ],
      success_url: 'https://example.com/',
      metadata,
    });
    session.created(`checkout session ${id}`, async () => {
      const { status } = await stripe.checkout.sessions.retrieve(id);
      if (status === 'open') await stripe.checkout.sessions.expire(id);
    });
    await stripe.checkout.sessions.expire(id);
    const expand = ['line_items'];
    return { ...(await stripe.checkout.sessions.retrieve(id, { expand })), email };
  });
  return { subscription, invoice, openInvoice, checkout };
}
