export type { AttributedCharge, Attribution, RecordKnowledge } from './attribution/attribute.ts';
export { attribute } from './attribution/attribute.ts';
export type { Evidence } from './attribution/evidence.ts';
export { parseIds } from './attribution/ids.ts';
export type { ErrorCode, ReplyError } from './contract/errors.ts';
export { replyError } from './contract/errors.ts';
export type {
  GetPaymentsParameters,
  GetPaymentsReply,
  ObjectType,
  SyncPaymentsParameters,
  SyncPaymentsReply,
} from './contract/functions.ts';
export { FUNCTION_UIDS, OBJECT_TYPES, PROOF_PROPERTIES } from './contract/functions.ts';
export { paymentRow } from './contract/payment-row.ts';
export type { DisputeFacts, Note, PaymentRow, RecordView } from './contract/record-view.ts';
export type { Reply } from './contract/reply.ts';
export { isReply } from './contract/reply.ts';
export type { FeeStatus, Ledger } from './ledger/ledger.ts';
export { isFeeStatus, ledgerOf } from './ledger/ledger.ts';
export type { PresentmentTotals } from './ledger/presentment.ts';
export type { SettlementTotals } from './ledger/settlement.ts';
export { allFeesMinor, nonZeroFeeKinds, settlementLedger } from './ledger/settlement.ts';
export { feeRatePercent } from './ledger/fee-rate.ts';
export type { Currency } from './money/currency.ts';
export { fromDecimal, toDecimal } from './money/decimal.ts';
export { formatCurrency, formatMoney, usableLocale } from './money/format.ts';
export type { Money } from './money/money.ts';
export { money, subtract } from './money/money.ts';
export type {
  BalanceTransaction,
  Charge,
  Dispute,
  PaymentFailure,
  PaymentMethod,
  RecordClaim,
  Refund,
} from './payment/charge.ts';
export type { PropertyChange, StoredProperties } from './properties/changes.ts';
export { missingProperties, propertyChanges } from './properties/changes.ts';
export type { PropertyDefinition } from './properties/definition.ts';
export { PROPERTY_GROUP } from './properties/definition.ts';
export type { PropertyInput } from './properties/property-input.ts';
export { propertyInput } from './properties/property-input.ts';
export type { PropertyName } from './properties/definitions.ts';
export { PROPERTIES, PROPERTY_NAMES } from './properties/definitions.ts';
export type { PropertyValues } from './properties/values.ts';
export { propertyValues } from './properties/values.ts';
export type { ChargeStatus } from './status/charge-status.ts';
export type { PaymentStatus } from './status/record-status.ts';
export { isPaymentStatus } from './status/record-status.ts';
export type { RecordSummary } from './status/record-summary.ts';
export { summarize } from './status/record-summary.ts';
export { english } from './texts/english.ts';
export { failureText } from './texts/failure.ts';
export type { DateStyle } from './time/format.ts';
export { formatAge, formatDay, formatMoment } from './time/format.ts';
export { epochMsFromText } from './time/iso.ts';
