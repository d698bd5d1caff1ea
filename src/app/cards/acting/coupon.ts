import type {
  AppliedCoupon,
  ChangeOutcome,
  CouponChangePreview,
  CouponTerms,
  SubscriptionCoupons,
} from '@stripe-payments/core';
import { COUPON_ID, dayText, formatMoney, isolated, isVisible } from '@stripe-payments/core';
import type { ActingPresentation } from './use-acting.ts';
import type { AskedChange } from './use-change.ts';

type AskedCouponChange = Extract<AskedChange, { readonly kind: 'change-coupon' }>;

/** Beside the coupons: none has such an ID. */
const BY_CODE = ':code';
const REMOVE = ':remove';

export interface CouponForm {
  /** The ID of a coupon, or one of the two others. */
  readonly choice: string;
  readonly code: string;
}

/** No coupon is chosen for the user. */
export const EMPTY_COUPON: CouponForm = { choice: BY_CODE, code: '' };

export const isByCode = ({ choice }: CouponForm): boolean => choice === BY_CODE;

export const isRemoval = ({ choice }: CouponForm): boolean => choice === REMOVE;

export const isCodeMistaken = (form: CouponForm): boolean =>
  isByCode(form) && !COUPON_ID.test(form.code.trim());

/** Why there is no review yet; null where nothing is missing. */
export function waitsForCode(form: CouponForm, { texts }: ActingPresentation): string | null {
  if (!isCodeMistaken(form)) return null;
  const { changes, form: forms } = texts.acting;
  return form.code.trim() === '' ? forms.toFill(changes.coupon.code) : forms.toCorrect;
}

/** @param id of the subscription. */
export function askedCouponChange(id: string, form: CouponForm): AskedCouponChange {
  if (isRemoval(form)) return { kind: 'change-coupon', id, coupon: null };
  const coupon = isByCode(form) ? { code: form.code.trim() } : { id: form.choice };
  return { kind: 'change-coupon', id, coupon };
}

const percentText = (percent: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
    percent / 100,
  );

/** What it takes off; empty where that is not known in the subscription's currency. */
function offText(
  { percentOff, amountOff }: CouponTerms,
  { texts, locale }: ActingPresentation,
): string {
  const { coupon } = texts.acting.changes;
  if (percentOff !== null) return coupon.percentOff(percentText(percentOff, locale));
  return amountOff === null ? '' : coupon.amountOff(formatMoney(amountOff, locale));
}

function termsText(
  terms: CouponTerms & Partial<Pick<AppliedCoupon, 'endsAt'>>,
  presentation: ActingPresentation,
): string {
  const { durations } = presentation.texts.acting.changes.coupon;
  const { duration, months, endsAt = null } = terms;
  const off = offText(terms, presentation);
  if (off === '') return '';
  if (endsAt !== null) return durations.until(off, dayText(endsAt, presentation));
  switch (duration) {
    case 'once':
      return durations.once(off);
    case 'forever':
      return durations.forever(off);
    case 'repeating':
      return months === null ? off : durations.repeating(off, months);
    default:
      return off;
  }
}

/** `WELCOME10: 10% off the next invoice`: by its code, its name, or else its ID. */
function couponLabel(
  terms: CouponTerms & Partial<Pick<AppliedCoupon, 'endsAt'>>,
  presentation: ActingPresentation,
): string {
  const { id, name, code } = terms;
  const shown = [code, name].find((text) => text !== null && isVisible(text)) ?? id;
  const text = termsText(terms, presentation);
  return text === '' ? isolated(shown) : `${isolated(shown)}: ${text}`;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Two that read alike are told apart by their IDs. */
export function couponOptions(
  { choices, applied }: SubscriptionCoupons,
  presentation: ActingPresentation,
): readonly Option[] {
  const { coupon } = presentation.texts.acting.changes;
  const labels = choices.map((choice) => couponLabel(choice, presentation));
  const isAlike = (label: string): boolean => labels.filter((each) => each === label).length > 1;
  const options = choices.map(({ id }, place) => {
    const label = labels[place] ?? id;
    return { value: id, label: isAlike(label) ? `${label} (${id})` : label };
  });
  return [
    ...options,
    { value: BY_CODE, label: coupon.byCode },
    ...(applied.length === 0 ? [] : [{ value: REMOVE, label: coupon.remove }]),
  ];
}

/** What the subscription has now. */
export function appliedTexts(
  { applied, ofCustomer }: Pick<SubscriptionCoupons, 'applied' | 'ofCustomer'>,
  presentation: ActingPresentation,
): readonly string[] {
  const { coupon } = presentation.texts.acting.changes;
  return [
    ...(applied.length === 0
      ? [coupon.noneApplied]
      : applied.map((each) => coupon.applied(couponLabel(each, presentation)))),
    ...(ofCustomer === null ? [] : [coupon.ofCustomer(couponLabel(ofCustomer, presentation))]),
  ];
}

/** What changes. */
export function couponFacts(
  { before, after, ofCustomer }: CouponChangePreview,
  presentation: ActingPresentation,
): readonly string[] {
  const { coupon } = presentation.texts.acting.changes;
  return [
    ...(after === null ? [] : [coupon.applies(couponLabel(after, presentation))]),
    ...before.map((each) => coupon.removes(couponLabel(each, presentation))),
    ...(after === null && ofCustomer !== null
      ? [coupon.ofCustomer(couponLabel(ofCustomer, presentation))]
      : []),
    ...(after === null && ofCustomer === null ? [coupon.removesNone] : []),
  ];
}

/** True of one that ends before the next invoice, for example. */
export const takesNothing = ({ after, next }: CouponChangePreview): boolean =>
  after !== null && next.discount.minor === 0;

/** What the change does to what is to be paid. */
export function dueFacts(
  { present, next }: CouponChangePreview,
  { texts, locale }: ActingPresentation,
): readonly string[] {
  const { coupon } = texts.acting.changes;
  const isSame = present.due.minor === next.due.minor;
  return [
    isSame ? coupon.unchanged : coupon.before(formatMoney(present.due, locale)),
    coupon.onlyNext,
  ];
}

export const couponDone = (
  { after }: Extract<ChangeOutcome, { readonly kind: 'change-coupon' }>,
  { texts }: ActingPresentation,
): string => {
  const { coupon } = texts.acting.changes;
  return after === null ? coupon.doneRemoved : coupon.doneApplied;
};
