import type { ObjectSink, PaymentSource, SearchOutcome } from '../../ports.ts';
import type { Step } from './steps.ts';

async function readCustomer(stripe: PaymentSource, id: string, sink: ObjectSink): Promise<void> {
  const customer = await stripe.customer(id);
  sink({ customers: customer === null ? [] : [customer] });
}

async function readObject(stripe: PaymentSource, id: string, sink: ObjectSink): Promise<void> {
  switch (id.slice(0, id.indexOf('_'))) {
    case 'in':
      sink({ invoices: [await stripe.invoice(id)] });
      return;
    case 'sub':
      sink({ subscriptions: [await stripe.subscription(id)] });
      return;
    case 'cs':
      sink({ checkouts: [await stripe.checkout(id)] });
      return;
    case 'cus':
      await readCustomer(stripe, id, sink);
      return;
    default:
      sink({ charges: await stripe.chargesOfPayment(id) });
  }
}

type CustomerStep = Extract<Step, { readonly customerId: string }>;

async function readLists(
  stripe: PaymentSource,
  { kind, customerId }: Exclude<CustomerStep, { readonly kind: 'charges' }>,
  sink: ObjectSink,
): Promise<void> {
  switch (kind) {
    case 'customer':
      await readCustomer(stripe, customerId, sink);
      return;
    case 'attempts':
      sink({ charges: await stripe.attemptsOfCustomer(customerId) });
      return;
    case 'invoices':
      sink({ invoices: await stripe.invoicesOfCustomer(customerId) });
      return;
    case 'subscriptions':
      sink({ subscriptions: await stripe.subscriptionsOfCustomer(customerId) });
      return;
    case 'checkouts':
      sink({ checkouts: await stripe.checkoutsOfCustomer(customerId) });
  }
}

/** Asks Stripe one question; the answer goes into the sink. */
export async function perform(
  stripe: PaymentSource,
  step: Exclude<Step, { readonly kind: 'charges' }>,
  sink: ObjectSink,
): Promise<SearchOutcome> {
  switch (step.kind) {
    case 'metadata':
      return stripe.findByMetadata(step.objectType, step.recordIds, sink);
    case 'addresses': {
      const { found, outcome } = await stripe.customersWithAddress(step.addresses, step);
      sink({ customers: found });
      return outcome;
    }
    case 'domain': {
      const { found, outcome } = await stripe.customersOfDomain(step.domain);
      sink({ customers: found });
      return outcome;
    }
    case 'guest':
      sink({ checkouts: await stripe.checkoutsOfGuest(step.address) });
      return 'searched';
    case 'checkouts-of-payment':
      sink({ checkouts: await stripe.checkoutsOfPayment(step.id) });
      return 'searched';
    case 'object':
    case 'recent':
      await readObject(stripe, step.id, sink);
      return 'searched';
    default:
      await readLists(stripe, step, sink);
      return 'searched';
  }
}
