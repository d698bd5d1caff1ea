export { isTooSmall, lineOfAmount, minimumAmount, partOf, totalOf } from './amounts.ts';
export type { AskedFor, Standing } from './asked-for.ts';
export {
  askedByRequests,
  askedInView,
  askedTotals,
  excessOf,
  missingOf,
  returnedInView,
} from './asked-for.ts';
export type {
  ConfirmationCheck,
  Confirmed,
  ConfirmedAction,
  PropertyEdit,
  Sign,
} from './confirmation.ts';
export {
  checkConfirmation,
  CODE_WINDOW_MS,
  confirmationText,
  validUntilMs,
  windowOf,
} from './confirmation.ts';
export type { Coupon, CouponRefusal, Discountable, PromotionCode } from './coupons.ts';
export { COUPON_ID, couponRefusal, promotionCodeRefusal } from './coupons.ts';
export type { ActedRecord, Content } from './identity.ts';
export {
  actionContent,
  actionMetadata,
  canonical,
  CONFIRMATION_KEY,
  idempotencyKey,
  REQUEST_KEY,
  USER_KEY,
} from './identity.ts';
export type { ActionKind } from './kinds.ts';
export {
  actingDeclarations,
  ACTION_KINDS,
  actionKindsIn,
  ACTIONS_FILE,
  actionsFileText,
  parseActionKinds,
} from './kinds.ts';
export type { LineItem, LinesOfItems, RefusedLine, RequestLine } from './line-items.ts';
export { LINE_ITEM_PROPERTIES, lineLabel, linesOfItems } from './line-items.ts';
export type {
  AskedStart,
  BillingInterval,
  PlannedStart,
  RecurringRequestLine,
} from './recurring.ts';
export {
  dueAtFirst,
  firstBillOf,
  INTERVAL_UNITS,
  intervalOfFrequency,
  intervalsOf,
  isBillable,
  isSameInterval,
  MAX_TRIAL_DAYS,
  plannedStart,
  startOfDay,
} from './recurring.ts';
export {
  amountMistake,
  fieldMistake,
  isDaysUntilDue,
  isPercent,
  isTrial,
  isWholeStep,
  maximumAmount,
  REQUEST_LIMITS,
} from './request-fields.ts';
export type { KeptFee, Refundable, RefundRefusal } from './refund.ts';
export { keptFee, refundableOf, refundRefusal } from './refund.ts';
export type { OpenInvoice, SavedStanding } from './saved-standing.ts';
export {
  isOfLastSync,
  mayHaveRefundable,
  savedStanding,
  STANDING_PROPERTIES,
} from './saved-standing.ts';
export type { SetupProperty, SetupPropertyName } from '../properties/confirmation-property.ts';
export {
  CONFIRMATION_PROPERTY,
  confirmationPropertyIn,
  setupPropertiesIn,
} from '../properties/confirmation-property.ts';
export { exponentOf } from '../money/currency.ts';
