import type {
  AskedChange,
  Confirmed,
  ErrorCode,
  Money,
  RequestChangeKind,
} from '@stripe-payments/core';
import { actionContent, idempotencyKey } from '@stripe-payments/core';
import { asSyncError, SyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { ReadRecord } from './acted-record.ts';
import { isNamedBy, readActedRecord } from './acted-record.ts';
import type { ActingPorts, StoredRequest } from './acting-ports.ts';
import type { ChangeDone, ChangeSteps, Plan } from './change-frame.ts';
import { changeSteps, namedPerson } from './change-frame.ts';
import type { Approval, Consent } from './confirmed.ts';
import { doneOnce } from './confirmed.ts';
import { noteConsent, removeConsent, sendInvoice } from './make-request.ts';
import { requestUrl, shownRequest } from './planned-request.ts';
import { isSubscriptionOf } from './subscription-changes.ts';
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

interface State {
  readonly read: ReadRecord;
  readonly request: StoredRequest;
  /** True where money of it is on its way: an end would not stop it, and an email would ask for it again. */
  readonly isBeingPaid: boolean;
}

/** What a subscription of the record bills is changed like what was requested on the record. */
async function isBilledHere(
  { reads }: ActingPorts,
  read: ReadRecord,
  { subscription, records }: StoredRequest,
): Promise<boolean> {
  // What names another record belongs there.
  if (subscription === null || records.length > 0) return false;
  return isSubscriptionOf(await reads.subscription(subscription.id), read);
}

/** @throws {SyncError} `not-requested-here` for what another record, or another program, asked for. */
async function readState(
  ports: ActingPorts,
  viewed: ViewedRecord,
  { kind, id }: RequestChange,
): Promise<State> {
  const { reads } = ports;
  const [read, request, isBeingPaid] = await Promise.all([
    readActedRecord(ports, viewed),
    kind === 'deactivate-link' ? reads.link(id) : reads.invoice(id),
    kind === 'deactivate-link' ? false : reads.isBeingPaid(id),
  ]);
  if (!isNamedBy(request, read) && !(await isBilledHere(ports, read, request))) {
    throw new SyncError('not-requested-here');
  }
  return { read, request, isBeingPaid };
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
  { request: { status, isCharged }, isBeingPaid }: State,
): ErrorCode | undefined {
  if (RULES[kind].from.includes(status)) {
    if (isBeingPaid) return 'invoice-being-paid';
    return kind === 'send-invoice' && isCharged ? 'invoice-charged' : undefined;
  }
  return kind === 'deactivate-link' ? 'link-not-active' : STATES[status];
}

/** @throws {SyncError} where it is refused. */
function planned(kind: RequestChangeKind, state: State): Plan {
  const { read, request } = state;
  const refusal = refusalOf(kind, state);
  if (refusal !== undefined) throw new SyncError(refusal);
  const { id, amount, open, confirmation, customer } = request;
  const content = actionContent(read.acted, kind, {
    ...{ id, amount: { ...amount }, open: { ...open } },
    // To send it once more, or to another address, needs another text than the one with which it was sent.
    ...(kind === 'send-invoice' && { confirmation, customer: customer && { ...customer } }),
  });
  const { action } = RULES[kind];
  return {
    preview: { kind, request: shownRequest(request) },
    content,
    confirmed: action === null ? null : { action, amount: shownAmount(kind, request), content },
  };
}

/** What is left of an invoice is what was paid outside Stripe. */
const shownAmount = (kind: RequestChangeKind, { open, amount }: StoredRequest): Money =>
  kind === 'mark-paid' ? open : amount;

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
  { request, content }: { readonly request: StoredRequest; readonly content: string },
  consent: Consent | null,
): Promise<{ readonly now: StoredRequest; readonly isOver: boolean }> {
  if (kind === 'deactivate-link') return { now: await deactivated(ports, id), isOver: true };
  const person = namedPerson(consent);
  if (kind === 'send-invoice') {
    const { sent, isNoted } = await sendInvoice(ports, request, content, person);
    return { now: sent, isOver: isNoted };
  }
  return ended(ports, { kind, id }, content, person);
}

/** A change of what was requested on the record. */
export function requestChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: RequestChange,
): ChangeSteps {
  const { kind } = change;
  const needsPerson = RULES[kind].action !== null;
  const actedOn = (
    { request }: State,
    now: StoredRequest,
    by: { readonly isExisting: boolean; readonly userId: string | null },
    { confirmation }: Approval,
  ): Acted<ChangeDone> => ({
    done: {
      step: 'done',
      outcome: { kind, request: shownRequest(now) },
      ...by,
      isSyncNeeded: true,
    },
    deed: {
      kind,
      amount: shownAmount(kind, request),
      number: request.number,
      userId: by.userId,
      url: requestUrl(ports, request),
      key: [kind, request.id, confirmation ?? ''].join(' '),
    },
  });
  return changeSteps<State, Plan>(ports, viewed, {
    needsPerson,
    read: () => readState(ports, viewed, change),
    doneBefore: (state, approval) => {
      const { request } = state;
      if (!isDone(kind, request, approval)) return undefined;
      const by = { isExisting: true, userId: request.userId };
      const before = actedOn(state, request, by, approval);
      // Another confirmation, or the dashboard, has done it: this one has nothing to tell.
      const isOurs = !needsPerson || request.confirmation === approval.confirmation;
      return isOurs ? before : { ...before, deed: null };
    },
    plan: (state) => planned(kind, state),
    act: async (state, { content }, consent, approval) => {
      const { request } = state;
      const { now, isOver } = await changed(ports, change, { request, content }, consent);
      const by = { isExisting: false, userId: consent?.userId ?? null };
      return { acted: actedOn(state, now, by, approval), isOver };
    },
  });
}
