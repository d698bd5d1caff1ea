import Stripe from 'stripe';
import type { Checks } from '../check.ts';
import { differs, holds, holdsIf, untried } from '../check.ts';
import { eventually } from '../session.ts';
import { mismatchOf } from './fields.ts';
import * as fields from './fields.ts';
import type { StripeStage } from './stage.ts';
import { CHARGE_EXPANSIONS, DISPUTE_LIMIT_MS, idOf, release } from './stage.ts';

/** The last version in which giving up a part of an authorization makes a refund. */
const VERSION_WITH_REFUNDED_REST = '2025-02-24.acacia';

const PART = 15_000;

const fits = (mismatch: string | undefined) =>
  mismatch === undefined ? holds() : differs(mismatch);

const rowOf = (value: string | Stripe.BalanceTransaction | null | undefined) =>
  typeof value === 'object' && value !== null ? value : undefined;

async function authorize(stage: StripeStage, change = {}): Promise<Stripe.PaymentIntent> {
  return stage.made('an authorization', () => stage.pay({ capture_method: 'manual', ...change }));
}

/** The charge after a part of its authorization was captured, in the form of an API version. */
async function partlyCaptured(stage: StripeStage, version: string): Promise<Stripe.Charge> {
  const { id } = await authorize(stage);
  const options = { apiVersion: version };
  const captured = await stage.stripe.paymentIntents.capture(
    id,
    { amount_to_capture: PART },
    options,
  );
  return stage.settled(captured);
}

const rows = async ({ stripe }: StripeStage, source: string) =>
  (await stripe.balanceTransactions.list({ source, limit: 100 })).data;

const inWords = (charge: Stripe.Charge): string =>
  [
    `captured ${String(charge.captured)}`,
    `amount_refunded ${String(charge.amount_refunded)}`,
    `refunds ${String(charge.refunds?.data.length ?? 0)}`,
    `row ${String(rowOf(charge.balance_transaction)?.amount ?? 'none')}`,
  ].join(', ');

export const paymentChecks: Checks<StripeStage> = {
  async 'stripe-version'({ stripe }) {
    const { lastResponse } = await stripe.balance.retrieve();
    return holdsIf(
      lastResponse.apiVersion === Stripe.API_VERSION,
      lastResponse.apiVersion ?? 'none',
    );
  },
  async 'stripe-fields-account'({ stripe }) {
    return fits(mismatchOf(fields.account, await stripe.accounts.retrieveCurrent()));
  },
  async 'stripe-fields-charge'(stage) {
    return fits(mismatchOf(fields.charge, await stage.settledCharge()));
  },
  async 'stripe-fields-declined-charge'(stage) {
    const charge = await stage.failedCharge();
    const mismatch = mismatchOf(fields.charge, charge);
    if (mismatch !== undefined) return differs(mismatch);
    const reasons = [charge.failure_code, charge.failure_message, charge.outcome?.reason];
    return holdsIf(!reasons.includes(null), reasons.join(', '));
  },
  async 'stripe-fields-refund'(stage) {
    const { refunds } = await stage.refundedCharge();
    return fits(mismatchOf(fields.refund, refunds?.data[0]));
  },
  async 'stripe-fields-dispute'(stage) {
    return fits(mismatchOf(fields.dispute, await stage.dispute()));
  },
  async 'stripe-fee-arrives'(stage) {
    const row = rowOf((await stage.settledCharge()).balance_transaction);
    return holdsIf(
      row !== undefined && row.net === row.amount - row.fee,
      `amount ${String(row?.amount)}, fee ${String(row?.fee)}`,
    );
  },
  async 'stripe-intent-metadata'(stage) {
    const { metadata } = await stage.settledCharge();
    return holdsIf(
      metadata['hubspot_deal_id'] === stage.session.runId,
      `charge has ${JSON.stringify(metadata)}`,
    );
  },
  async 'stripe-refund-keeps-fee'(stage) {
    const row = rowOf((await stage.refundedCharge()).refunds?.data[0]?.balance_transaction);
    if (row === undefined) return untried('the refund has no balance transaction yet');
    const seen = `${row.reporting_category}, amount ${String(row.amount)}, fee ${String(row.fee)}`;
    return holdsIf(row.reporting_category === 'refund' && row.amount < 0 && row.fee >= 0, seen);
  },
  async 'stripe-nested-refunds'(stage) {
    const { refunds } = await stage.refundedCharge();
    const held = refunds?.data.length;
    return holdsIf(
      held === 10 && refunds?.has_more === true,
      `${String(held)} refunds, has_more ${String(refunds?.has_more)}`,
    );
  },
  async 'stripe-dispute-rows'(stage) {
    const { balance_transactions: own } = await stage.dispute();
    const seen = own.map((row) => `${row.reporting_category} fee ${String(row.fee)}`).join(', ');
    return holdsIf(own[0]?.reporting_category === 'dispute', seen);
  },
  async 'stripe-dispute-reversal'(stage) {
    const { id } = await stage.dispute();
    await stage.stripe.disputes.update(id, {
      evidence: { uncategorized_text: 'winning_evidence' },
      submit: true,
    });
    const won = await eventually(
      stage.session,
      'the end of a dispute',
      DISPUTE_LIMIT_MS,
      async () => {
        const dispute = await stage.stripe.disputes.retrieve(id);
        return dispute.status === 'won' ? dispute : undefined;
      },
    );
    if (won === undefined) return untried('the dispute was not won within five minutes');
    const categories = won.balance_transactions.map((row) => row.reporting_category);
    return holdsIf(categories.includes('dispute_reversal'), `won: ${categories.join(', ')}`);
  },
  async 'stripe-partial-capture'(stage) {
    const charge = await partlyCaptured(stage, Stripe.API_VERSION);
    const isNew =
      charge.amount_refunded === 0 &&
      charge.refunds?.data.length === 0 &&
      rowOf(charge.balance_transaction)?.amount === PART;
    return holdsIf(isNew, inWords(charge));
  },
  async 'stripe-partial-capture-before-2025-03-31'(stage) {
    const charge = await partlyCaptured(stage, VERSION_WITH_REFUNDED_REST);
    const [rest] = charge.refunds?.data ?? [];
    const category = rowOf(rest?.balance_transaction)?.reporting_category;
    return holdsIf(
      charge.amount_refunded > 0 && category === 'partial_capture_reversal',
      `${inWords(charge)}, ${category ?? 'no reversal row'}`,
    );
  },
  async 'stripe-canceled-authorization'(stage) {
    const { id, latest_charge: latest } = await authorize(stage);
    await stage.stripe.paymentIntents.cancel(id);
    const charge = await stage.readCharge(idOf(latest));
    const { status } = await stage.stripe.paymentIntents.retrieve(id);
    const isNew = !charge.captured && charge.amount_refunded === 0 && status === 'canceled';
    return holdsIf(isNew, `${inWords(charge)}, PaymentIntent ${status}`);
  },
  async 'stripe-multicapture-rows'(stage) {
    const { stripe } = stage;
    const intent = await authorize(stage, {
      payment_method_options: { card: { request_multicapture: 'if_available' } },
    });
    const { payment_method_details: details } = await stage.readCharge(idOf(intent.latest_charge));
    if (details?.card?.multicapture?.status !== 'available') {
      await release(stripe, intent.id);
      return untried('this account or card has no multicapture');
    }
    const part = { amount_to_capture: PART / 3 };
    await stripe.paymentIntents.capture(intent.id, { ...part, final_capture: false });
    const last = await stripe.paymentIntents.capture(intent.id, { ...part, final_capture: true });
    const { id } = await stage.settled(last);
    const own = (await rows(stage, id)).filter((row) => row.reporting_category === 'charge');
    return holdsIf(own.length === 2, `${String(own.length)} rows of the charge`);
  },
  async 'stripe-rows-by-source'(stage) {
    const { id, balance_transaction: row } = await stage.settledCharge();
    const found = (await rows(stage, id)).map((each) => each.id);
    return holdsIf(found.includes(rowOf(row)?.id ?? ''), `${String(found.length)} rows of ${id}`);
  },
  async 'stripe-presentment-details'({ stripe }) {
    const { data } = await stripe.charges.list({ limit: 100 });
    const shown = data.find((charge) => charge.presentment_details !== undefined);
    const details = shown?.presentment_details;
    if (details === undefined)
      return untried('no payment in another currency among the newest 100');
    return holdsIf(Number.isInteger(details.presentment_amount), JSON.stringify(details));
  },
  async 'stripe-intent-without-charge'(stage) {
    const { id, status } = await stage.made('a payment that waits', () =>
      stage.pay({ payment_method: 'pm_card_authenticationRequired' }),
    );
    const { data } = await stage.stripe.charges.list({ payment_intent: id });
    await stage.stripe.paymentIntents.cancel(id);
    return holdsIf(data.length === 0, `${status}, ${String(data.length)} charges`);
  },
  async 'stripe-expansion-depth'({ stripe }) {
    const tooDeep = 'data.latest_charge.refunds.data.balance_transaction';
    await stripe.charges.list({
      limit: 1,
      expand: CHARGE_EXPANSIONS.map((path) => `data.${path}`),
    });
    try {
      await stripe.paymentIntents.list({ limit: 1, expand: [tooDeep] });
      return differs(`${tooDeep} was expanded`);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
      return holds(error.message);
    }
  },
};
