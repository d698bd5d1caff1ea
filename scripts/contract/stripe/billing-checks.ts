import Stripe from 'stripe';
import type { Checks, Outcome } from '../check.ts';
import { differs, holds, holdsIf, untried } from '../check.ts';
import { eventually } from '../session.ts';
import { mismatchOf } from './fields.ts';
import * as fields from './fields.ts';
import type { StripeStage } from './stage.ts';
import { idOf } from './stage.ts';

const RECENT_LIMIT_MS = 10_000;
const EVENT_LIMIT_MS = 120_000;

/** As many as one list of events takes. */
const TWENTY_TYPES = [
  'charge.succeeded',
  'charge.updated',
  'charge.captured',
  'charge.pending',
  'charge.failed',
  'charge.expired',
  'charge.refunded',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'payment_intent.canceled',
  'invoice.finalized',
  'invoice.paid',
  'customer.created',
  'customer.updated',
];

async function refusalOf(ask: () => Promise<unknown>) {
  try {
    await ask();
    return undefined;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
}

/** Only a restricted key shows what Stripe keeps from one. */
function needRestrictedKey({ isRestricted }: StripeKeyStage): Outcome | undefined {
  return isRestricted ? undefined : untried('needs a restricted key (rk_test_…)');
}

interface StripeKeyStage extends StripeStage {
  readonly isRestricted: boolean;
}

export const billingChecks: Checks<StripeKeyStage> = {
  async 'stripe-fields-subscription'(stage) {
    const subscription = await stage.subscription();
    const mismatch =
      mismatchOf(fields.subscription, subscription) ??
      mismatchOf(fields.subscriptionItem, subscription.items.data[0]);
    return mismatch === undefined ? holds() : differs(mismatch);
  },
  async 'stripe-fields-invoice'(stage) {
    const invoice = await stage.invoice();
    const [paid] = invoice.payments?.data ?? [];
    const mismatch = mismatchOf(fields.invoice, invoice) ?? mismatchOf(fields.invoicePayment, paid);
    return mismatch === undefined ? holds() : differs(mismatch);
  },
  async 'stripe-deleted-coupon'(stage) {
    const { id } = await stage.subscription();
    const { discounts } = await stage.stripe.subscriptions.retrieve(id, {
      expand: ['discounts.source.coupon'],
    });
    const [discount] = discounts;
    const coupon = typeof discount === 'object' ? discount.source.coupon : undefined;
    const mismatch = mismatchOf(fields.coupon, coupon);
    return mismatch === undefined ? holds('the discount has its terms') : differs(mismatch);
  },
  async 'stripe-invoice-out-of-band'(stage) {
    const { stripe } = stage;
    const { id } = await stage.openInvoice();
    await stripe.invoices.pay(id, { paid_out_of_band: true });
    const paid = await stripe.invoices.retrieve(id, { expand: ['payments'] });
    const charges = (paid.payments?.data ?? []).filter(
      ({ payment }) => payment.charge !== undefined || payment.payment_intent !== undefined,
    );
    return holdsIf(
      paid.status === 'paid' && charges.length === 0,
      `${paid.status ?? 'no status'}, amount_paid ${String(paid.amount_paid)}, ` +
        `${String(charges.length)} payments of Stripe`,
    );
  },
  async 'stripe-payout-rows'({ stripe }) {
    const { data } = await stripe.payouts.list({ status: 'paid', limit: 100 });
    const payout = data.find(({ automatic }) => automatic);
    if (payout === undefined) return untried('this account has no automatic payout');
    const rows = await stripe.balanceTransactions.list({
      payout: payout.id,
      limit: 100,
      expand: ['data.source'],
    });
    return holdsIf(rows.data.length > 0, `${String(rows.data.length)} rows of ${payout.id}`);
  },
  async 'stripe-payout-by-source'({ stripe }) {
    const { data } = await stripe.payouts.list({ status: 'paid', limit: 100 });
    const payout = data.find(({ automatic }) => automatic);
    if (payout === undefined) return untried('this account has no automatic payout');
    const rows = await stripe.balanceTransactions.list({ payout: payout.id, limit: 100 });
    const charge = rows.data.find(({ reporting_category: category }) => category === 'charge');
    if (typeof charge?.source !== 'string') return untried('no payment is in the newest payout');
    const { source } = charge;
    const found = await stripe.balanceTransactions.list({ payout: payout.id, source });
    const isOnly = found.data.length > 0 && found.data.every((row) => row.source === source);
    return holdsIf(isOnly, `${String(found.data.length)} rows of one payment`);
  },
  async 'stripe-events-list'({ stripe }) {
    await stripe.events.list({ types: TWENTY_TYPES, limit: 1, delivery_success: false });
    const refusal = await refusalOf(() =>
      stripe.events.list({ types: [...TWENTY_TYPES, 'payout.paid'], limit: 1 }),
    );
    return refusal === undefined ? differs('21 types were taken') : holds(refusal.message);
  },
  async 'stripe-recent-event'(stage) {
    const { id } = await stage.customer();
    const found = await eventually(stage.session, 'customer.created', RECENT_LIMIT_MS, async () => {
      const { data } = await stage.stripe.events.list({ type: 'customer.created', limit: 100 });
      return data.find(({ data: { object } }) => 'id' in object && object.id === id);
    });
    return found === undefined ? differs(`no customer.created for ${id}`) : holds(found.id);
  },
  async 'stripe-event-of-fee'(stage) {
    const { id } = await stage.settledCharge();
    const found = await eventually(stage.session, 'charge.updated', EVENT_LIMIT_MS, async () => {
      const { data } = await stage.stripe.events.list({ type: 'charge.updated', limit: 100 });
      return data.find(({ data: { object } }) => 'id' in object && object.id === id);
    });
    if (found === undefined) return differs(`no charge.updated for ${id}`);
    const again = await stage.stripe.events.retrieve(found.id);
    return holdsIf(again.id === found.id, again.id);
  },
  async 'stripe-idempotency'(stage) {
    const { id } = await stage.customer();
    const options = { idempotencyKey: `contract-check-${stage.session.runId}` };
    const named = (name: string) => stage.stripe.customers.update(id, { name }, options);
    await named('Contract check once');
    await named('Contract check once');
    const refusal = await refusalOf(() => named('Contract check twice'));
    return holdsIf(
      refusal instanceof Stripe.errors.StripeIdempotencyError,
      refusal?.message ?? 'the same key was taken for another request',
    );
  },
  async 'stripe-missing-object'({ stripe }) {
    const refusal = await refusalOf(() => stripe.charges.retrieve('ch_3contractcheck'));
    const isReported =
      refusal?.statusCode === 404 &&
      refusal.code === 'resource_missing' &&
      refusal.requestId !== undefined;
    return holdsIf(isReported, `${String(refusal?.statusCode)} ${refusal?.code ?? 'no code'}`);
  },
  async 'stripe-dispute-of-charge'(stage) {
    const { id, charge } = await stage.dispute();
    const { disputed } = await stage.readCharge(idOf(charge));
    const { data } = await stage.stripe.disputes.list({ charge: idOf(charge) });
    return holdsIf(
      disputed && data.some((each) => each.id === id),
      `charge.disputed ${String(disputed)}, ${String(data.length)} listed`,
    );
  },
  async 'stripe-restricted-account'(stage) {
    const fullKey = needRestrictedKey(stage);
    if (fullKey !== undefined) return fullKey;
    const refusal = await refusalOf(() => stage.stripe.accounts.retrieveCurrent());
    return holds(refusal === undefined ? 'this key may read its account' : refusal.message);
  },
  async 'stripe-permission-message'(stage) {
    const fullKey = needRestrictedKey(stage);
    if (fullKey !== undefined) return fullKey;
    const { stripe } = stage;
    const reads = [
      () => stripe.issuing.cards.list({ limit: 1 }),
      () => stripe.topups.list({ limit: 1 }),
      () => stripe.payouts.list({ limit: 1 }),
    ];
    for (const read of reads) {
      const refusal = await refusalOf(read);
      if (refusal instanceof Stripe.errors.StripePermissionError) {
        return holdsIf(/_read\b/.test(refusal.message), refusal.message);
      }
    }
    return untried('this key may read everything that was tried');
  },
};
