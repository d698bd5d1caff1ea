export { billingDocumentOf, lineName } from '../billing/billing-document.ts';
export type { BillingDocument } from '../billing/billing-document.ts';
export type { PaymentPropertyInput } from './definition.ts';
export type { PaymentRecordKind } from '../record/object-type.ts';
export {
  PAYMENT_OBJECT,
  PAYMENT_TYPES,
  paymentObjectDefinition,
  paymentPropertyInputs,
  paymentRecordTexts,
} from './definition.ts';
export type { PaymentFacts, PaymentReadFacts, PayoutsByTransaction } from './payment-facts.ts';
export type { Payout } from '../payment/payout.ts';
export type { PayoutPart, SettledCharge } from '../ledger/payout-parts.ts';
export {
  capturedParts,
  hasMovedMoney,
  isInPayouts,
  isWhollyInPayouts,
  payoutParts,
  settledCharge,
} from '../ledger/payout-parts.ts';
export { isFinalArrival, payoutArrival, payoutArrivalValues } from './payout-arrival.ts';
export { PAYOUT_NAMES, payoutValues } from './payout-values.ts';
export { hubSpotPaymentValues } from './hubspot-values.ts';
export { paymentFactsOf, unmatchedFactsOf } from './payment-facts-of.ts';
export type { PaymentWrite } from './planned-payment.ts';
export {
  comparedPaymentProperties,
  isMatchOfCounted,
  isPaymentDate,
  MATCH_PROPERTIES,
  PAYMENT_NUMBERS,
  PAYMENT_READ_AT,
  paymentChange,
  paymentsNotAllSaved,
  plannedPayment,
  rematchedPayment,
  settledMatch,
  withoutDocument,
} from './planned-payment.ts';
export type { PaymentProperty, PaymentPropertyName } from './record-properties.ts';
export { PAYMENT_KEY, PAYMENT_TITLE, paymentPropertiesIn } from './record-properties.ts';
export type { PaymentRecordValues } from './record-values.ts';
export { paymentRecordValues } from './record-values.ts';
export { taxOfPayment } from '../billing/tax.ts';
