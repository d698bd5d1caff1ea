import type { Row } from '../entities/row.ts';
import {
  formatBalanceTransaction,
  formatEvent,
  formatWebhookEndpoint,
} from '../formatters/account.ts';
import {
  formatCoupon,
  formatDiscount,
  formatPrice,
  formatProduct,
  formatPromotionCode,
} from '../formatters/catalogue.ts';
import { formatCheckoutSession } from '../formatters/checkout.ts';
import { formatCustomer, formatDeletedCustomer } from '../formatters/customer.ts';
import { formatDispute } from '../formatters/disputes.ts';
import { formatInvoiceItem } from '../formatters/invoice-items.ts';
import { formatCreditNote, formatInvoicePayment } from '../formatters/invoice-payments.ts';
import { formatInvoice } from '../formatters/invoices.ts';
import { formatPaymentIntent } from '../formatters/payment-intents.ts';
import { formatCharge, formatRefund } from '../formatters/payments.ts';
import { formatPaymentLink } from '../formatters/payment-links.ts';
import { formatPayout } from '../formatters/payouts.ts';
import { formatSchedule } from '../formatters/schedules.ts';
import { formatSubscription } from '../formatters/subscriptions.ts';
import type { FormatView } from '../formatters/view.ts';
import type { Store } from '../store/store.ts';
import type { Table } from '../store/table.ts';
import { thePrice } from '../world/context.ts';

/** An object on its way out, whose fields expansion can replace. */
export type WireObject = Readonly<Record<string, unknown>>;

/** Where the objects of one kind are, and how they look on the wire. */
export interface Kind<R extends Row> {
  readonly tableOf: (store: Store) => Table<R>;
  readonly wire: (row: R, view: FormatView, store: Store) => WireObject;
  readonly byId: (store: Store, id: string, view: FormatView) => WireObject | undefined;
}

function kindOf<R extends Row>(
  tableOf: (store: Store) => Table<R>,
  format: (row: R, view: FormatView, store: Store) => object,
): Kind<R> {
  const wire = (row: R, view: FormatView, store: Store): WireObject => ({
    ...format(row, view, store),
  });
  return {
    tableOf,
    wire,
    byId: (store, id, view) => {
      const row = tableOf(store).get(id);
      return row === undefined ? undefined : wire(row, view, store);
    },
  };
}

export const KINDS = {
  balance_transaction: kindOf((store) => store.balanceTransactions, formatBalanceTransaction),
  charge: kindOf((store) => store.charges, formatCharge),
  'checkout.session': kindOf((store) => store.checkoutSessions, formatCheckoutSession),
  credit_note: kindOf((store) => store.creditNotes, formatCreditNote),
  customer: kindOf(
    (store) => store.customers,
    (row, view, { discounts }) => {
      if (row.isDeleted) return formatDeletedCustomer(row);
      return formatCustomer(row, view, (id) => {
        const discount = discounts.get(id);
        return discount === undefined ? null : formatDiscount(discount);
      });
    },
  ),
  discount: kindOf((store) => store.discounts, formatDiscount),
  dispute: kindOf(
    (store) => store.disputes,
    (row, view, { balanceTransactions }) => {
      const moved = row.balanceTransactions.flatMap((id) => balanceTransactions.get(id) ?? []);
      return formatDispute(row, moved, view);
    },
  ),
  event: kindOf((store) => store.events, formatEvent),
  invoice: kindOf((store) => store.invoices, formatInvoice),
  invoiceitem: kindOf((store) => store.invoiceItems, formatInvoiceItem),
  invoice_payment: kindOf((store) => store.invoicePayments, formatInvoicePayment),
  payment_intent: kindOf((store) => store.paymentIntents, formatPaymentIntent),
  payment_link: kindOf((store) => store.paymentLinks, formatPaymentLink),
  payout: kindOf((store) => store.payouts, formatPayout),
  price: kindOf((store) => store.prices, formatPrice),
  product: kindOf((store) => store.products, formatProduct),
  promotion_code: kindOf(
    (store) => store.promotionCodes,
    (row, view, { coupons }) => formatPromotionCode(row, coupons.get(row.coupon), view),
  ),
  refund: kindOf((store) => store.refunds, formatRefund),
  subscription_schedule: kindOf((store) => store.schedules, formatSchedule),
  subscription: kindOf(
    (store) => store.subscriptions,
    (row, view, store) => formatSubscription(row, (id) => thePrice(store, id), view),
  ),
  webhook_endpoint: kindOf((store) => store.webhookEndpoints, formatWebhookEndpoint),
  /** Last, since a merchant chooses the ids of coupons. */
  coupon: kindOf((store) => store.coupons, formatCoupon),
} as const;

/** The object behind an id, whatever its kind. */
export function wireById(store: Store, id: string, view: FormatView): WireObject | undefined {
  for (const { byId } of Object.values(KINDS)) {
    const object = byId(store, id, view);
    if (object !== undefined) return object;
  }
  return undefined;
}
