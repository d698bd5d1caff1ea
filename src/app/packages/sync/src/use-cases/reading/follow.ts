import type { Charge, Checkout, Invoice, StripeObjects } from '@stripe-payments/core';
import type { Step } from './step.ts';
import { customerSteps, documentSteps, thingSteps } from './step.ts';

const idsOf = (ids: readonly (string | null)[]): readonly string[] =>
  ids.filter((id) => id !== null);

/** What a payment paid, and who paid it. */
function afterCharge({ customerId, paymentIntentId }: Charge): readonly Step[] {
  if (customerId !== null) return documentSteps(customerId);
  return idsOf([paymentIntentId]).map((id) => ({ kind: 'checkouts-of-payment', id }));
}

function afterInvoice({ customerId, payments }: Invoice): readonly Step[] {
  const paidBy = payments.flatMap(({ paymentIntentId, chargeId }) =>
    idsOf([paymentIntentId ?? chargeId]),
  );
  return [...thingSteps(paidBy), ...idsOf([customerId]).flatMap(documentSteps)];
}

function afterCheckout(checkout: Checkout): readonly Step[] {
  const { customerId, paymentIntentId, invoiceId, subscriptionId } = checkout;
  return [
    ...thingSteps(idsOf([paymentIntentId, invoiceId, subscriptionId])),
    ...idsOf([customerId]).flatMap(documentSteps),
  ];
}

/**
 * What else must be read to know what was found: the payments behind papers, the papers and the
 * customer behind payments. A list of one customer is complete in itself.
 */
export function followUps(step: Step, found: Partial<StripeObjects>): readonly Step[] {
  switch (step.kind) {
    case 'customer':
    case 'charges':
    case 'invoices':
    case 'subscriptions':
    case 'checkouts':
    case 'checkouts-of-payment':
      return [];
    case 'thing':
    case 'addresses':
    case 'guest':
    case 'domain':
    case 'naming':
      return [
        ...(found.customers ?? []).flatMap(({ id }) => customerSteps(id)),
        ...(found.subscriptions ?? []).flatMap(({ customerId }) => customerSteps(customerId)),
        ...(found.charges ?? []).flatMap(afterCharge),
        ...(found.invoices ?? []).flatMap(afterInvoice),
        ...(found.checkouts ?? []).flatMap(afterCheckout),
      ];
  }
}
