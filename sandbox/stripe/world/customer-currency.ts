import { theCustomer, WorldRefusal, type WorldContext } from './context.ts';
import { hasEnded } from './subscription-changes.ts';

/** The currency that a customer is bound to for now; undefined for none. */
function boundCurrency({ store }: WorldContext, customer: string): string | undefined {
  const subscription = store.subscriptions
    .newestFirst()
    .find((row) => row.customer === customer && !hasEnded(row));
  const schedule = store.schedules.newestFirst().find((row) => row.customer === customer);
  const invoice = store.invoices
    .newestFirst()
    .find((row) => row.customer.id === customer && ['draft', 'open'].includes(row.status));
  const item = store.invoiceItems
    .newestFirst()
    .find((row) => row.customer === customer && row.invoice === null);
  return (subscription ?? schedule ?? invoice ?? item)?.currency;
}

/**
 * Refuses a second currency while another one is in use. Stripe's sentence names subscriptions and invoice
 * items; that an invoice which is still to be paid binds as well is the stricter reading.
 */
export function checkCurrency(context: WorldContext, customer: string, currency: string): void {
  theCustomer(context.store, customer);
  const bound = boundCurrency(context, customer);
  if (bound === undefined || bound === currency) return;
  throw new WorldRefusal(
    'You cannot combine currencies on a single customer. This customer has an active subscription, ' +
      `subscription schedule, discount, quote, or invoice item with currency ${bound}`,
  );
}
