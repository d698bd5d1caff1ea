import type { ApiParts, Endpoint } from '../api/endpoint.ts';
import { accountEndpoints } from './account.ts';
import { balanceTransactionEndpoints } from './balance-transactions.ts';
import { chargeEndpoints } from './charges.ts';
import { checkoutSessionEndpoints } from './checkout-sessions.ts';
import { couponEndpoints } from './coupons.ts';
import { creditNoteEndpoints } from './credit-notes.ts';
import { customerEndpoints } from './customers.ts';
import { disputeEndpoints } from './disputes.ts';
import { emptyListEndpoints } from './empty-lists.ts';
import { eventEndpoints } from './events.ts';
import { invoicePaymentEndpoints } from './invoice-payments.ts';
import { invoiceEndpoints } from './invoices.ts';
import { paymentIntentEndpoints } from './payment-intents.ts';
import { priceEndpoints } from './prices.ts';
import { productEndpoints } from './products.ts';
import { refundEndpoints } from './refunds.ts';
import { subscriptionItemEndpoints } from './subscription-items.ts';
import { subscriptionEndpoints } from './subscriptions.ts';

export const allEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  ...accountEndpoints(parts),
  ...balanceTransactionEndpoints(parts),
  ...chargeEndpoints(parts),
  ...checkoutSessionEndpoints(parts),
  ...couponEndpoints(parts),
  ...creditNoteEndpoints(parts),
  ...customerEndpoints(parts),
  ...disputeEndpoints(parts),
  ...emptyListEndpoints(parts),
  ...eventEndpoints(parts),
  ...invoiceEndpoints(parts),
  ...invoicePaymentEndpoints(parts),
  ...paymentIntentEndpoints(parts),
  ...priceEndpoints(parts),
  ...productEndpoints(parts),
  ...refundEndpoints(parts),
  ...subscriptionEndpoints(parts),
  ...subscriptionItemEndpoints(parts),
];
