import type {
  AskedPayment,
  Confirmed,
  Money,
  Payee,
  PaymentRequest,
  RequestPrepared,
} from '@stripe-payments/core';
import { actionContent, dashboardUrl, firstBillOf, plainLine } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { Contact, DealMoney, ReadRecord } from './acted-record.ts';
import { isNamedBy, isOfRecord, payeeOfCustomer } from './acted-record.ts';
import type { ActingPorts, StoredCustomer, StoredRequest } from './acting-ports.ts';
import { confirmationAsked, digestOf } from './confirmed.ts';
import { fingerprintOf } from './request-fingerprint.ts';
import { isSubscription, recurringSubjectOf } from './recurring-subject.ts';
import type { Subject, SubjectFacts } from './subject.ts';
import type { ComparedStanding, Facts } from './request-reads.ts';
import { comparedStanding, readFacts, requestsOfCustomer } from './request-reads.ts';
import { checkFields, subjectOf } from './subject.ts';

/** A request as it would be made now. */
export interface PlannedRequest extends Subject {
  readonly read: ReadRecord;
  readonly deal: DealMoney;
  /** Null for a link: who opens it pays. */
  readonly payee: AskedPayee | null;
  /** Equal for equal requests of the record. */
  readonly fingerprint: string;
  /** Of what is shown: the request and how it is delivered. */
  readonly content: string;
  /** Null where nothing is sent to the customer. */
  readonly confirmed: Confirmed | null;
  /** Requests of the record with the same content, whatever became of them. */
  readonly equal: readonly StoredRequest[];
  /** What is missing now, and asked for by others than `equal`; still being read. */
  readonly standing: Promise<ComparedStanding>;
}

interface AskedPayee {
  readonly payee: Payee;
  /** Null where the contact becomes a customer. */
  readonly customer: StoredCustomer | null;
}

/** It can still be paid, or be made so. */
const isOpen = ({ status }: PaymentRequest): boolean => status === 'open' || status === 'draft';

/** The one that is answered instead of making another. */
export const openRequest = ({ equal }: PlannedRequest): StoredRequest | undefined =>
  equal.find(isOpen);

/** Those that are over: a new one with the same content is another request. */
export const endedRequests = ({ equal }: PlannedRequest): number =>
  equal.filter((request) => !isOpen(request)).length;

/** What the card is shown of it. */
export function shownRequest(stored: StoredRequest): PaymentRequest {
  const { kind, id, isRecurring, number, amount, open, status, url } = stored;
  const { customer, created, dueDate, subscription, isCharged } = stored;
  return {
    ...{ kind, id, isRecurring, number, amount, open, status, url },
    ...{ customer, created, dueDate, subscription, isCharged },
  };
}

const PAGES = {
  link: 'payment-links',
  invoice: 'invoices',
  subscription: 'subscriptions',
} as const;

/** Its page in the dashboard. */
export const requestUrl = ({ stripe }: ActingPorts, { kind, id }: StoredRequest) =>
  dashboardUrl({ mode: stripe.mode, accountId: null }, PAGES[kind], id);

/** @throws {SyncError} `payee-not-of-record`, `payee-without-email`, `payee-is-customer` */
async function contactAsPayee(
  { reads }: ActingPorts,
  contactId: string,
  contacts: readonly Contact[],
  fingerprint: string,
): Promise<AskedPayee> {
  const contact = contacts.find((each) => each.contactId === contactId);
  if (contact === undefined) throw new SyncError('payee-not-of-record');
  const [email] = contact.addresses;
  if (email === undefined) throw new SyncError('payee-without-email');
  const customers = await reads.customersOfAddress(email);
  // The one that this very request made, before its answer was lost.
  const customer = customers.find((each) => each.fingerprint === fingerprint) ?? null;
  if (customer === null && customers.length > 0) throw new SyncError('payee-is-customer');
  return { payee: { customerId: null, contactId, name: contact.name, email }, customer };
}

/** @throws {SyncError} where there is none, or another than of this record. */
async function payeeOf(
  ports: ActingPorts,
  asked: AskedPayment,
  { customer, contacts, read }: Facts,
  fingerprint: string,
): Promise<AskedPayee | null> {
  if (!('payee' in asked)) return null;
  if ('contactId' in asked.payee) {
    return contactAsPayee(ports, asked.payee.contactId, contacts, fingerprint);
  }
  if (customer === null || !isOfRecord(customer, read.stored, contacts)) {
    throw new SyncError('payee-not-of-record');
  }
  return { payee: payeeOfCustomer(customer), customer };
}

/** Of a subscription without a link, Stripe sends every invoice. */
export function deliveryOf(asked: AskedPayment): RequestPrepared['delivery'] {
  if (asked.method === 'invoice') return asked.delivery;
  return asked.method === 'subscription' ? 'email' : 'copy';
}

/** The name of lines of one amount. */
function nameOf({ stored, acted: { objectType, recordId } }: ReadRecord): string {
  const name = plainLine(stored['dealname'] ?? '', 150);
  const type = objectType === 'deal' ? 'Deal' : 'Contact';
  return name === '' ? `${type} ${recordId}` : name;
}

/**
 * Reads everything that a request depends on, and writes nothing.
 * @throws {SyncError} where it could not be made.
 */
export async function planRequest(
  ports: ActingPorts,
  viewed: ViewedRecord,
  asked: AskedPayment,
): Promise<PlannedRequest> {
  checkFields(asked);
  const facts = await readFacts(ports, viewed, asked);
  const { read, deal, items } = facts;
  const of: SubjectFacts = { deal, items, name: nameOf(read) };
  const now = { nowMs: ports.clock.nowMs(), timeZone: facts.account?.timeZone ?? 'UTC' };
  const subject = isSubscription(asked) ? recurringSubjectOf(asked, of, now) : subjectOf(asked, of);
  const fingerprint = fingerprintOf(ports, read, asked, subject);
  const payee = await payeeOf(ports, asked, facts, fingerprint);
  // Only now known: the customer that a contact has become.
  const isNew = 'payee' in asked && 'contactId' in asked.payee;
  const further =
    isNew && payee?.customer
      ? (await requestsOfCustomer(ports, asked, payee.customer.id)).requests
      : [];
  const equal = [...facts.requests, ...further].filter(
    (request) => request.fingerprint === fingerprint && isNamedBy(request, read),
  );
  const delivery = deliveryOf(asked);
  const content = actionContent(read.acted, 'deliver', {
    ...{ fingerprint, delivery },
    // Where it goes, as it was shown: an address that was changed since is another one.
    payee: payee === null ? null : { ...payee.payee },
    // To send it once more needs another text than the one with which it was sent.
    confirmation: equal.find(isOpen)?.confirmation ?? null,
    // Another one, after one with the same content is over, needs another text than that had.
    ended: equal.filter((request) => !isOpen(request)).length,
  });
  const { cycle, total } = subject;
  const isThere = equal.some(isOpen);
  const sent: Confirmed = { action: 'SEND', amount: total, content };
  const begun: Confirmed | null =
    cycle === null || isThere ? null : { action: 'SUBSCRIBE', amount: firstBillOf(cycle), content };
  const named = cycle === null ? sent : begun;
  const confirmed = delivery === 'email' ? named : null;
  const standing = comparedStanding(ports, facts, equal);
  return { ...subject, read, deal, payee, fingerprint, content, confirmed, equal, standing };
}

/**
 * Of a link the page says it, once the payer has entered an address.
 * @throws {SyncError} `tax-location-missing` where Stripe could not calculate it: a new customer has no address yet.
 */
async function taxOf(
  { reads }: ActingPorts,
  { lines, total, cycle, payee }: PlannedRequest,
  { collectsTax }: AskedPayment,
): Promise<Money | null> {
  if (!collectsTax || payee === null) return null;
  const customerId = payee.customer?.id;
  if (customerId === undefined) throw new SyncError('tax-location-missing');
  const all = [...lines, ...(cycle?.lines ?? [])];
  const preview = await reads.taxOf({ customerId, currency: total.currency, lines: all });
  if (preview?.status === 'unlocated') throw new SyncError('tax-location-missing');
  return preview?.tax ?? null;
}

/** What exactly would be made. Nothing is written. @throws {SyncError} where it would be refused. */
export async function prepareRequest(
  ports: ActingPorts,
  viewed: ViewedRecord,
  asked: AskedPayment,
): Promise<RequestPrepared> {
  const plan = await planRequest(ports, viewed, asked);
  const { lines, total, cycle, recurring, deal, confirmed, content } = plan;
  const existing = openRequest(plan);
  const [compared, tax] = await Promise.all([
    plan.standing,
    existing === undefined ? taxOf(ports, plan, asked) : null,
  ]);
  const invoice = asked.method === 'invoice' ? asked : null;
  const { daysUntilDue } = 'daysUntilDue' in asked ? asked : { daysUntilDue: null };
  return {
    step: 'prepared',
    method: asked.method,
    lines,
    total,
    cycle,
    recurring,
    dealAmount: deal.amount,
    standing: compared.standing,
    isPlusTax: asked.collectsTax,
    tax: cycle === null ? tax : null,
    payee: plan.payee?.payee ?? null,
    daysUntilDue,
    memo: invoice?.memo ?? null,
    poNumber: invoice?.poNumber ?? null,
    delivery: deliveryOf(asked),
    existing: existing === undefined ? null : shownRequest(existing),
    digest: `${digestOf(ports, content)}-${compared.digest}`,
    confirmation: confirmed === null ? null : confirmationAsked(ports, confirmed),
  };
}
