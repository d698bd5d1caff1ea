import { actionMetadata, idempotencyKey } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { ActingPorts, StoredRequest } from './acting-ports.ts';
import type { Consent } from './confirmed.ts';
import { doneOnce } from './confirmed.ts';
import type { PlannedRequest } from './planned-request.ts';
import type { AskedSubscription } from './recurring-subject.ts';
import { customerFor } from './request-customer.ts';

/**
 * Begins a subscription that is paid by invoice: once for a confirmation, whose text is in its metadata from its
 * first moment.
 */
export async function makeSubscription(
  ports: ActingPorts,
  plan: PlannedRequest,
  asked: Extract<AskedSubscription, { readonly method: 'subscription' }>,
  { userId, text }: Consent,
): Promise<StoredRequest> {
  const { writes, reads, sign } = ports;
  const { cycle, lines, fingerprint, read } = plan;
  if (cycle === null) throw new SyncError('bad-request');
  const customerId = await customerFor(ports, plan);
  return doneOnce(
    () =>
      writes.createSubscription({
        customerId,
        cycle,
        once: lines,
        // Days are counted by Stripe, so that the same call again has the same parameters.
        trialEnd: asked.startDay === undefined ? null : cycle.startsAt,
        daysUntilDue: asked.daysUntilDue,
        collectsTax: asked.collectsTax,
        metadata: actionMetadata(read.acted, { fingerprint, userId, confirmation: text }),
        key: idempotencyKey(sign(`${fingerprint} ${text}`), 'subscription'),
      }),
    async () => {
      const { requests } = await reads.subscriptionRequests(customerId);
      return requests.find(({ confirmation }) => confirmation === text);
    },
  );
}
