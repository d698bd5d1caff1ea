import type { AskedChange, Coupon, CouponTerms, PromotionCode } from '@stripe-payments/core';
import {
  actionContent,
  COUPON_ID,
  couponRefusal,
  dashboardUrl,
  idempotencyKey,
  money,
  promotionCodeRefusal,
} from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { ActingPorts, StoredSubscription } from './acting-ports.ts';
import type { ChangeDone, ChangeSteps, Plan } from './change-frame.ts';
import { changeSteps, namedPerson } from './change-frame.ts';
import type { Approval, Consent } from './confirmed.ts';
import { doneOnce } from './confirmed.ts';
import type { DiscountedState } from './coupon-choices.ts';
import { discountable, readDiscounted, shownDiscount, termsOf } from './coupon-choices.ts';
import type { DiscountedSubscription, DiscountToMake } from './coupon-ports.ts';
import { invoiceContent, renewalRefusal } from './item-changes.ts';
import { isConfirmedBy, shownSubscription } from './subscription-changes.ts';
import type { Acted } from './timeline.ts';

type AskedCouponChange = Extract<AskedChange, { readonly kind: 'change-coupon' }>;

/** What was asked for, as Stripe has it now; none for a removal, null where there is no such coupon. */
type Wanted =
  | { readonly kind: 'none' }
  | { readonly kind: 'coupon'; readonly coupon: Coupon }
  | { readonly kind: 'code'; readonly promotion: PromotionCode };

interface CouponState extends DiscountedState {
  readonly wanted: Wanted | null;
}

interface CouponPlan extends Plan {
  readonly discount: DiscountToMake | null;
  readonly after: CouponTerms | null;
}

/** A promotion code before a coupon of that ID; of several, the one that is active. */
async function wantedIn(
  { reads }: ActingPorts,
  { coupon: asked }: AskedCouponChange,
): Promise<Wanted | null> {
  if (asked === null) return { kind: 'none' };
  const typed = 'code' in asked ? asked.code.trim() : asked.id;
  if (!COUPON_ID.test(typed)) return null;
  if ('code' in asked) {
    const promotions = await reads.promotionCodes(typed);
    const promotion = promotions.find(({ isActive }) => isActive) ?? promotions[0];
    if (promotion !== undefined) return { kind: 'code', promotion };
  }
  const coupon = await reads.coupon(typed);
  return coupon === null ? null : { kind: 'coupon', coupon };
}

/** True where the subscription has exactly this. */
function isSo(
  { discounts }: Pick<DiscountedSubscription, 'discounts'>,
  wanted: Wanted | null,
): boolean {
  const [only, ...others] = discounts;
  if (wanted === null || others.length > 0) return false;
  switch (wanted.kind) {
    case 'none':
      return only === undefined;
    case 'coupon':
      return only?.id === wanted.coupon.id && only.promotionCodeId === null;
    case 'code':
      return only?.promotionCodeId === wanted.promotion.id;
  }
}

/** @param subtotalMinor of the next invoice. @throws {SyncError} why it can't be applied. */
function checkWanted(
  ports: ActingPorts,
  state: CouponState,
  subtotalMinor: number,
): asserts state is CouponState & { readonly wanted: Wanted } {
  const { wanted, currency } = state;
  if (wanted === null) throw new SyncError('coupon-unknown');
  if (isSo(state, wanted)) {
    throw new SyncError(wanted.kind === 'none' ? 'no-coupon' : 'coupon-applied');
  }
  if (wanted.kind === 'none') return;
  const nowSeconds = ports.clock.nowMs() / 1_000;
  const of = discountable(state);
  const refusal =
    wanted.kind === 'coupon'
      ? couponRefusal(wanted.coupon, of, nowSeconds)
      : promotionCodeRefusal(wanted.promotion, of, money(subtotalMinor, currency), nowSeconds);
  if (refusal !== undefined) throw new SyncError(refusal);
}

function discountOf(wanted: Wanted): DiscountToMake | null {
  switch (wanted.kind) {
    case 'none':
      return null;
    case 'coupon':
      return { couponId: wanted.coupon.id };
    case 'code':
      return { promotionCodeId: wanted.promotion.id };
  }
}

function shownTerms(wanted: Wanted | null, currency: string): CouponTerms | null {
  if (wanted === null || wanted.kind === 'none') return null;
  return wanted.kind === 'coupon'
    ? termsOf(wanted.coupon, currency, null)
    : termsOf(wanted.promotion.coupon, currency, wanted.promotion.code);
}

const signed = ({ amountOff, ...terms }: CouponTerms) => ({
  ...terms,
  amountOff: amountOff === null ? null : { ...amountOff },
});

/** @throws {SyncError} where it is refused. */
async function planned(ports: ActingPorts, state: CouponState): Promise<CouponPlan> {
  const { read, subscription, currency, discounts, ofCustomer } = state;
  const refusal = renewalRefusal(subscription);
  if (refusal !== undefined) throw new SyncError(refusal);
  const { id, status, periodEnd, confirmation } = subscription;
  const present = await ports.reads.previewNext(id, undefined);
  checkWanted(
    ports,
    state,
    present.lines.reduce((sum, { amount }) => sum + amount.minor, 0),
  );
  const discount = discountOf(state.wanted);
  // Without a coupon of its own a subscription has that of its customer.
  const inherited = ofCustomer === null ? null : { discountId: ofCustomer.discountId };
  const next = await ports.reads.previewNext(id, discount ?? inherited);
  const after = shownTerms(state.wanted, currency);
  const content = actionContent(read.acted, 'change-coupon', {
    ...{ id, status, periodEnd, confirmation, currency },
    before: discounts.map(({ discountId }) => discountId),
    ofCustomer: ofCustomer?.discountId ?? null,
    discount: discount === null ? null : { ...discount },
    after: after === null ? null : signed(after),
    present: invoiceContent(present),
    next: invoiceContent(next),
  });
  return {
    discount,
    after,
    content,
    preview: {
      kind: 'change-coupon',
      subscription: shownSubscription(subscription),
      before: discounts.map(shownDiscount),
      after,
      ofCustomer: ofCustomer === null ? null : shownDiscount(ofCustomer),
      ...{ present, next, nextOn: periodEnd },
    },
    confirmed: { action: 'CHANGE', amount: next.due, content },
  };
}

/** Who confirmed goes with the change itself. */
async function changed(
  { writes, reads, sign }: ActingPorts,
  { subscription, wanted }: CouponState,
  { discount, content, consent }: CouponPlan & { readonly consent: Consent },
): Promise<StoredSubscription> {
  const written = { ...consent, key: idempotencyKey(sign(`${content} ${consent.text}`), 'coupon') };
  return doneOnce(
    () => writes.changeCoupon(subscription, discount, written),
    async () => {
      const now = await reads.discountedSubscription(subscription.id);
      const isDone = now.subscription.confirmation === consent.text && isSo(now, wanted);
      return isDone ? now.subscription : undefined;
    },
  );
}

function acted(
  ports: ActingPorts,
  now: StoredSubscription,
  after: CouponTerms | null,
  by: Pick<ChangeDone, 'isExisting' | 'userId'>,
  approval: Approval,
): Acted<ChangeDone> {
  const kind = after === null ? 'remove-coupon' : 'apply-coupon';
  return {
    done: {
      ...{ step: 'done', ...by, isSyncNeeded: true },
      outcome: { kind: 'change-coupon', subscription: shownSubscription(now), after },
    },
    deed: {
      kind,
      amount: now.price,
      number: after === null ? null : (after.code ?? after.name ?? after.id),
      userId: by.userId,
      url: dashboardUrl({ mode: ports.stripe.mode, accountId: null }, 'subscriptions', now.id),
      key: [kind, now.id, approval.confirmation ?? approval.digest].join(' '),
    },
  };
}

/** Another coupon of a subscription instead of those that it has, or none, with Stripe's own preview of its next invoice. */
export const couponChange = (
  ports: ActingPorts,
  viewed: ViewedRecord,
  asked: AskedCouponChange,
): ChangeSteps =>
  changeSteps<CouponState, CouponPlan>(ports, viewed, {
    needsPerson: true,
    read: async () => {
      const [state, wanted] = await Promise.all([
        readDiscounted(ports, viewed, asked.id),
        wantedIn(ports, asked),
      ]);
      return { ...state, wanted };
    },
    doneBefore: (state, approval) => {
      const { subscription: now, wanted, currency } = state;
      if (!isConfirmedBy(now, approval) || !isSo(state, wanted)) return undefined;
      const by = { isExisting: true, userId: now.userId };
      return acted(ports, now, shownTerms(wanted, currency), by, approval);
    },
    plan: (state) => planned(ports, state),
    act: async (state, plan, given, approval) => {
      const consent = namedPerson(given);
      const now = await changed(ports, state, { ...plan, consent });
      const by = { isExisting: false, userId: consent.userId };
      return { acted: acted(ports, now, plan.after, by, approval), isOver: true };
    },
  });
