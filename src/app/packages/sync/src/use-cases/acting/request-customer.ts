import { actionMetadata, idempotencyKey } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { ActingPorts } from './acting-ports.ts';
import { doneOnce } from './confirmed.ts';
import type { PlannedRequest } from './planned-request.ts';
import { endedRequests } from './planned-request.ts';

/** Of each step of a request: another after one with the same content is over. */
export const keyFor =
  (plan: PlannedRequest) =>
  (step: string): string =>
    idempotencyKey(`${plan.fingerprint}-${String(endedRequests(plan))}`, step);

/** The payee's customer, made where there is none. */
export async function customerFor(
  { writes, reads }: ActingPorts,
  plan: PlannedRequest,
): Promise<string> {
  const { payee: asked, fingerprint } = plan;
  if (asked === null) throw new SyncError('payee-not-of-record');
  const { customer, payee } = asked;
  if (customer !== null) return customer.id;
  const { email, name, contactId } = payee;
  if (email === null || contactId === null) throw new SyncError('payee-without-email');
  const record = { objectType: 'contact', recordId: contactId } as const;
  const made = await doneOnce(
    () =>
      writes.createCustomer({
        name,
        email,
        metadata: actionMetadata(record, { fingerprint }),
        key: keyFor(plan)('customer'),
      }),
    async () => {
      const customers = await reads.customersOfAddress(email);
      return customers.find((each) => each.fingerprint === fingerprint);
    },
  );
  return made.id;
}
