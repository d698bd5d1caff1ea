import type {
  AskedChange,
  ErrorCode,
  InvoicePreview,
  ItemTerms,
  Money,
} from '@stripe-payments/core';
import {
  actionContent,
  amountMistake,
  CODE_WINDOW_MS,
  fromDecimal,
  idempotencyKey,
  money,
  windowOf,
} from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { ActingPorts, ItemToChange, StoredItem, StoredSubscription } from './acting-ports.ts';
import type { ChangeSteps, Plan } from './change-frame.ts';
import { changeSteps, namedPerson } from './change-frame.ts';
import type { Consent } from './confirmed.ts';
import { digestOf, doneOnce } from './confirmed.ts';
import type { SubscriptionState } from './subscription-changes.ts';
import {
  hasEnded,
  isConfirmedBy,
  readSubscription,
  shownSubscription,
  subscriptionActed,
} from './subscription-changes.ts';

type AskedItemChange = Extract<AskedChange, { readonly kind: 'change-item' }>;

interface ItemPlan extends Plan {
  readonly change: ItemToChange;
}

const RENEWING: ReadonlySet<string> = new Set(['active', 'past_due', 'trialing']);

/** Undefined where what it bills can be changed. */
export function renewalRefusal(subscription: StoredSubscription): ErrorCode | undefined {
  const { status, endsAt, isCollectionPaused } = subscription;
  if (hasEnded(subscription)) return 'subscription-ended';
  if (status === 'incomplete') return 'subscription-not-begun';
  const isRenewing = RENEWING.has(status) && endsAt === null && !isCollectionPaused;
  return isRenewing ? undefined : 'subscription-not-renewing';
}

const itemOf = ({ items }: StoredSubscription, { itemId }: AskedItemChange) =>
  items.find(({ id }) => id === itemId);

/** Null for the present price. @throws {SyncError} `item-by-usage`, `amount-invalid` */
function unitAsked({ unit: asked }: AskedItemChange, { unit }: StoredItem): Money | null {
  if (asked === null) return null;
  if (unit === null) throw new SyncError('item-by-usage');
  const wanted = fromDecimal(asked, unit.currency);
  if (wanted === undefined) throw new SyncError('amount-invalid');
  const mistake = amountMistake(wanted);
  // Of a price there is no least: only the invoice is charged.
  if (mistake !== undefined && mistake !== 'amount-too-small') throw new SyncError(mistake);
  return wanted.minor === unit.minor ? null : wanted;
}

/** True where the item is as it was asked for. */
function isAsAsked(item: StoredItem, asked: AskedItemChange): boolean {
  return item.quantity === asked.quantity && unitAsked(asked, item) === null;
}

/** @throws {SyncError} where it is refused. */
function changeOf(
  subscription: StoredSubscription,
  asked: AskedItemChange,
  window: number,
): ItemToChange {
  const refusal = renewalRefusal(subscription);
  if (refusal !== undefined) throw new SyncError(refusal);
  const item = itemOf(subscription, asked);
  if (item === undefined) throw new SyncError('item-not-of-subscription');
  if (item.quantity === null) throw new SyncError('item-by-usage');
  const unit = unitAsked(asked, item);
  const { quantity, billing } = asked;
  if (unit === null && quantity === item.quantity) throw new SyncError('nothing-to-change');
  // Stripe reckons within the present period only.
  const prorationDate = Math.max((window * CODE_WINDOW_MS) / 1_000, item.periodStart);
  return { item, quantity, unit, billing, prorationDate };
}

const billed = (unit: Money | null, quantity: number): Money | null =>
  unit === null ? null : money(unit.minor * quantity, unit.currency);

/** All lines and sums, as they are signed. */
export const invoiceContent = ({ lines, total, due }: InvoicePreview) => ({
  lines: lines.map(({ label, amount }) => ({ label, minor: amount.minor })),
  ...{ total: total.minor, due: due.minor, currency: due.currency },
});

/** What Stripe would bill, reckoned from the start of the window: the same in the review and afterwards. */
async function planIn(
  { reads }: ActingPorts,
  { read, subscription }: SubscriptionState,
  asked: AskedItemChange,
  window: number,
): Promise<ItemPlan> {
  const change = changeOf(subscription, asked, window);
  const { item, quantity, billing, prorationDate } = change;
  // The invoice of the difference says nothing of the next one.
  const isNow = billing === 'now';
  const [first, after] = await Promise.all([
    reads.previewChange(subscription, change),
    isNow ? reads.previewChange(subscription, { ...change, billing: 'none' }) : null,
  ]);
  const next = after ?? first;
  const now = isNow ? first : null;
  const unit = change.unit ?? item.unit;
  const { id, status, periodEnd, confirmation } = subscription;
  const { priceId, periodStart } = item;
  const content = actionContent(read.acted, 'change-item', {
    ...{ id, status, periodEnd, confirmation, itemId: item.id, priceId, periodStart },
    ...{ before: item.quantity, quantity, unit: unit && { ...unit }, billing, prorationDate },
    now: now && invoiceContent(now),
    next: invoiceContent(next),
  });
  return {
    change,
    content,
    preview: {
      kind: 'change-item',
      subscription: shownSubscription(subscription),
      before: { quantity: item.quantity ?? 0, unit: item.unit },
      after: { quantity, unit },
      billing,
      isCharged: subscription.isCharged,
      now,
      next,
      nextOn: periodEnd,
    },
    confirmed: {
      action: 'CHANGE',
      // What is charged by it; where nothing is, what it bills from then on.
      amount: now !== null && now.due.minor > 0 ? now.due : billed(unit, quantity),
      content,
    },
  };
}

/** Who confirmed goes with the change itself. */
async function changed(
  { writes, reads, sign }: ActingPorts,
  asked: AskedItemChange,
  subscription: StoredSubscription,
  { change, content, consent }: ItemPlan & { readonly consent: Consent },
): Promise<StoredSubscription> {
  const written = { ...consent, key: idempotencyKey(sign(`${content} ${consent.text}`), 'item') };
  return doneOnce(
    () => writes.changeItem(subscription, change, written),
    async () => {
      const now = await reads.subscription(asked.id);
      const item = itemOf(now, asked);
      const isDone = item !== undefined && isAsAsked(item, asked);
      return isDone && now.confirmation === consent.text ? now : undefined;
    },
  );
}

/** Another quantity or price of an item, with Stripe's own preview of what is billed for it. */
export function itemChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  asked: AskedItemChange,
): ChangeSteps {
  const outcomeOf = (now: StoredSubscription, after: ItemTerms) => ({
    ...{ kind: 'change-item' as const, subscription: shownSubscription(now), after },
  });
  return changeSteps<SubscriptionState, ItemPlan>(ports, viewed, {
    needsPerson: true,
    read: () => readSubscription(ports, viewed, asked.id),
    doneBefore: ({ subscription: now }, approval) => {
      const item = itemOf(now, asked);
      if (item === undefined || !isConfirmedBy(now, approval)) return undefined;
      if (!isAsAsked(item, asked)) return undefined;
      const outcome = outcomeOf(now, { quantity: asked.quantity, unit: item.unit });
      return subscriptionActed(
        ports,
        now,
        { outcome, isExisting: true, userId: now.userId },
        approval,
      );
    },
    plan: async (state, approval) => {
      const window = windowOf(ports.clock.nowMs());
      const plan = await planIn(ports, state, asked, window);
      if (approval === undefined || digestOf(ports, plan.content) === approval.digest) return plan;
      // Reviewed in the window before, whose texts are accepted as well.
      return planIn(ports, state, asked, window - 1);
    },
    act: async ({ subscription }, plan, given, approval) => {
      const consent = namedPerson(given);
      const now = await changed(ports, asked, subscription, { ...plan, consent });
      const outcome = outcomeOf(now, {
        quantity: asked.quantity,
        unit: plan.change.unit ?? plan.change.item.unit,
      });
      return {
        acted: subscriptionActed(
          ports,
          now,
          { outcome, isExisting: false, userId: consent.userId },
          approval,
        ),
        isOver: true,
      };
    },
  });
}
