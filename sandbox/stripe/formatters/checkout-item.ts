import type Stripe from 'stripe';
import type { CheckoutItemRow } from '../entities/checkout-session.ts';
import type { PriceRow } from '../entities/price.ts';
import { formatPrice } from './price.ts';
import type { FormatView } from './view.ts';
import type { Wire } from './wire-type.ts';

export const formatCheckoutItem = (
  row: CheckoutItemRow,
  price: PriceRow,
  view: FormatView,
): Wire<Stripe.LineItem> => ({
  id: row.id,
  object: 'item',
  adjustable_quantity: null,
  amount_discount: row.amountDiscount,
  amount_subtotal: row.amountSubtotal,
  amount_tax: 0,
  amount_total: row.amountSubtotal - row.amountDiscount,
  currency: price.currency,
  description: row.description,
  metadata: {},
  price: formatPrice(price, view),
  quantity: row.quantity,
});
