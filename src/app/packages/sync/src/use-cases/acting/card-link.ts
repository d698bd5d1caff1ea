import type { AskedChange, BillingDone, BillingPrepared } from '@stripe-payments/core';
import { actionContent, dashboardUrl } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import { linkedCustomerIds, readActedRecord } from './acted-record.ts';
import type { ActingPorts } from './acting-ports.ts';
import type { Approval } from './confirmed.ts';
import { checkDigest, digestOf } from './confirmed.ts';
import { hasFailed } from './subscription-changes.ts';
import type { Acted } from './timeline.ts';

type AskedCardLink = Extract<AskedChange, { readonly kind: 'card-link' }>;

/**
 * The page acts for the customer: only a linked one gets it, and only where a payment failed.
 * @throws {SyncError} `payee-not-of-record`, `unknown-customer`, `customer-not-failing`
 */
async function planLink(ports: ActingPorts, viewed: ViewedRecord, { customerId }: AskedCardLink) {
  const [{ acted, stored }, customer] = await Promise.all([
    readActedRecord(ports, viewed),
    ports.reads.customer(customerId),
  ]);
  if (!linkedCustomerIds(stored).includes(customerId)) throw new SyncError('payee-not-of-record');
  if (customer === null) throw new SyncError('unknown-customer');
  const subscriptions = customer.isDelinquent
    ? []
    : await ports.reads.subscriptionsOfCustomer(customer);
  if (!hasFailed(customer, subscriptions)) throw new SyncError('customer-not-failing');
  const { id, name, email } = customer;
  return { customer: { id, name, email }, content: actionContent(acted, 'card-link', { id }) };
}

/** Nothing is written. @throws {SyncError} where it would be refused. */
export async function prepareCardLink(
  ports: ActingPorts,
  viewed: ViewedRecord,
  asked: AskedCardLink,
): Promise<BillingPrepared> {
  const { customer, content } = await planLink(ports, viewed, asked);
  return {
    step: 'prepared',
    preview: { kind: 'card-link', customer },
    digest: digestOf(ports, content),
    confirmation: null,
  };
}

/** Each has a life of some minutes, so that each is a new one. @throws {SyncError} `portal-not-saved` */
export async function confirmCardLink(
  ports: ActingPorts,
  viewed: ViewedRecord,
  asked: AskedCardLink,
  approval: Approval,
): Promise<Acted<Omit<BillingDone, 'line'>>> {
  const { customer, content } = await planLink(ports, viewed, asked);
  checkDigest(ports, content, approval);
  const { id, url } = await ports.writes.cardLink(customer.id);
  return {
    done: {
      step: 'done',
      outcome: { kind: 'card-link', customer, url },
      isExisting: false,
      userId: null,
      isSyncNeeded: false,
    },
    deed: {
      kind: 'card-link',
      amount: null,
      number: null,
      userId: null,
      url: dashboardUrl({ mode: ports.stripe.mode, accountId: null }, 'customers', customer.id),
      key: `card-link ${id}`,
    },
  };
}
