import { RETRIEVE_PARAMS, type ApiParts, type ApiRequest, type Endpoint } from '../api/endpoint.ts';
import { refusedRequest } from '../api/errors.ts';
import { found } from '../api/missing.ts';
import { choiceOf } from '../api/params.ts';
import type { WireObject } from '../api/wire.ts';
import { formatPaymentIntent } from '../formatters/payment-intents.ts';

const REASONS = ['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'] as const;

/** The charge of a PaymentIntent that waits to be captured. */
function heldChargeOf({ lookup }: ApiParts, { id }: ApiRequest, verb: string): string {
  const intent = found(lookup, lookup.store.paymentIntents, 'payment_intent', id);
  if (intent.status === 'requires_capture' && intent.latestCharge !== null) {
    return intent.latestCharge;
  }
  throw refusedRequest(
    `This PaymentIntent could not be ${verb} because it has a status of ${intent.status}.`,
    'payment_intent_unexpected_state',
  );
}

const answer = ({ lookup }: ApiParts, { id, view }: ApiRequest): WireObject => ({
  ...formatPaymentIntent(found(lookup, lookup.store.paymentIntents, 'payment_intent', id), view),
});

/**
 * Capturing and canceling: the version of the request decides which of Stripe's two forms results
 * (docs.stripe.com/changelog/basil/2025-03-31, "partial captures and cancellations leave no refund").
 */
export const captureEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'POST',
    path: '/v1/payment_intents/:id/capture',
    permission: 'payment_intent_write',
    params: { ...RETRIEVE_PARAMS, amount_to_capture: 'integer', final_capture: 'boolean' },
    shape: { kind: 'object', object: 'payment_intent' },
    takesOlderVersions: true,
    handle: (request) => {
      const amount = request.params.integer('amount_to_capture');
      const isFinal = request.params.boolean('final_capture');
      parts.world.capture(heldChargeOf(parts, request, 'captured'), {
        apiVersion: request.apiVersion,
        ...(amount === undefined ? {} : { amount }),
        ...(isFinal === undefined ? {} : { isFinal }),
      });
      return answer(parts, request);
    },
  },
  {
    method: 'POST',
    path: '/v1/payment_intents/:id/cancel',
    permission: 'payment_intent_write',
    params: { ...RETRIEVE_PARAMS, cancellation_reason: 'string' },
    shape: { kind: 'object', object: 'payment_intent' },
    takesOlderVersions: true,
    handle: (request) => {
      const asked = request.params.string('cancellation_reason');
      const reason = choiceOf(asked, REASONS, 'cancellation_reason');
      parts.world.cancelAuthorization(heldChargeOf(parts, request, 'canceled'), {
        apiVersion: request.apiVersion,
        ...(reason === undefined ? {} : { reason }),
      });
      return answer(parts, request);
    },
  },
];
