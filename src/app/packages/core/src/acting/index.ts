export {
  differenceTo,
  isTooSmall,
  lineOfAmount,
  minimumAmount,
  partOf,
  totalOf,
} from './amounts.ts';
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
  CONFIRMATION_PROPERTY,
  confirmationText,
  validUntilMs,
  windowOf,
} from './confirmation.ts';
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
export type { LineItem, LinesOfItems, RefusedLine, RequestLine } from './line-items.ts';
export { LINE_ITEM_PROPERTIES, lineLabel, linesOfItems } from './line-items.ts';
export type { KeptFee, Refundable, RefundRefusal } from './refund.ts';
export { keptFee, refundableOf, refundRefusal } from './refund.ts';
