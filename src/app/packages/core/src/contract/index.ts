export type { FunctionCall, Reply } from './call.ts';
export { callFunction } from './call.ts';
export type { ActionsChecked, CheckActionsReply, Rehearsed } from './acting-setup.ts';
export { actionsChecked } from './acting-setup.ts';
export type { ErrorCode, Failure, RepliedFailure } from './failure.ts';
export { ACTING_ERROR_CODES, ERROR_CODES, isErrorCode } from './failure.ts';
export type {
  BillingDone,
  BillingPrepared,
  ChangeOutcome,
  ChangePreview,
  ManageBillingReply,
  RefundReason,
  RequestDone,
  RequestPaymentReply,
  RequestPrepared,
} from './acting.ts';
export type { RequestChangeKind } from './acting.ts';
export type { Payee, PaymentRequest, RequestBasis, RequestOverview } from './acting-overview.ts';
export type { RequestStanding } from './acting-standing.ts';
export type {
  ActedSubscription,
  ListedItem,
  ListedSubscription,
  PlannedCycle,
  StayingInvoice,
  SubscriptionChangeKind,
} from './acting-subscriptions.ts';
export type {
  DifferenceBilling,
  InvoicePreview,
  ItemChangePreview,
  ItemTerms,
} from './item-changes.ts';
export { DIFFERENCE_BILLINGS } from './item-changes.ts';
export type {
  AppliedCoupon,
  CouponChangePreview,
  CouponTerms,
  SubscriptionCoupons,
} from './coupon-changes.ts';
export { ACTING_UIDS, billingManaged, paymentRequested, REFUND_REASONS } from './acting.ts';
export type {
  AskedChange,
  AskedPayment,
  AskedSubject,
  ManageBillingParameters,
  RequestPaymentParameters,
} from './acting-parameters.ts';
export {
  checkActionsParameters,
  manageBillingParameters,
  requestPaymentParameters,
} from './acting-parameters.ts';
export type {
  Continuation,
  GetPaymentReply,
  GetPaymentsReply,
  OpenPaymentsReply,
  LinkPaymentsReply,
  PreviewSyncReply,
  RangeRecord,
  SavedFigures,
  StripeCopy,
  SavePayoutsReply,
  SyncPaymentsReply,
  SyncRangeReply,
} from './functions.ts';
export {
  FUNCTION_UIDS,
  MAX_ASSIGNED_AT_ONCE,
  MAX_PICKED,
  MODIFIED_AT,
  paymentRead,
  paymentsLinked,
  paymentsOpened,
  paymentsRead,
  paymentsSynced,
  payoutsSaved,
  PROOF_PROPERTIES,
  rangeSynced,
  syncPreviewed,
} from './functions.ts';
export type {
  CheckHealthReply,
  EventsSeen,
  HealthReport,
  LoggedRun,
  RunsLogged,
  RecordsKept,
  WebhookEndpoint,
} from './health.ts';
export { healthChecked, MAX_EVENTS_SEEN, WEBHOOK_EVENTS } from './health.ts';
export type {
  ApplySetupParameters,
  GetPaymentParameters,
  GetPaymentsParameters,
  LinkPaymentsParameters,
  PreviewSyncParameters,
  SyncPaymentsParameters,
  CatchUpParameters,
  ListedBy,
  SyncRangeParameters,
} from './parameters.ts';
export {
  applySetupParameters,
  checkSetupParameters,
  getPaymentParameters,
  getPaymentsParameters,
  instantParameter,
  linkPaymentsParameters,
  objectTypeParameter,
  previewSyncParameters,
  recordIdParameter,
  syncPaymentsParameters,
  syncRangeParameters,
} from './parameters.ts';
export type { Coverage, Note, RecordView } from './record-view.ts';
export type {
  CustomerRef,
  CustomerRow,
  DisputeFacts,
  FoundCustomer,
  ListedPayment,
  FreeCheckoutRow,
  InvoiceRef,
  InvoiceRow,
  PaymentRow,
  SubscriptionItemRow,
  SubscriptionRow,
  ReviewRow,
} from './rows.ts';
export type {
  AccountRequirements,
  ApplySetupReply,
  CheckResult,
  CheckSetupReply,
  CrmAccountFacts,
  CrmCheck,
  FailedStep,
  ObjectProperties,
  PermissionCheck,
  PropertyDifference,
  PropertyState,
  ScopeCheck,
  SetupApplied,
  PaymentObjectCheck,
  SetupReport,
  SetupStepId,
  StripeAccountFacts,
  StripeKeyCheck,
  SyncedRecords,
} from './setup.ts';
export { REMOVAL_CONFIRMATION, setupApplied, setupChecked } from './setup.ts';
export type { ProbedPermission, StripePermission } from './stripe-permissions.ts';
export {
  createKeyUrl,
  createWriteKeyUrl,
  PROBED_PERMISSIONS,
  writePermissionNames,
  writePermissionsOf,
  isRequiredPermission,
  keyPermission,
  PERMISSION_NAMES,
  STRIPE_PERMISSIONS,
} from './stripe-permissions.ts';
