import type {
  AskedChange,
  BillingDone,
  BillingPrepared,
  Confirmed,
  ErrorCode,
} from '@stripe-payments/core';
import { actionContent, idempotencyKey } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { ReadRecord } from './acted-record.ts';
import { readActedRecord } from './acted-record.ts';
import type { ActingPorts, StoredRequest } from './acting-ports.ts';
import type { Approval, Consent } from './confirmed.ts';
import {
  checkDigest,
  clearConfirmation,
  confirmationAsked,
  consentTo,
  digestOf,
  doneOnce,
  editsOfConfirmation,
} from './confirmed.ts';
import { noteConsent, sendInvoice } from './make-request.ts';
import { isOfThisRecord, shownRequest } from './planned-request.ts';
import { confirmRefund, prepareRefund } from './refund.ts';

/** A change of a link or an invoice that was requested on the record. */
type RequestChange = Exclude<AskedChange, { readonly kind: 'refund' }>;

interface PlannedChange {
  readonly read: ReadRecord;
  readonly request: StoredRequest;
  readonly content: string;
  /** Null where no named person is needed. */
  readonly confirmed: Confirmed | null;
}

const CONFIRMED_BY = { 'void-invoice': 'VOID', 'send-invoice': 'SEND' } as const;

/** @throws {SyncError} `not-requested-here` for what another record, or another program, asked for. */
async function planChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  { kind, id }: RequestChange,
): Promise<PlannedChange> {
  const { reads } = ports;
  const [read, request] = await Promise.all([
    readActedRecord(ports, viewed),
    kind === 'deactivate-link' ? reads.link(id) : reads.invoice(id),
  ]);
  if (!isOfThisRecord(request, viewed)) throw new SyncError('not-requested-here');
  const { amount, open } = request;
  const content = actionContent(read.acted, kind, { id, amount: { ...amount }, open: { ...open } });
  const action = kind === 'deactivate-link' ? null : CONFIRMED_BY[kind];
  return {
    read,
    request,
    content,
    confirmed: action === null ? null : { action, amount, content },
  };
}

/** What is no longer possible, by the state in which it is. */
function refusalOf(kind: RequestChange['kind'], { status }: StoredRequest): ErrorCode | undefined {
  switch (kind) {
    case 'deactivate-link':
      return status === 'open' ? undefined : 'link-not-active';
    case 'void-invoice':
      return status === 'open' || status === 'uncollectible' ? undefined : 'invoice-not-open';
    case 'send-invoice':
      return status === 'open' ? undefined : 'invoice-not-open';
  }
}

/** What exactly would be done. Nothing is written. @throws {SyncError} where it would be refused. */
export async function prepareChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: AskedChange,
): Promise<BillingPrepared> {
  if (change.kind === 'refund') return prepareRefund(ports, viewed, change);
  const { request, content, confirmed } = await planChange(ports, viewed, change);
  const refusal = refusalOf(change.kind, request);
  if (refusal !== undefined) throw new SyncError(refusal);
  return {
    step: 'prepared',
    preview: { kind: change.kind, request: shownRequest(request) },
    digest: digestOf(ports, content),
    confirmation: confirmed === null ? null : confirmationAsked(ports, confirmed),
  };
}

/** True where it is so already: of what is over, the same call again finds nothing to do. */
const isDone = (
  kind: RequestChange['kind'],
  { status, confirmation }: StoredRequest,
  { confirmation: text }: Approval,
): boolean =>
  kind === 'send-invoice' ? confirmation !== null && confirmation === text : status === 'canceled';

/** `isOver`: the same again would find it done without the text in HubSpot. */
async function changed(
  ports: ActingPorts,
  { kind, id }: RequestChange,
  { request, content }: PlannedChange,
  consent: Consent | null,
): Promise<{ readonly now: StoredRequest; readonly isOver: boolean }> {
  const { writes, reads, sign } = ports;
  if (kind === 'deactivate-link') {
    const now = await doneOnce(
      () => writes.deactivateLink(id),
      async () => {
        const link = await reads.link(id);
        return link.status === 'canceled' ? link : undefined;
      },
    );
    return { now, isOver: true };
  }
  if (consent === null) throw new SyncError('confirmation-missing');
  if (kind === 'send-invoice') {
    const { sent, isNoted } = await sendInvoice(ports, request, content, consent);
    return { now: sent, isOver: isNoted };
  }
  const key = idempotencyKey(sign(`${content} ${consent.text}`), 'void');
  const now = await doneOnce(
    () => writes.void(id, key),
    async () => {
      const invoice = await reads.invoice(id);
      return invoice.status === 'canceled' ? invoice : undefined;
    },
  );
  await noteConsent(ports, id, consent);
  return { now, isOver: true };
}

/**
 * Does what was shown, once, with the person who confirmed it where one is needed.
 * @throws {SyncError} where nothing is done, and why; `action-unconfirmed` where that is not known.
 */
export async function confirmChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: AskedChange,
  approval: Approval,
): Promise<BillingDone> {
  if (change.kind === 'refund') return confirmRefund(ports, viewed, change, approval);
  const { kind } = change;
  const [plan, edits] = await Promise.all([
    planChange(ports, viewed, change),
    kind === 'deactivate-link' ? [] : editsOfConfirmation(ports, viewed),
  ]);
  const { read, request, content, confirmed } = plan;
  const { confirmationValue: value } = read;
  const done = (now: StoredRequest, isExisting: boolean, userId: string | null): BillingDone => ({
    step: 'done',
    outcome: { kind, request: shownRequest(now) },
    isExisting,
    userId,
    isSyncNeeded: true,
  });
  if (isDone(kind, request, approval)) {
    await clearConfirmation(ports, viewed, value, approval);
    return done(request, true, request.userId);
  }
  const refusal = refusalOf(kind, request);
  if (refusal !== undefined) throw new SyncError(refusal);
  checkDigest(ports, content, approval);
  const consent =
    confirmed === null ? null : consentTo(ports, confirmed, approval, { edits, value });
  const { now, isOver } = await changed(ports, change, plan, consent);
  if (isOver) await clearConfirmation(ports, viewed, value, approval);
  return done(now, false, consent?.userId ?? null);
}
