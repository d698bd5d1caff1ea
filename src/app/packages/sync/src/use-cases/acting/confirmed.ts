import type {
  ActionKind,
  AskedChange,
  AskedPayment,
  BillingPrepared,
  Confirmed,
  ErrorCode,
  Failure,
  PropertyEdit,
} from '@stripe-payments/core';
import {
  checkConfirmation,
  CONFIRMATION_PROPERTY,
  confirmationText,
  validUntilMs,
  windowOf,
} from '@stripe-payments/core';
import type { RecordRef } from '../../ports.ts';
import { asSyncError, SyncError } from '../../sync-error.ts';
import type { ActingPorts } from './acting-ports.ts';

/** What a card sends back to have done what was shown. */
export interface Approval {
  readonly digest: string;
  readonly confirmation?: string | undefined;
}

/** What could be read, or why not: the rest does not depend on it. */
export type Tried<T> =
  | { readonly value: T; readonly problem: null }
  | { readonly value: null; readonly problem: Failure };

export async function tried<T>(work: Promise<T>): Promise<Tried<T>> {
  try {
    return { value: await work, problem: null };
  } catch (error) {
    return { value: null, problem: asSyncError(error).failure };
  }
}

/** Of what was shown: what is done later is exactly this, or nothing. */
export const digestOf = ({ sign }: Pick<ActingPorts, 'sign'>, content: string): string =>
  sign(`preview ${content}`).slice(0, 32);

/** @throws {SyncError} `preview-changed` where what would be done is not what was shown. */
export function checkDigest(ports: ActingPorts, content: string, { digest }: Approval): void {
  if (digestOf(ports, content) !== digest) throw new SyncError('preview-changed');
}

/** What a person has to enter, now. */
export function confirmationAsked(
  { sign, clock }: ActingPorts,
  confirmed: Confirmed,
): NonNullable<BillingPrepared['confirmation']> {
  const window = windowOf(clock.nowMs());
  return { text: confirmationText(confirmed, window, sign), validUntilMs: validUntilMs(window) };
}

/** Every version of the property on the record. @throws {SyncError} the read's codes. */
export const editsOfConfirmation = (
  { crm }: ActingPorts,
  record: RecordRef,
): Promise<readonly PropertyEdit[]> => crm.editsOf(record, CONFIRMATION_PROPERTY);

type Refused = Exclude<ReturnType<typeof checkConfirmation>['status'], 'accepted'>;

const REFUSED: Readonly<Record<Refused, ErrorCode>> = {
  missing: 'confirmation-missing',
  differs: 'confirmation-differs',
  other: 'confirmation-other',
  'not-by-user': 'confirmation-not-by-user',
  expired: 'confirmation-expired',
};

/** Who confirmed, and with which text. */
export interface Consent {
  readonly userId: string;
  readonly text: string;
}

/**
 * The user who confirmed exactly this, by HubSpot's history of the property.
 * @param value of the property as it was read with the record.
 * @throws {SyncError} where no user did, or HubSpot does not say.
 */
export function consentTo(
  { clock, sign }: ActingPorts,
  confirmed: Confirmed,
  { confirmation: text = '' }: Approval,
  { edits, value }: { readonly edits: readonly PropertyEdit[]; readonly value: string },
): Consent {
  if (edits.length === 0 && value !== '') throw new SyncError('confirmation-unreadable');
  const check = checkConfirmation(text, confirmed, edits, { nowMs: clock.nowMs(), sign });
  if (check.status !== 'accepted') throw new SyncError(REFUSED[check.status]);
  return { userId: check.userId, text };
}

/**
 * The text has done its work: the next one is entered into an empty property.
 * @param value of the property as it was read: another person's next text stays.
 */
export async function clearConfirmation(
  { crm }: ActingPorts,
  record: RecordRef,
  value: string,
  { confirmation }: Approval,
): Promise<void> {
  if (value.trim() !== confirmation) return;
  try {
    await crm.clear(record, CONFIRMATION_PROPERTY);
  } catch {
    // It cannot be used again: what it was for exists.
  }
}

const UNANSWERED: ReadonlySet<ErrorCode> = new Set([
  'stripe-unreachable',
  'stripe-wrong-answer',
  'timeout',
  'stripe-rate-limited',
]);

/**
 * Does something at Stripe, and finds out where its answer is lost: what was made is looked up, not made again.
 * @param find what would have been made, where it is there.
 * @throws {SyncError} Stripe's refusal, or `action-unconfirmed`: the same call again is safe.
 */
export async function doneOnce<T>(
  act: () => Promise<T>,
  find: () => Promise<T | undefined>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const failure = asSyncError(error);
    const found = await find().catch(() => undefined);
    if (found !== undefined) return found;
    throw UNANSWERED.has(failure.code) ? failure.as('action-unconfirmed') : failure;
  }
}

export function kindOfRequest({ method }: AskedPayment): ActionKind {
  switch (method) {
    case 'link':
      return 'links';
    case 'invoice':
      return 'invoices';
    default:
      return 'subscriptions';
  }
}

/** A link or invoice is changed where such can be requested: links by two of them. */
export function kindsOfChange({ kind }: AskedChange): readonly ActionKind[] {
  switch (kind) {
    case 'refund':
      return ['refunds'];
    case 'deactivate-link':
      return ['links', 'subscriptions'];
    case 'void-invoice':
    case 'send-invoice':
    case 'mark-paid':
    case 'mark-uncollectible':
      return ['invoices'];
    default:
      return ['subscriptions'];
  }
}

/** @param of any of which must be on. @throws {SyncError} `action-not-on` */
export function checkAction(
  { kinds }: Pick<ActingPorts, 'kinds'>,
  ...of: readonly ActionKind[]
): void {
  if (!of.some((kind) => kinds.includes(kind))) throw new SyncError('action-not-on');
}
