import type Stripe from 'stripe';
import { createMaker, once, Untried } from '../check.ts';
import type { Session } from '../session.ts';
import { eventually } from '../session.ts';
import type { Billing } from './billing-stage.ts';
import { createBilling } from './billing-stage.ts';
import { AMOUNT, MARK } from './marks.ts';

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
export const DISPUTE_LIMIT_MS = 300_000;

const REFUND_AMOUNT = 100;
/** One more than a charge's own list holds. */
const REFUNDS = 11;

export interface StageParts {
  readonly stripe: Stripe;
  readonly session: Session;
  readonly isReadOnly: boolean;
}

/** What the checks look at: each object is created when it is first needed, and marked. */
export type StripeStage = Payments & Billing & StageParts;

/** What is made around payments, and how to make more. */
export type Payments = ReturnType<typeof createPayments>;

type PaymentChange = Partial<Stripe.PaymentIntentCreateParams>;

function createPayments({ stripe, session, isReadOnly }: StageParts) {
  const { made, objectOf } = createMaker(
    isReadOnly ? 'a live key is only used to read' : undefined,
  );
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
    if (isOpen(intent)) {
      session.created(`payment ${intent.id}`, () => release(stripe, intent.id));
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
    await release(stripe, idOf(failed.payment_intent));
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
  return {
    made,
    objectOf,
    metadata,
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
  };
}

export function idOf(value: string | { readonly id: string } | null | undefined): string {
  const id = typeof value === 'string' ? value : value?.id;
  if (id === undefined) throw new Untried('the payment made no charge');
  return id;
}

/** Waits for a capture, for the customer or for another card. */
export const isOpen = ({ status }: Stripe.PaymentIntent): boolean => status.startsWith('requires_');

/** Cancels a payment, unless it ended in the meantime. */
export async function release(stripe: Stripe, intentId: string): Promise<void> {
  const intent = await stripe.paymentIntents.retrieve(intentId);
  if (isOpen(intent)) await stripe.paymentIntents.cancel(intentId);
}

export function createStripeStage(parts: StageParts): StripeStage {
  const payments = createPayments(parts);
  return { ...parts, ...payments, ...createBilling(parts, payments) };
}
