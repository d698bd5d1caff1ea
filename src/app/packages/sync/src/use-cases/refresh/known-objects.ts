import type { RecordClaim, StripeObjects } from '@stripe-payments/core';
import { comparableAddress, domainOfAddress } from '@stripe-payments/core';
import type { ObjectSink, PaymentSource, Ports } from '../../ports.ts';

interface Named {
  readonly recordClaims: readonly RecordClaim[];
}

function knowingSource(stripe: PaymentSource, objects: StripeObjects): PaymentSource {
  const found: Pick<
    PaymentSource,
    'findByMetadata' | 'customersWithAddress' | 'customersOfDomain'
  > = {
    findByMetadata: async (objectType, recordIds, sink: ObjectSink) => {
      const outcome = await stripe.findByMetadata(objectType, recordIds, sink);
      const isNamed = ({ recordClaims }: Named): boolean =>
        recordClaims.some(
          (claim) => claim.objectType === objectType && recordIds.includes(claim.recordId),
        );
      sink({
        customers: objects.customers.filter(isNamed),
        charges: objects.charges.filter(isNamed),
        invoices: objects.invoices.filter(isNamed),
        subscriptions: objects.subscriptions.filter(isNamed),
        checkouts: objects.checkouts.filter(isNamed),
      });
      return outcome;
    },
    customersWithAddress: async (addresses, options) => {
      const searched = await stripe.customersWithAddress(addresses, options);
      const wanted = new Set(addresses.map(comparableAddress));
      return {
        ...searched,
        found: [
          ...searched.found,
          ...objects.customers.filter(
            ({ email }) => email !== null && wanted.has(comparableAddress(email)),
          ),
        ],
      };
    },
    customersOfDomain: async (domain) => {
      const searched = await stripe.customersOfDomain(domain);
      return {
        ...searched,
        found: [
          ...searched.found,
          ...objects.customers.filter(
            ({ email }) => email !== null && domainOfAddress(email) === domain,
          ),
        ],
      };
    },
  };
  return { ...stripe, ...found };
}

/**
 * Searches that know some objects already: Stripe's are a minute behind, and an event tells at once what
 * has come. What was found this way is matched like everything else.
 */
export function knowing(ports: Ports, objects: StripeObjects): Ports {
  const { stripe, readAhead } = ports;
  return {
    ...ports,
    stripe: knowingSource(stripe, objects),
    ...(readAhead && {
      readAhead: { ...readAhead, stripe: knowingSource(readAhead.stripe, objects) },
    }),
  };
}
