import type {
  ActedSubscription,
  AskedChange,
  BillingDone,
  BillingPrepared,
  Confirmed,
  ErrorCode,
  SubscriptionChangeKind,
} from '@stripe-payments/core';
import { actionContent, dashboardUrl, idempotencyKey } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { ReadRecord } from './acted-record.ts';
import { isNamedBy, linkedCustomerIds, readActedRecord } from './acted-record.ts';
import type { ActingPorts, StoredCustomer, StoredSubscription } from './acting-ports.ts';
import type { Approval, Consent } from './confirmed.ts';
import {
  checkDigest,
  clearConfirmation,
  confirmationAsked,
  consentTo,
  digestOf,
  doneOnce,
  editsOfConfirmation,
} from './confirmed.ts';
import type { Acted } from './timeline.ts';

type SubscriptionChange = Extract<AskedChange, { readonly kind: SubscriptionChangeKind }>;

type ChangeDone = Omit<BillingDone, 'line'>;

interface ChangeRule {
  readonly action: Confirmed['action'];
  readonly isSo: (subscription: StoredSubscription) => boolean;
  /** Why it is no longer possible, where it is so by another's doing. */
  readonly refusal: ErrorCode;
}

export const hasEnded = ({ status }: StoredSubscription): boolean =>
  status === 'canceled' || status === 'incomplete_expired';
const isEnding = ({ endsAt }: StoredSubscription): boolean => endsAt !== null;
const isPaused = ({ isCollectionPaused }: StoredSubscription): boolean => isCollectionPaused;

const RULES: Readonly<Record<SubscriptionChangeKind, ChangeRule>> = {
  'cancel-now': { action: 'CANCEL', isSo: hasEnded, refusal: 'subscription-ended' },
  'cancel-at-period-end': { action: 'CANCEL', isSo: isEnding, refusal: 'subscription-ending' },
  'keep-subscription': {
    // The customer may have canceled: keeping it charges them again.
    action: 'KEEP',
    isSo: (subscription) => !isEnding(subscription),
    refusal: 'subscription-not-ending',
  },
  'pause-collection': { action: 'PAUSE', isSo: isPaused, refusal: 'subscription-paused' },
  'resume-collection': {
    action: 'RESUME',
    isSo: (subscription) => !isPaused(subscription),
    refusal: 'subscription-not-paused',
  },
};

/** Stripe's flag for the customer, which an uncollectible invoice clears, and the state of what they subscribe to. */
export const hasFailed = (
  { id, isDelinquent }: StoredCustomer,
  subscriptions: readonly StoredSubscription[],
): boolean =>
  isDelinquent ||
  subscriptions.some(({ customer, status }) => customer.id === id && UNPAID.has(status));

const UNPAID: ReadonlySet<string> = new Set(['past_due', 'unpaid', 'incomplete']);

/** What a customer of the record has, and what names the record. */
export const isSubscriptionOf = (
  { customer, records }: StoredSubscription,
  read: ReadRecord,
): boolean => isNamedBy({ records }, read) || linkedCustomerIds(read.stored).includes(customer.id);

interface PlannedChange {
  readonly read: ReadRecord;
  readonly subscription: StoredSubscription;
  readonly content: string;
  readonly confirmed: Confirmed;
}

/** @throws {SyncError} `unknown-subscription`, `subscription-not-of-record` */
async function planChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  { kind, id }: SubscriptionChange,
): Promise<PlannedChange> {
  const [read, subscription] = await Promise.all([
    readActedRecord(ports, viewed),
    ports.reads.subscription(id),
  ]);
  if (!isSubscriptionOf(subscription, read)) throw new SyncError('subscription-not-of-record');
  const { price, status, endsAt, periodEnd, isCollectionPaused, confirmation } = subscription;
  // The last confirmation is in it: after it is undone, the same change is another one.
  const content = actionContent(read.acted, kind, {
    ...{ id, status, endsAt, periodEnd, isCollectionPaused, confirmation },
    price: price === null ? null : { ...price },
  });
  const { action } = RULES[kind];
  return { read, subscription, content, confirmed: { action, amount: price, content } };
}

/** Undefined where it can be done. */
function refusalOf(
  kind: SubscriptionChangeKind,
  subscription: StoredSubscription,
): ErrorCode | undefined {
  if (hasEnded(subscription)) return 'subscription-ended';
  if (subscription.status === 'incomplete' && kind !== 'cancel-now')
    return 'subscription-not-begun';
  const { isSo, refusal } = RULES[kind];
  return isSo(subscription) ? refusal : undefined;
}

/** What the card is shown of it. */
export function shownSubscription(stored: StoredSubscription): ActedSubscription {
  const { id, status, price, interval, intervalCount, periodEnd, endsAt } = stored;
  const { isCollectionPaused, customer } = stored;
  return {
    ...{ id, status, price, interval, intervalCount, periodEnd, endsAt },
    ...{ isCollectionPaused, customer },
  };
}

/** What exactly would be done. Nothing is written. @throws {SyncError} where it would be refused. */
export async function prepareSubscriptionChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: SubscriptionChange,
): Promise<BillingPrepared> {
  const { subscription, content, confirmed } = await planChange(ports, viewed, change);
  const refusal = refusalOf(change.kind, subscription);
  if (refusal !== undefined) throw new SyncError(refusal);
  return {
    step: 'prepared',
    preview: { kind: change.kind, subscription: shownSubscription(subscription) },
    digest: digestOf(ports, content),
    confirmation: confirmationAsked(ports, confirmed),
  };
}

const CHANGES = {
  'cancel-at-period-end': { endsWithPeriod: true },
  'keep-subscription': { endsWithPeriod: false },
  'pause-collection': { isCollectionPaused: true },
  'resume-collection': { isCollectionPaused: false },
} as const;

/** Who confirmed goes with the change itself: there is no moment in which one is there without the other. */
async function changed(
  { writes, reads, sign }: ActingPorts,
  { kind, id }: SubscriptionChange,
  { subscription, content }: PlannedChange,
  consent: Consent,
): Promise<StoredSubscription> {
  const find = async (): Promise<StoredSubscription | undefined> => {
    const now = await reads.subscription(id);
    return now.confirmation === consent.text && RULES[kind].isSo(now) ? now : undefined;
  };
  if (kind === 'cancel-now') {
    return doneOnce(() => writes.endSubscription(subscription, consent), find);
  }
  const written = { ...consent, key: idempotencyKey(sign(`${content} ${consent.text}`), kind) };
  return doneOnce(() => writes.changeSubscription(subscription, CHANGES[kind], written), find);
}

/**
 * Does what was shown, once, with the person who confirmed it.
 * @throws {SyncError} where nothing is done, and why; `action-unconfirmed` where that is not known.
 */
export async function confirmSubscriptionChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: SubscriptionChange,
  approval: Approval,
): Promise<Acted<ChangeDone>> {
  const { kind } = change;
  const { isSo } = RULES[kind];
  const [plan, edits] = await Promise.all([
    planChange(ports, viewed, change),
    editsOfConfirmation(ports, viewed),
  ]);
  const { read, subscription, content, confirmed } = plan;
  const { confirmationValue: value } = read;
  const acted = (
    now: StoredSubscription,
    isExisting: boolean,
    userId: string | null,
  ): Acted<ChangeDone> => ({
    done: {
      step: 'done',
      outcome: { kind, subscription: shownSubscription(now) },
      isExisting,
      userId,
      isSyncNeeded: true,
    },
    deed: {
      kind,
      amount: now.price,
      number: null,
      userId,
      url: dashboardUrl({ mode: ports.stripe.mode, accountId: null }, 'subscriptions', now.id),
      key: [kind, now.id, approval.confirmation ?? approval.digest].join(' '),
    },
  });
  const { confirmation: text } = approval;
  if (isSo(subscription) && text !== undefined && subscription.confirmation === text) {
    await clearConfirmation(ports, viewed, value, approval);
    return acted(subscription, true, subscription.userId);
  }
  const refusal = refusalOf(kind, subscription);
  if (refusal !== undefined) throw new SyncError(refusal);
  checkDigest(ports, content, approval);
  const consent = consentTo(ports, confirmed, approval, { edits, value });
  const now = await changed(ports, change, plan, consent);
  await clearConfirmation(ports, viewed, value, approval);
  return acted(now, false, consent.userId);
}
