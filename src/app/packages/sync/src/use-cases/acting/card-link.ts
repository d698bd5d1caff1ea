import type { AskedChange } from '@stripe-payments/core';
import { actionContent, dashboardUrl } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { ReadRecord } from './acted-record.ts';
import { isNamedBy, linkedCustomerIds, readActedRecord } from './acted-record.ts';
import type { ActingPorts, StoredCustomer } from './acting-ports.ts';
import type { ChangeDone, ChangeSteps } from './change-frame.ts';
import { changeSteps } from './change-frame.ts';
import { hasFailed, isUnpaid } from './subscription-changes.ts';
import type { Acted } from './timeline.ts';

type AskedCardLink = Extract<AskedChange, { readonly kind: 'card-link' }>;

interface State {
  readonly read: ReadRecord;
  readonly customer: Pick<StoredCustomer, 'id' | 'name' | 'email'>;
}

/**
 * The page acts for the customer: only a linked one gets it, or one with a subscription that names the record, and
 * only where a payment failed.
 * @throws {SyncError} `payee-not-of-record`, `unknown-customer`, `customer-not-failing`
 */
async function readCustomer(
  ports: ActingPorts,
  viewed: ViewedRecord,
  { customerId }: AskedCardLink,
): Promise<State> {
  const [read, customer] = await Promise.all([
    readActedRecord(ports, viewed),
    ports.reads.customer(customerId),
  ]);
  const isLinked = linkedCustomerIds(read.stored).includes(customerId);
  if (customer === null) throw new SyncError(isLinked ? 'unknown-customer' : 'payee-not-of-record');
  const own =
    isLinked && customer.isDelinquent
      ? []
      : (await ports.reads.subscriptionsOfCustomer(customerId)).subscriptions;
  // A guest's, which a link of the record began.
  const named = own.filter((each) => isNamedBy(each, read));
  if (!isLinked && named.length === 0) throw new SyncError('payee-not-of-record');
  const isFailing = isLinked ? hasFailed(customer, own) : named.some(isUnpaid);
  if (!isFailing) throw new SyncError('customer-not-failing');
  const { id, name, email } = customer;
  return { read, customer: { id, name, email } };
}

/** @throws {SyncError} `portal-not-saved` */
async function made(ports: ActingPorts, { customer }: State): Promise<Acted<ChangeDone>> {
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

/** Each has a life of some minutes, so that each is a new one. */
export const cardLink = (
  ports: ActingPorts,
  viewed: ViewedRecord,
  asked: AskedCardLink,
): ChangeSteps =>
  changeSteps(ports, viewed, {
    needsPerson: false,
    read: () => readCustomer(ports, viewed, asked),
    doneBefore: () => undefined,
    plan: ({ read, customer }) => ({
      preview: { kind: 'card-link', customer },
      content: actionContent(read.acted, 'card-link', { id: customer.id }),
      confirmed: null,
    }),
    act: async (state) => ({ acted: await made(ports, state), isOver: true }),
  });
