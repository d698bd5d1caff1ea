import type Stripe from 'stripe';
import { messageOf, once, Stopped, Untried } from '../check.ts';
import type { Session } from '../session.ts';
import { eventually } from '../session.ts';

/** Marks everything that a run creates, so that a later one finds what is left of it. */
export const MARK = { created_by: 'contract-check' } as const;
export const PRODUCT_ID = 'contract-check-product';

/** What every read of charges asks for, as the adapter does. */
export const CHARGE_EXPANSIONS = [
  'balance_transaction',
  'failure_balance_transaction',
  'payment_intent',
  'refunds.data.balance_transaction',
  'refunds.data.failure_balance_transaction',
] as const;

/** A payment's fee comes within an hour, a dispute of a test card within minutes. */
const SETTLEMENT_LIMIT_MS = 3_600_000;
const DISPUTE_LIMIT_MS = 300_000;

const AMOUNT = 20_000;
const REFUND_AMOUNT = 100;
/** One more than a charge's own list holds. */
const REFUNDS = 11;

interface StageParts {
  readonly stripe: Stripe;
  readonly session: Session;
  readonly isReadOnly: boolean;
}

type StripeObjects = ReturnType<typeof createObjects>;

/** What the checks look at: each object is created when it is first needed, and marked. */
export type StripeStage = StripeObjects & StageParts;

export type PaymentChange = Partial<Stripe.PaymentIntentCreateParams>;

function createObjects({ stripe, session, isReadOnly }: StageParts) {
  /** Whatever goes wrong while something is made says nothing about an assumption. */
  const made = async <T>(name: string, make: () => Promise<T>): Promise<T> => {
    if (isReadOnly) throw new Untried('a live key is only used to read');
    try {
      return await make();
    } catch (error) {
      if (error instanceof Stopped || error instanceof Untried) throw error;
      throw new Untried(`${name} could not be made: ${messageOf(error)}`);
    }
  };
  const objectOf = <T>(name: string, make: () => Promise<T>) => once(() => made(name, make));
  const metadata = { ...MARK, hubspot_deal_id: session.runId };

  const newCustomer = async (name: string, params: Stripe.CustomerCreateParams = {}) => {
    const email = `Contract.Check.${name}.${session.runId}@Example.com`;
    const customer = await stripe.customers.create({
      name: `Contract check ${name}`,
      email,
      metadata,
      ...params,
    });
    session.created(`customer ${customer.id}`, () => stripe.customers.del(customer.id));
    return { ...customer, email };
  };
  const currency = once(async () => {
    const { available } = await stripe.balance.retrieve();
    return available[0]?.currency ?? 'usd';
  });
  const customer = objectOf('a customer', () => newCustomer('Payer'));
  const pay = async (change: PaymentChange = {}): Promise<Stripe.PaymentIntent> => {
    const intent = await stripe.paymentIntents.create({
      amount: AMOUNT,
      currency: await currency(),
      customer: (await customer()).id,
      payment_method: 'pm_card_visa',
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      confirm: true,
      description: 'Contract check',
      metadata,
      ...change,
    });
    if (intent.status === 'requires_capture') {
      session.created(`authorization ${intent.id}`, () => release(stripe, intent.id));
    }
    return intent;
  };
  const readCharge = (id: string): Promise<Stripe.Charge> =>
    stripe.charges.retrieve(id, { expand: [...CHARGE_EXPANSIONS] });
  /** The charge once Stripe has written its balance transaction. */
  const settled = async ({ latest_charge: charge }: Stripe.PaymentIntent) => {
    const id = idOf(charge);
    const found = await eventually(session, `the fee of ${id}`, SETTLEMENT_LIMIT_MS, async () => {
      const read = await readCharge(id);
      return read.balance_transaction === null ? undefined : read;
    });
    if (found === undefined) throw new Untried(`${id} has no balance transaction after an hour`);
    return found;
  };
  const payment = objectOf('a payment', () => pay());
  const settledCharge = objectOf('a settled payment', async () => settled(await payment()));
  const refundedCharge = objectOf('a payment with refunds', async () => {
    const { id } = await settled(await pay());
    for (let made = 0; made < REFUNDS; made += 1) {
      await stripe.refunds.create({ charge: id, amount: REFUND_AMOUNT, metadata: MARK });
    }
    return readCharge(id);
  });
  const failedCharge = objectOf('a declined payment', async () => {
    const payer = (await customer()).id;
    await pay({ payment_method: 'pm_card_visa_chargeDeclinedInsufficientFunds' }).catch(
      // A decline is an error of the request; the charge is there all the same.
      () => undefined,
    );
    const { data } = await stripe.charges.list({ customer: payer, limit: 100 });
    const failed = data.find(({ status }) => status === 'failed');
    if (failed === undefined) throw new Untried('the declined payment left no charge');
    return readCharge(failed.id);
  });
  const dispute = objectOf('a dispute', async () => {
    const { latest_charge: charge } = await pay({ payment_method: 'pm_card_createDispute' });
    const found = await eventually(session, 'a dispute', DISPUTE_LIMIT_MS, async () => {
      const [first] = (await stripe.disputes.list({ charge: idOf(charge) })).data;
      return first !== undefined && first.balance_transactions.length > 0 ? first : undefined;
    });
    if (found === undefined) throw new Untried('no dispute was opened within five minutes');
    return found;
  });
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
    return { ...(await stripe.checkout.sessions.retrieve(id)), email };
  });
  return {
    made,
    pay,
    newCustomer,
    readCharge,
    settled,
    currency,
    customer,
    payment,
    settledCharge,
    refundedCharge,
    failedCharge,
    dispute,
    subscription,
    invoice,
    openInvoice,
    checkout,
  };
}

export function idOf(value: string | { readonly id: string } | null | undefined): string {
  const id = typeof value === 'string' ? value : value?.id;
  if (id === undefined) throw new Untried('the payment made no charge');
  return id;
}

/** Deletes a coupon that may be deleted already. */
async function removeCoupon(stripe: Stripe, id: string): Promise<void> {
  try {
    await stripe.coupons.del(id);
  } catch (error) {
    if (!(error instanceof Error && 'statusCode' in error && error.statusCode === 404)) throw error;
  }
}

/** Gives an authorization up, unless it was captured or canceled in the meantime. */
export async function release(stripe: Stripe, intentId: string): Promise<void> {
  const { status } = await stripe.paymentIntents.retrieve(intentId);
  if (status === 'requires_capture') await stripe.paymentIntents.cancel(intentId);
}

export const createStripeStage = (parts: StageParts): StripeStage => ({
  ...parts,
  ...createObjects(parts),
});
