import type {
  AskedChange,
  BillingDone,
  BillingPrepared,
  Confirmed,
  ErrorCode,
  RequestChangeKind,
} from '@stripe-payments/core';
import { actionContent, idempotencyKey } from '@stripe-payments/core';
import { asSyncError, SyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { ReadRecord } from './acted-record.ts';
import { isNamedBy, readActedRecord } from './acted-record.ts';
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
import { noteConsent, removeConsent, sendInvoice } from './make-request.ts';
import { requestUrl, shownRequest } from './planned-request.ts';
import type { Acted } from './timeline.ts';

/** A change of a link or an invoice that was requested on the record. */
type RequestChange = Extract<AskedChange, { readonly kind: RequestChangeKind }>;

type Status = StoredRequest['status'];

interface ChangeRule {
  /** Null where no named person is needed. */
  readonly action: Confirmed['action'] | null;
  /** The states in which it is possible. */
  readonly from: readonly Status[];
  /** The state afterwards. */
  readonly to: Status;
}

const RULES: Readonly<Record<RequestChangeKind, ChangeRule>> = {
  'deactivate-link': { action: null, from: ['open'], to: 'canceled' },
  'send-invoice': { action: 'SEND', from: ['open'], to: 'open' },
  'void-invoice': { action: 'VOID', from: ['open', 'uncollectible'], to: 'canceled' },
  'mark-paid': { action: 'PAID', from: ['open', 'uncollectible'], to: 'paid' },
  'mark-uncollectible': { action: 'UNCOLLECTIBLE', from: ['open'], to: 'uncollectible' },
};

/** Those that end what is asked for, by what Stripe is asked to do. */
const ENDINGS = {
  'void-invoice': 'void',
  'mark-paid': 'payOutside',
  'mark-uncollectible': 'markUncollectible',
} as const;

type ChangeDone = Omit<BillingDone, 'line'>;

interface PlannedChange {
  readonly read: ReadRecord;
  readonly request: StoredRequest;
  readonly content: string;
  readonly confirmed: Confirmed | null;
}

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
  if (!isNamedBy(request, read)) throw new SyncError('not-requested-here');
  const { amount, open, confirmation, customer } = request;
  const content = actionContent(read.acted, kind, {
    ...{ id, amount: { ...amount }, open: { ...open } },
    // To send it once more, or to another address, needs another text than the one with which it was sent.
    ...(kind === 'send-invoice' && { confirmation, customer: customer && { ...customer } }),
  });
  const { action } = RULES[kind];
  // What is left of an invoice is what was paid outside Stripe.
  const shown = kind === 'mark-paid' ? open : amount;
  const confirmed = action === null ? null : { action, amount: shown, content };
  return { read, request, content, confirmed };
}

const STATES: Readonly<Record<Status, ErrorCode>> = {
  draft: 'invoice-draft',
  open: 'preview-changed',
  paid: 'invoice-paid',
  canceled: 'invoice-void',
  uncollectible: 'invoice-uncollectible',
};

/** What is no longer possible, by the state in which it is. */
function refusalOf(
  kind: RequestChangeKind,
  { status }: Pick<StoredRequest, 'status'>,
): ErrorCode | undefined {
  if (RULES[kind].from.includes(status)) return undefined;
  return kind === 'deactivate-link' ? 'link-not-active' : STATES[status];
}

/** What exactly would be done. Nothing is written. @throws {SyncError} where it would be refused. */
export async function prepareRequestChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: RequestChange,
): Promise<BillingPrepared> {
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

/**
 * True where it is so already: the same call again finds nothing to do. A paid invoice can have been paid by the
 * customer, and a sent one for another confirmation: there, only this one says so.
 */
function isDone(
  kind: RequestChangeKind,
  { status, confirmation }: StoredRequest,
  { confirmation: text }: Approval,
): boolean {
  const isOurs = confirmation !== null && confirmation === text;
  if (kind === 'send-invoice') return isOurs;
  return status === RULES[kind].to && (kind !== 'mark-paid' || isOurs);
}

async function deactivated({ writes, reads }: ActingPorts, id: string): Promise<StoredRequest> {
  return doneOnce(
    () => writes.deactivateLink(id),
    async () => {
      const link = await reads.link(id);
      return link.status === 'canceled' ? link : undefined;
    },
  );
}

/**
 * Ends what an invoice asks for. Who confirmed is written before: a function that dies in between leaves an
 * invoice that says who ended it.
 */
async function ended(
  ports: ActingPorts,
  { kind, id }: { readonly kind: keyof typeof ENDINGS; readonly id: string },
  content: string,
  consent: Consent,
): Promise<{ readonly now: StoredRequest; readonly isOver: boolean }> {
  const { writes, reads, sign } = ports;
  const key = idempotencyKey(sign(`${content} ${consent.text}`), ENDINGS[kind]);
  const isNoted = await noteConsent(ports, id, consent);
  try {
    const now = await doneOnce(
      () => writes[ENDINGS[kind]](id, key),
      async () => {
        const invoice = await reads.invoice(id);
        return invoice.status === RULES[kind].to ? invoice : undefined;
      },
    );
    return { now, isOver: isNoted || (await noteConsent(ports, id, consent)) };
  } catch (error) {
    const failure = asSyncError(error);
    if (failure.code !== 'action-unconfirmed') await removeConsent(ports, id);
    throw failure;
  }
}

/** `isOver`: the same again would find it done without the text in HubSpot. */
async function changed(
  ports: ActingPorts,
  { kind, id }: RequestChange,
  { request, content }: PlannedChange,
  consent: Consent | null,
): Promise<{ readonly now: StoredRequest; readonly isOver: boolean }> {
  if (kind === 'deactivate-link') return { now: await deactivated(ports, id), isOver: true };
  if (consent === null) throw new SyncError('confirmation-missing');
  if (kind === 'send-invoice') {
    const { sent, isNoted } = await sendInvoice(ports, request, content, consent);
    return { now: sent, isOver: isNoted };
  }
  return ended(ports, { kind, id }, content, consent);
}

/**
 * Does what was shown, once, with the person who confirmed it where one is needed.
 * @throws {SyncError} where nothing is done, and why; `action-unconfirmed` where that is not known.
 */
export async function confirmRequestChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: RequestChange,
  approval: Approval,
): Promise<Acted<ChangeDone>> {
  const { kind } = change;
  const [plan, edits] = await Promise.all([
    planChange(ports, viewed, change),
    RULES[kind].action === null ? [] : editsOfConfirmation(ports, viewed),
  ]);
  const { read, request, content, confirmed } = plan;
  const { confirmationValue: value } = read;
  const acted = (
    now: StoredRequest,
    isExisting: boolean,
    userId: string | null,
  ): Acted<ChangeDone> => ({
    done: {
      step: 'done',
      outcome: { kind, request: shownRequest(now) },
      isExisting,
      userId,
      isSyncNeeded: true,
    },
    deed: {
      kind,
      amount: confirmed?.amount ?? request.amount,
      number: request.number,
      userId,
      url: requestUrl(ports, request),
      key: [kind, request.id, approval.confirmation ?? ''].join(' '),
    },
  });
  if (isDone(kind, request, approval)) {
    await clearConfirmation(ports, viewed, value, approval);
    const before = acted(request, true, request.userId);
    // Another confirmation, or the dashboard, has done it: this one has nothing to tell.
    const isOurs = confirmed === null || request.confirmation === approval.confirmation;
    return isOurs ? before : { ...before, deed: null };
  }
  const refusal = refusalOf(kind, request);
  if (refusal !== undefined) throw new SyncError(refusal);
  checkDigest(ports, content, approval);
  const consent =
    confirmed === null ? null : consentTo(ports, confirmed, approval, { edits, value });
  const { now, isOver } = await changed(ports, change, plan, consent);
  if (isOver) await clearConfirmation(ports, viewed, value, approval);
  return acted(now, false, consent?.userId ?? null);
}
