import type { AskedPayment, RequestDone } from '@stripe-payments/core';
import { actionMetadata, CONFIRMATION_KEY, idempotencyKey, USER_KEY } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { ActingPorts, StoredRequest } from './acting-ports.ts';
import type { Approval, Consent } from './confirmed.ts';
import {
  checkDigest,
  clearConfirmation,
  consentTo,
  doneOnce,
  editsOfConfirmation,
} from './confirmed.ts';
import type { PlannedRequest } from './planned-request.ts';
import { makeSubscription } from './make-subscription.ts';
import { deliveryOf, openRequest, planRequest, shownRequest } from './planned-request.ts';
import { customerFor, keyFor } from './request-customer.ts';
import { requestDeed, withLine } from './timeline.ts';

type AskedInvoice = Extract<AskedPayment, { readonly method: 'invoice' }>;

async function makeLink(
  { writes, reads }: ActingPorts,
  plan: PlannedRequest,
  { collectsTax }: AskedPayment,
): Promise<StoredRequest> {
  const { lines, cycle, fingerprint, read } = plan;
  const metadata = actionMetadata(read.acted, { fingerprint });
  return doneOnce(
    () => writes.createLink({ lines, cycle, collectsTax, metadata, key: keyFor(plan)('link') }),
    async () => {
      const { requests } = await reads.links();
      return requests.find((link) => link.fingerprint === fingerprint && link.status === 'open');
    },
  );
}

async function makeDraft(
  ports: ActingPorts,
  plan: PlannedRequest,
  { daysUntilDue, memo, poNumber, collectsTax }: AskedInvoice,
): Promise<StoredRequest> {
  const { writes, reads } = ports;
  const { fingerprint, read, total } = plan;
  const customerId = await customerFor(ports, plan);
  return doneOnce(
    () =>
      writes.createInvoice({
        customerId,
        currency: total.currency,
        daysUntilDue,
        memo: memo ?? null,
        poNumber: poNumber ?? null,
        collectsTax,
        metadata: actionMetadata(read.acted, { fingerprint }),
        key: keyFor(plan)('invoice'),
      }),
    async () => {
      const { requests } = await reads.invoicesOfCustomer(customerId);
      return requests.find((each) => each.fingerprint === fingerprint && each.status === 'draft');
    },
  );
}

/** @throws {SyncError} `preview-changed` where what the review compared with has changed, and why that is not known. */
async function checkStanding(
  { standing: reading }: PlannedRequest,
  { digest: approved }: Approval,
): Promise<void> {
  const { standing, digest } = await reading;
  if (approved.split('-')[1] === digest) return;
  const { problem } = standing;
  throw problem === null ? new SyncError('preview-changed') : new SyncError(problem.code, problem);
}

/** From where an earlier call stopped: a draft, one with its lines, or a whole invoice. */
async function makeInvoice(
  ports: ActingPorts,
  plan: PlannedRequest,
  asked: AskedInvoice,
  approval: Approval,
): Promise<StoredRequest> {
  const { writes, reads } = ports;
  const keyOf = keyFor(plan);
  const draft = openRequest(plan) ?? (await makeDraft(ports, plan, asked));
  if (draft.status === 'open') return draft;
  const again = (isThere: (request: StoredRequest) => boolean) => async () => {
    const now = await reads.invoice(draft.id);
    return isThere(now) ? now : undefined;
  };
  const filled = draft.hasLines
    ? draft
    : await doneOnce(
        () => writes.addLines(draft.id, plan.lines, keyOf('lines')),
        again(({ hasLines }) => hasLines),
      );
  // A coupon of the customer, for instance: nothing is asked for that was not shown.
  if (filled.netMinor !== plan.total.minor || filled.amount.currency !== plan.total.currency) {
    throw new SyncError('invoice-differs');
  }
  if (filled.status === 'open') return filled;
  // Not before: a draft asks the customer for nothing, and is filled while the rest is read.
  await checkStanding(plan, approval);
  return doneOnce(
    () => writes.finalize(draft.id),
    again(({ status }) => status !== 'draft'),
  );
}

/**
 * Has Stripe send it: once for a confirmation, whose text is then in its metadata. Where that could not be
 * written, the property keeps the text, so that the same again is still confirmed and sends nothing more.
 */
export async function sendInvoice(
  { writes, sign, reads }: ActingPorts,
  invoice: StoredRequest,
  content: string,
  { userId, text }: Consent,
): Promise<{ readonly sent: StoredRequest; readonly isNoted: boolean }> {
  const { id } = invoice;
  const key = idempotencyKey(sign(`${id} ${content} ${text}`), 'send');
  const sent = await doneOnce(
    () => writes.send(id, key),
    async () => {
      const now = await reads.invoice(id);
      return now.confirmation === text ? now : undefined;
    },
  );
  return { sent, isNoted: await noteConsent({ writes }, id, { userId, text }) };
}

/** True where the invoice's metadata has it; who confirmed is in HubSpot's history as well. */
export async function noteConsent(
  { writes }: Pick<ActingPorts, 'writes'>,
  id: string,
  { userId, text: confirmation }: Consent,
): Promise<boolean> {
  try {
    await writes.note(id, { [USER_KEY]: userId, [CONFIRMATION_KEY]: confirmation });
    return true;
  } catch {
    return false;
  }
}

/** After a refusal: nothing was done that names a person. */
export async function removeConsent(
  { writes }: Pick<ActingPorts, 'writes'>,
  id: string,
): Promise<void> {
  // Stripe removes a key with an empty value.
  await writes.note(id, { [USER_KEY]: '', [CONFIRMATION_KEY]: '' }).catch(() => undefined);
}

function missing(): never {
  throw new SyncError('preview-changed');
}

/**
 * Makes what was shown, once: an open request for the same is answered instead of a second one.
 * @throws {SyncError} where nothing is made, and why; `action-unconfirmed` where that is not known.
 */
export async function confirmRequest(
  ports: ActingPorts,
  viewed: ViewedRecord,
  asked: AskedPayment,
  approval: Approval,
): Promise<RequestDone> {
  const isSent = deliveryOf(asked) === 'email';
  const [plan, edits] = await Promise.all([
    planRequest(ports, viewed, asked),
    isSent ? editsOfConfirmation(ports, viewed) : [],
  ]);
  const { confirmed, content, read, equal } = plan;
  const { confirmationValue: value } = read;
  const sentBefore = isSent
    ? equal.find(
        ({ confirmation }) => confirmation !== null && confirmation === approval.confirmation,
      )
    : undefined;
  const before = sentBefore ?? openRequest(plan);
  const done = (request: StoredRequest, userId: string | null): Promise<RequestDone> =>
    withLine(ports, viewed, {
      done: {
        step: 'done',
        request: shownRequest(request),
        isExisting: before?.id === request.id && before.status === request.status,
        delivery: isSent ? 'sent' : 'not-asked',
        cycle: plan.cycle,
        userId,
        isSyncNeeded: true,
      },
      deed: requestDeed(
        ports,
        plan,
        request,
        userId,
        isSent ? (approval.confirmation ?? '') : null,
      ),
    });
  if (sentBefore !== undefined) {
    await clearConfirmation(ports, viewed, value, approval);
    return done(sentBefore, sentBefore.userId);
  }
  checkDigest(ports, content, { digest: approval.digest.split('-')[0] ?? '' });
  const consent =
    confirmed === null ? null : consentTo(ports, confirmed, approval, { edits, value });
  if (asked.method === 'link' || asked.method === 'subscription-link') {
    if (before !== undefined) return done(before, null);
    await checkStanding(plan, approval);
    return done(await makeLink(ports, plan, asked), null);
  }
  if (asked.method === 'subscription') {
    if (consent === null) return done(before ?? missing(), before?.userId ?? null);
    await checkStanding(plan, approval);
    const begun = await makeSubscription(ports, plan, asked, consent);
    await clearConfirmation(ports, viewed, value, approval);
    return done(begun, consent.userId);
  }
  const invoice = await makeInvoice(ports, plan, asked, approval);
  if (consent === null) return done(invoice, null);
  const { sent, isNoted } = await sendInvoice(ports, invoice, content, consent);
  if (isNoted) await clearConfirmation(ports, viewed, value, approval);
  return done(sent, consent.userId);
}
