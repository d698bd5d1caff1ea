import type {
  CheckoutSessionRow,
  InvoiceRow,
  ScheduleRow,
  SubscriptionRow,
} from '../entities/billing.ts';
import type { CouponRow, PriceRow, ProductRow, PromotionCodeRow } from '../entities/catalogue.ts';
import type { Metadata } from '../entities/row.ts';
import type {
  Billed,
  Cancellation,
  CollectionPause,
  CreditedInvoice,
  InvoiceDecline,
  InvoicePaymentRequest,
  ItemChange,
  NewCoupon,
  NewCreditNote,
  NewInvoice,
  NewPrice,
  NewProduct,
  NewSchedule,
  NewSubscription,
  PaidInvoice,
  PreviewedChange,
  Renewal,
} from './billing-requests.ts';
import type { CompletedCheckout, NewCheckout } from './checkout-requests.ts';
import { createPrice, createProduct } from './catalogue.ts';
import { completeCheckout } from './checkout-completion.ts';
import { changeCheckoutSession, expireCheckout, startCheckout } from './checkout.ts';
import type { WorldContext } from './context.ts';
import { issueCreditNote } from './credit-notes.ts';
import {
  createCoupon,
  createPromotionCode,
  deactivatePromotionCode,
  deleteCoupon,
  type NewPromotionCode,
} from './coupons.ts';
import { discountCustomer } from './discounts.ts';
import { payInvoiceOutside, startInvoiceDebit } from './invoice-debits.ts';
import {
  changeInvoice,
  createInvoice,
  finalizeInvoice,
  markUncollectible,
  voidInvoice,
} from './invoices.ts';
import { failInvoicePayment, payInvoice } from './invoice-payments.ts';
import type { PreviewedItems } from './invoice-preview.ts';
import { previewDiscounted, previewInvoice, previewItems } from './invoice-preview.ts';
import { changeItem } from './item-changes.ts';
import {
  cancelSubscription,
  changeSubscription,
  pauseCollection,
  pauseSubscription,
  resumeSubscription,
} from './subscription-changes.ts';
import type { DiscountAsked } from './subscription-discounts.ts';
import { changeDiscounts } from './subscription-discounts.ts';
import { createSubscription, renewSubscription, scheduleSubscription } from './subscriptions.ts';

/** What happens at Stripe beyond single payments. The rules are those of StripeWorld. */
export interface BillingWorld {
  createProduct(product: NewProduct): ProductRow;
  createPrice(price: NewPrice): PriceRow;
  createCoupon(coupon: NewCoupon): CouponRow;
  deleteCoupon(id: string): void;
  createPromotionCode(promotion: NewPromotionCode): PromotionCodeRow;
  deactivatePromotionCode(id: string): PromotionCodeRow;
  /** These discounts of a subscription instead of those that it has. */
  changeDiscounts(id: string, discounts: readonly DiscountAsked[]): SubscriptionRow;
  /** For all of the customer's subscriptions in the currency that have no discount of their own. */
  discountCustomer(id: string, coupon: string, currency: string): void;
  /** A subscription that starts later. */
  scheduleSubscription(schedule: NewSchedule): ScheduleRow;
  /** Makes the first invoice as well, and pays it unless told otherwise. */
  createSubscription(subscription: NewSubscription): Billed;
  renewSubscription(id: string, renewal?: Renewal): Billed;
  /** Status `paused`: no period begins and nothing is invoiced until it resumes. */
  pauseSubscription(id: string, atMs?: number): SubscriptionRow;
  resumeSubscription(id: string, atMs?: number): SubscriptionRow;
  /** The status stays; invoices are made and not collected. */
  pauseCollection(id: string, pause?: CollectionPause): SubscriptionRow;
  cancelSubscription(id: string, cancellation?: Cancellation): SubscriptionRow;
  changeSubscription(id: string, change: { readonly metadata: Metadata }): SubscriptionRow;
  /**
   * The next invoice, or the one that a change would make at once, of which nothing is kept; undefined where there
   * will be none.
   */
  previewInvoice(id: string, change?: PreviewedChange): InvoiceRow | undefined;
  /** The next invoice with these discounts, and no other. */
  previewDiscounted(id: string, discounts: readonly DiscountAsked[]): InvoiceRow | undefined;
  /** One that would be made of these lines: nothing is kept of it. */
  previewItems(asked: PreviewedItems): InvoiceRow;
  /** Another price or quantity of an item. */
  changeItem(id: string, change: ItemChange): SubscriptionRow;
  /** A draft. */
  createInvoice(invoice: NewInvoice): InvoiceRow;
  /** Open, or paid at once where nothing is due. */
  finalizeInvoice(id: string, atMs?: number): InvoiceRow;
  payInvoice(id: string, request?: InvoicePaymentRequest): PaidInvoice;
  /** Pays all that is left by a bank debit, which is on its way for days. */
  startInvoiceDebit(id: string, atMs?: number): PaidInvoice;
  /** `paid_out_of_band`. */
  payInvoiceOutside(id: string, atMs?: number): InvoiceRow;
  failInvoicePayment(id: string, decline?: InvoiceDecline): PaidInvoice;
  voidInvoice(id: string, atMs?: number): InvoiceRow;
  markUncollectible(id: string, atMs?: number): InvoiceRow;
  changeInvoice(id: string, change: { readonly metadata: Metadata }): InvoiceRow;
  issueCreditNote(note: NewCreditNote): CreditedInvoice;
  /** An open session without a payment. */
  startCheckout(checkout: NewCheckout): CheckoutSessionRow;
  /** Completes an open session, or a new one. */
  completeCheckout(checkout: NewCheckout | string, atMs?: number): CompletedCheckout;
  expireCheckout(id: string, atMs?: number): CheckoutSessionRow;
  changeCheckoutSession(id: string, change: { readonly metadata: Metadata }): CheckoutSessionRow;
}

export const createBillingWorld = (context: WorldContext): BillingWorld => ({
  createProduct: (product) => createProduct(context, product),
  createPrice: (price) => createPrice(context, price),
  createCoupon: (coupon) => createCoupon(context, coupon),
  deleteCoupon: (id) => {
    deleteCoupon(context, id);
  },
  createPromotionCode: (promotion) => createPromotionCode(context, promotion),
  deactivatePromotionCode: (id) => deactivatePromotionCode(context, id),
  changeDiscounts: (id, discounts) => changeDiscounts(context, id, discounts),
  discountCustomer: (id, coupon, currency) => {
    discountCustomer(context, id, coupon, currency);
  },
  scheduleSubscription: (schedule) => scheduleSubscription(context, schedule),
  createSubscription: (subscription) => createSubscription(context, subscription),
  renewSubscription: (id, renewal) => renewSubscription(context, id, renewal),
  pauseSubscription: (id, atMs) => pauseSubscription(context, id, atMs),
  resumeSubscription: (id, atMs) => resumeSubscription(context, id, atMs),
  pauseCollection: (id, pause) => pauseCollection(context, id, pause),
  cancelSubscription: (id, cancellation) => cancelSubscription(context, id, cancellation),
  changeSubscription: (id, change) => changeSubscription(context, id, change),
  previewInvoice: (id, change) => previewInvoice(context, id, change),
  previewDiscounted: (id, discounts) => previewDiscounted(context, id, discounts),
  previewItems: (asked) => previewItems(context, asked),
  changeItem: (id, change) => changeItem(context, id, change),
  createInvoice: (invoice) => createInvoice(context, invoice),
  finalizeInvoice: (id, atMs) => finalizeInvoice(context, id, atMs),
  payInvoice: (id, request) => payInvoice(context, id, request),
  startInvoiceDebit: (id, atMs) => startInvoiceDebit(context, id, atMs),
  payInvoiceOutside: (id, atMs) => payInvoiceOutside(context, id, atMs),
  failInvoicePayment: (id, decline) => failInvoicePayment(context, id, decline),
  voidInvoice: (id, atMs) => voidInvoice(context, id, atMs),
  markUncollectible: (id, atMs) => markUncollectible(context, id, atMs),
  changeInvoice: (id, change) => changeInvoice(context, id, change),
  issueCreditNote: (note) => issueCreditNote(context, note),
  startCheckout: (checkout) => startCheckout(context, checkout),
  completeCheckout: (checkout, atMs) => completeCheckout(context, checkout, atMs),
  expireCheckout: (id, atMs) => expireCheckout(context, id, atMs),
  changeCheckoutSession: (id, change) => changeCheckoutSession(context, id, change),
});
