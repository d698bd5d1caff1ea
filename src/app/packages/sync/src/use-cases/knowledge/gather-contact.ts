import type { RecordClaims } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { followUps } from '../reading/follow.ts';
import { createReading } from '../reading/reading.ts';
import { customerSteps } from '../reading/step.ts';
import type { CollectedObjects } from './gathered.ts';
import { attempted, ownSteps } from './gather-deal.ts';
import { competingRecordsOfRead } from './other-payers.ts';
import { addressSteps } from './payer-steps.ts';

/** A contact's linked customers; without any, those that have one of the addresses. */
export async function collectForContact(
  ports: Ports,
  contact: RecordClaims,
  addresses: readonly string[],
): Promise<CollectedObjects> {
  const linked = [...contact.linkedCustomerIds];
  const reading = createReading(ports.stripe, { follow: followUps });
  await reading.run([
    ...ownSteps(contact),
    ...(linked.length > 0 ? linked.flatMap(customerSteps) : addressSteps(addresses)),
  ]);
  const result = reading.result();
  const competingRecords = await attempted(
    competingRecordsOfRead(ports, contact, result.objects),
    [],
  );
  return {
    ...result,
    failures: [...result.failures, ...competingRecords.failures],
    knowledge: { record: contact, competingRecords: competingRecords.value, payers: [] },
  };
}
