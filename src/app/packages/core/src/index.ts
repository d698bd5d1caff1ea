export * from './contract/index.ts';
export { comparableAddress, domainOfAddress } from './matching/address.ts';
export type { MatchedObjects } from './matching/match-objects.ts';
export { matchObjects, countedOf, newestFirst } from './matching/match-objects.ts';
export type { Evidence } from './matching/evidence.ts';
export type { ParsedIds } from './matching/ids.ts';
export {
  CUSTOMER_ID_PREFIXES,
  parseIds,
  PAYMENT_ID_PREFIXES,
  withId,
  withoutId,
} from './matching/ids.ts';
export type {
  RecordClaims,
  Payer,
  DealOfCompany,
  RecordKnowledge,
} from './matching/record-claims.ts';
export { goneRecord, hasId, unreadRecord } from './matching/record-claims.ts';
export type { PastedId } from './matching/pasted-id.ts';
export { parsePastedId, isSearchable } from './matching/pasted-id.ts';
export type { Matched, Match, Reason } from './matching/match.ts';
export type { Relations } from './matching/relations.ts';
export { relationsOf } from './matching/relations.ts';
export { isEvident } from './matching/match-evidence.ts';
export type { RecordRows } from './view/record-rows.ts';
export { paymentTotals, type PaymentTotals } from './view/payment-totals.ts';
export { declinesOf } from './view/declines.ts';
export { recordRows } from './view/record-rows.ts';
export { shownDecline } from './view/shown-decline.ts';
export type { TakenPayment, Wanted } from './view/listed-payments.ts';
export { listedPayments, takenBy } from './view/listed-payments.ts';
export { hasUnreadCaptures, isCompleteCharge } from './ledger/captures.ts';
export { type ChargeFeeStatus, type FeeStatus, isFeeStatus } from './ledger/fee-status.ts';
export { ledgerOf, type Ledger } from './ledger/ledger.ts';
export type { CheckedUrl } from './links/checked-url.ts';
export type { DashboardPage, StripeAccount } from './links/dashboard-url.ts';
export { accountUrl, dashboardUrl, STRIPE_KEYS_URL } from './links/dashboard-url.ts';
export { kindOfStripeId } from './links/stripe-id.ts';
export { stripeUrl } from './links/stripe-url.ts';
export type { CustomerPaid, PresentmentTotals } from './ledger/presentment.ts';
export type { SettlementTotals } from './ledger/settlement.ts';
export { allFeesMinor, nonZeroFeeKinds, settlementLedger } from './ledger/settlement.ts';
export type {
  CurrencyByMonth,
  MonthTotals,
  SettlementByMonth,
} from './ledger/settlement-by-month.ts';
export { settlementByMonth } from './ledger/settlement-by-month.ts';
export type { UnsettledAmount, UnsettledKind } from './ledger/unsettled-amounts.ts';
export { feeRatePercent } from './ledger/fee-rate.ts';
export type { Currency } from './money/currency.ts';
export { majorExchangeRate } from './money/exchange-rate.ts';
export { fromDecimal, toDecimal } from './money/decimal.ts';
export { formatCurrency, formatMoney, usableLocale } from './money/format.ts';
export type { Money } from './money/money.ts';
export { UnsafeAmountError } from './money/unsafe-amount-error.ts';
export { isKnownCurrency } from './properties/currencies.ts';
export { add, money, negate, subtract } from './money/money.ts';
export type {
  BalanceTransaction,
  Charge,
  Dispute,
  HubSpotPayment,
  PaymentFailure,
  PaymentMethod,
  RecordClaim,
  Refund,
} from './payment/charge.ts';
export type { Checkout } from './payment/checkout.ts';
export type { Customer } from './payment/customer.ts';
export type { Invoice, InvoiceLine, InvoicePayment, RecurringLine } from './payment/invoice.ts';
export type { StripeObjects } from './payment/stripe-objects.ts';
export { distinctById, NO_STRIPE_OBJECTS } from './payment/stripe-objects.ts';
export type {
  Cancellation,
  Discount,
  Price,
  PriceTier,
  Subscription,
  SubscriptionItem,
} from './payment/subscription.ts';
export type { PropertyChange, StoredProperties } from './properties/changes.ts';
export { propertyChanges } from './properties/changes.ts';
export type { MovedPayment } from './properties/moved-payments.ts';
export {
  MAX_MOVED_LINES,
  movedLine,
  movedPaymentsIn,
  withMovedLine,
  withoutMovedLine,
} from './properties/moved-payments.ts';
export type { PropertyDefinition } from './properties/definition.ts';
export { PROPERTY_GROUP, propertyGroupIn } from './properties/definition.ts';
export { withoutZeros } from './money/without-zeros.ts';
export type { PropertyInput } from './properties/property-input.ts';
export { propertyInput } from './properties/property-input.ts';
export type { PropertyName } from './properties/kinds.ts';
export { PROPERTIES, propertiesIn } from './properties/definitions.ts';
export { PROPERTY_NAMES, propertyNamesOf } from './properties/names.ts';
export type { PropertyValues } from './properties/values.ts';
export { propertyValues, utcDateValue } from './properties/values.ts';
export type { ObjectType, RecordLink, RecordNames } from './record/object-type.ts';
export { linkOf, OBJECT_TYPES, recordKey } from './record/object-type.ts';
export * from './record/metadata-keys.ts';
export * from './record/record-id.ts';
export * from './mrr/monthly-revenue.ts';
export * from './mrr/recurring-summary.ts';
export { revenueHistory } from './mrr/revenue-history.ts';
export * from './mrr/revenue-steps.ts';
export * from './mrr/movements.ts';
export { shownMovement } from './view/shown-movement.ts';
export type {
  ExistingOption,
  ExistingProperties,
  ExistingProperty,
} from './setup/existing-property.ts';
export type { AdoptedLink, Adoption } from './setup/adoption.ts';
export { ADOPTIONS, adoptionsOf, isCustomerText, isForeignText } from './setup/adoption.ts';
export type { AppliedInParts, AppliedPart } from './setup/apply-in-parts.ts';
export { applyInParts } from './setup/apply-in-parts.ts';
export type { PropertyPatch } from './setup/property-patch.ts';
export { propertyPatch } from './setup/property-patch.ts';
export { propertyStates } from './setup/property-state.ts';
export type { Readiness } from './setup/readiness.ts';
export type { CatchUp, CatchUpOutcome, FailedRecord } from './setup/catch-up.ts';
export { failuresByReason, runCatchUp, startCatchUp, startListSync } from './setup/catch-up.ts';
export { isRestricted, readinessOf } from './setup/readiness.ts';
export type { Scope } from './setup/scopes.ts';
export {
  isImplied,
  HUBSPOT_PAYMENT_SCOPES,
  REQUIRED_SCOPES,
  RUN_LOG_SCOPES,
} from './setup/scopes.ts';
export type { SetupStep } from './setup/setup-step.ts';
export { setupStepId, setupSteps } from './setup/setup-step.ts';
export type { SetupPart, Verdict } from './setup/verdict.ts';
export { stepsLeft, verdictsOf } from './setup/verdict.ts';
export { webhookDrift, type WebhookDrift } from './setup/webhook-drift.ts';
export type { ChargeStatus } from './status/charge-status.ts';
export type { CoverageValue, DealAmount, DealCoverage, Receipts } from './status/deal-coverage.ts';
export {
  COVERAGE_VALUES,
  coverageValueOf,
  dealCoverage,
  outstandingOf,
  receiptsOf,
} from './status/deal-coverage.ts';
export type { DueTotals } from './status/due-totals.ts';
export { outsideReceipts } from './status/paid-outside.ts';
export type { InvoiceStatus } from './status/invoice-status.ts';
export { isOpenStatus, statusOfInvoice } from './status/invoice-status.ts';
export type { PaymentStatus } from './status/record-status.ts';
export { isPaymentStatus } from './status/record-status.ts';
export type { RecordSummary } from './status/record-summary.ts';
export * from './mrr/subscription-status.ts';
export { emptySummary, mergeDealSummaries, mergeSummaries, summarize } from './status/summarize.ts';
export type { FigureGroup } from './view/unread.ts';
export { deniedAreas, FIGURE_GROUPS, unreadFigures, withoutUnread } from './view/unread.ts';
export type { DateStyle } from './time/format.ts';
export { formatAge, formatDay, formatMoment } from './time/format.ts';
export { epochMsFromText } from './time/iso.ts';
export { dayOf, dayStateOf } from './time/month.ts';
export { shownAmountsLine, storedAmount } from './properties/amounts-by-currency.ts';
export type { ChangeLine } from './presentation/change-lines.ts';
export { changeLines, propertyLabel } from './presentation/change-lines.ts';
export type { PaymentHistory } from './history/payment-history.ts';
export type { HubSpotFigures } from './history/hubspot-figures.ts';
export type { HistoryPayouts } from './history/payout-steps.ts';
export { isCapturedPayment } from './ledger/captures.ts';
export { paymentHistory } from './history/payment-history.ts';
export type { FailureText } from './presentation/failure.ts';
export {
  failureMessage,
  failureText,
  failureTitle,
  failureParagraph,
  savedFailureMessage,
  repFailureText,
} from './presentation/failure.ts';
export type {
  FigurePresentation,
  Presentation,
  SetupPresentation,
  TerminalPresentation,
} from './presentation/presentation.ts';
export {
  ageText,
  countryText,
  dayText,
  knownText,
  momentText,
  utcDayText,
} from './presentation/presentation.ts';
export { appPageUrl, objectTypeOf, recordUrl, TYPE_IDS } from './presentation/record-address.ts';
export {
  crmAccountText,
  differenceLines,
  hiddenByRemoval,
  readinessLines,
  recordCounts,
  requirementText,
  toDoText,
} from './presentation/setup-lines.ts';
export * from './texts/index.ts';
export { shownAnswerDue, shownFirstBill } from './properties/record-amounts.ts';
export { isVisible, plainLine, plainText, withPlainTexts } from './untrusted/plain-text.ts';
export { brief, isolated, shortened } from './untrusted/sentence.ts';
export { workflowActionDeclaration } from './workflow/declaration.ts';
export {
  WORKFLOW_TYPES,
  workflowFailure,
  WORKFLOW_OUTPUTS,
  workflowOutputs,
} from './workflow/outputs.ts';
export * from './run-log/index.ts';
export * from './payment-records/index.ts';
export * from './acting/index.ts';
