import type {
  ActedSubscription,
  AskedChange,
  Confirmed,
  ErrorCode,
  StayingInvoice,
  SubscriptionChangeKind,
} from '@stripe-payments/core';
import { actionContent, dashboardUrl, idempotencyKey } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { ReadRecord } from './acted-record.ts';
import { isNamedBy, linkedCustomerIds, readActedRecord } from './acted-record.ts';
import type { ActingPorts, StoredCustomer, StoredSubscription } from './acting-ports.ts';
import type { ChangeDone, ChangeSteps, Plan } from './change-frame.ts';
import { changeSteps, namedPerson } from './change-frame.ts';
import type { Approval, Consent } from './confirmed.ts';
import { doneOnce } from './confirmed.ts';
import type { Acted } from './timeline.ts';

type SubscriptionChange = Extract<AskedChange, { readonly kind: SubscriptionChangeKind }>;

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
  'cancel-now': { action: 'CANCEL-NOW', isSo: hasEnded, refusal: 'subscription-ended' },
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
  isDelinquent || subscriptions.some((each) => each.customer.id === id && isUnpaid(each));

export const isUnpaid = ({ status }: StoredSubscription): boolean => UNPAID.has(status);

const UNPAID: ReadonlySet<string> = new Set(['past_due', 'unpaid', 'incomplete']);

/** What a customer of the record has, and what names the record. */
export const isSubscriptionOf = (
  { customer, records }: StoredSubscription,
  read: ReadRecord,
): boolean => isNamedBy({ records }, read) || linkedCustomerIds(read.stored).includes(customer.id);

export interface SubscriptionState {
  readonly read: ReadRecord;
  readonly subscription: StoredSubscription;
}

interface ChangeState extends SubscriptionState {
  /** What the change leaves to be paid. */
  readonly openInvoices: readonly StayingInvoice[];
}

/** @throws {SyncError} `unknown-subscription`, `subscription-not-of-record` */
export async function readSubscription(
  ports: ActingPorts,
  viewed: ViewedRecord,
  id: string,
): Promise<SubscriptionState> {
  const [read, subscription] = await Promise.all([
    readActedRecord(ports, viewed),
    ports.reads.subscription(id),
  ]);
  if (!isSubscriptionOf(subscription, read)) throw new SyncError('subscription-not-of-record');
  return { read, subscription };
}

/** After these the customer expects to be asked for nothing more. */
const STOPS_BILLING: ReadonlySet<SubscriptionChangeKind> = new Set([
  'cancel-now',
  'pause-collection',
]);

async function readChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  { kind, id }: SubscriptionChange,
): Promise<ChangeState> {
  const [state, open] = await Promise.all([
    readSubscription(ports, viewed, id),
    STOPS_BILLING.has(kind) ? ports.reads.openInvoicesOf(id) : { requests: [] },
  ]);
  const openInvoices = open.requests.map((each) => ({
    ...{ id: each.id, number: each.number, open: each.open },
  }));
  return { ...state, openInvoices };
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

/** @throws {SyncError} where it is refused. */
function planned(kind: SubscriptionChangeKind, state: ChangeState): Plan {
  const { read, subscription, openInvoices } = state;
  const refusal = refusalOf(kind, subscription);
  if (refusal !== undefined) throw new SyncError(refusal);
  const { id, price, status, endsAt, periodEnd, isCollectionPaused, confirmation } = subscription;
  // The last confirmation is in it: after it is undone, the same change is another one.
  const content = actionContent(read.acted, kind, {
    ...{ id, status, endsAt, periodEnd, isCollectionPaused, confirmation },
    price: price === null ? null : { ...price },
    staying: openInvoices.map(({ id, open }) => ({ id, open: { ...open } })),
  });
  return {
    preview: { kind, subscription: shownSubscription(subscription), openInvoices },
    content,
    confirmed: { action: RULES[kind].action, amount: price, content },
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
  subscription: StoredSubscription,
  { content, consent }: { readonly content: string; readonly consent: Consent },
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

/** True where this very confirmation was the last that changed it. */
export const isConfirmedBy = (
  { confirmation }: StoredSubscription,
  { confirmation: text }: Approval,
): boolean => text !== undefined && confirmation === text;

/** What a change of a subscription answers, and what the timeline says of it. */
export const subscriptionActed = (
  ports: ActingPorts,
  now: StoredSubscription,
  {
    outcome,
    ...by
  }: Pick<ChangeDone, 'isExisting' | 'userId'> & {
    readonly outcome: Extract<
      ChangeDone['outcome'],
      { readonly kind: SubscriptionChangeKind | 'change-item' }
    >;
  },
  approval: Approval,
): Acted<ChangeDone> => ({
  done: { step: 'done', outcome, ...by, isSyncNeeded: true },
  deed: {
    kind: outcome.kind,
    amount: now.price,
    number: null,
    userId: by.userId,
    url: dashboardUrl({ mode: ports.stripe.mode, accountId: null }, 'subscriptions', now.id),
    key: [outcome.kind, now.id, approval.confirmation ?? approval.digest].join(' '),
  },
});

/** A change of a subscription of the record, with the person who confirmed it. */
export function subscriptionChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: SubscriptionChange,
): ChangeSteps {
  const { kind } = change;
  const outcomeOf = (now: StoredSubscription) => ({ kind, subscription: shownSubscription(now) });
  return changeSteps<ChangeState, Plan>(ports, viewed, {
    needsPerson: true,
    read: () => readChange(ports, viewed, change),
    doneBefore: ({ subscription: now }, approval) =>
      RULES[kind].isSo(now) && isConfirmedBy(now, approval)
        ? subscriptionActed(
            ports,
            now,
            { outcome: outcomeOf(now), isExisting: true, userId: now.userId },
            approval,
          )
        : undefined,
    plan: (state) => planned(kind, state),
    act: async ({ subscription }, { content }, given, approval) => {
      const consent = namedPerson(given);
      const now = await changed(ports, change, subscription, { content, consent });
      const by = { outcome: outcomeOf(now), isExisting: false, userId: consent.userId };
      return { acted: subscriptionActed(ports, now, by, approval), isOver: true };
    },
  });
}
