import { RETRIEVE_PARAMS, type ApiParts, type ApiRequest, type Endpoint } from '../api/endpoint.ts';
import { invalidRequest, refusedRequest } from '../api/errors.ts';
import { changedMetadata } from '../api/metadata.ts';
import { named } from '../api/missing.ts';
import { choiceOf, type Params } from '../api/params.ts';
import type { WireObject } from '../api/wire.ts';
import { majorText } from '../values/currencies.ts';
import type { ChargeRow, RefundReason } from '../entities/payments.ts';
import { formatRefund } from '../formatters/payments.ts';
import { isOpenDispute } from '../world/disputes.ts';
import { refundableAmount } from '../world/refunds.ts';

const REASONS = [
  'duplicate',
  'fraudulent',
  'requested_by_customer',
] as const satisfies readonly RefundReason[];

function chargeOf({ lookup }: ApiParts, params: Params): ChargeRow {
  const { charges, paymentIntents } = lookup.store;
  const chargeId = params.string('charge');
  const intentId = params.string('payment_intent');
  if (chargeId !== undefined && intentId !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: payment_intent, charge.');
  }
  const intent = named(lookup, paymentIntents, 'payment_intent', intentId, 'payment_intent');
  const charge = named(lookup, charges, 'charge', intent?.latestCharge ?? chargeId, 'charge');
  if (charge !== undefined) return charge;
  if (intent !== undefined) {
    throw refusedRequest(
      `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
    );
  }
  throw invalidRequest(
    'One of the following params should be provided for this request: payment_intent or charge.',
    undefined,
    'parameter_missing',
  );
}

function checkRefundable({ lookup }: ApiParts, charge: ChargeRow, amount: number): void {
  const left = refundableAmount(charge);
  if (charge.status !== 'succeeded' || !charge.isCaptured) {
    throw refusedRequest(
      `Charge ${charge.id} has not succeeded and captured, so it cannot be refunded.`,
    );
  }
  if (lookup.store.disputes.inGroup(charge.id).some(isOpenDispute)) {
    const message = `Charge ${charge.id} has been charged back; cannot issue a refund.`;
    throw refusedRequest(message, 'charge_disputed');
  }
  if (left === 0) {
    const message = `Charge ${charge.id} has already been refunded.`;
    throw refusedRequest(message, 'charge_already_refunded');
  }
  if (amount > left) {
    const text = (minor: number): string =>
      `${majorText(minor, charge.currency)} ${charge.currency}`;
    throw refusedRequest(
      `Refund amount (${text(amount)}) is greater than unrefunded amount on charge (${text(left)})`,
      undefined,
      'amount',
    );
  }
}

function createRefund(parts: ApiParts, { params }: ApiRequest): WireObject {
  const reason = choiceOf(params.string('reason'), REASONS, 'reason');
  const metadata = changedMetadata({}, params.map('metadata'));
  const amount = params.integer('amount');
  if (amount !== undefined && amount < 1) {
    throw invalidRequest('Invalid positive integer', 'amount', 'parameter_invalid_integer');
  }
  const charge = chargeOf(parts, params);
  const asked = amount ?? refundableAmount(charge);
  checkRefundable(parts, charge, asked);
  const row = parts.world.refund(charge.id, {
    amount: asked,
    metadata,
    ...(reason === undefined ? {} : { reason }),
  });
  return { ...formatRefund(row) };
}

export const refundCreation = (parts: ApiParts): Endpoint => ({
  method: 'POST',
  path: '/v1/refunds',
  permission: 'charge_write',
  params: {
    ...RETRIEVE_PARAMS,
    amount: 'integer',
    charge: 'string',
    metadata: 'map',
    payment_intent: 'string',
    reason: 'string',
  },
  shape: { kind: 'object', object: 'refund' },
  handle: (request) => createRefund(parts, request),
});
