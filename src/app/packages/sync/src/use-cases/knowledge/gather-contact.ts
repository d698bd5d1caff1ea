import type { Holder } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { followUps } from '../reading/follow.ts';
import { createReading } from '../reading/reading.ts';
import { customerSteps } from '../reading/step.ts';
import type { Gathered } from './gathered.ts';
import { attempted, ownSteps } from './gather-deal.ts';
import { rivalsOfRead } from './other-payers.ts';
import { addressSteps } from './payer-steps.ts';

/** A contact's linked customers; without any, those that have one of the addresses. */
export async function gatherContact(
  ports: Ports,
  contact: Holder,
  addresses: readonly string[],
): Promise<Gathered> {
  const linked = [...contact.linkedCustomerIds];
  const reading = createReading(ports.stripe, { follow: followUps });
  await reading.run([
    ...ownSteps(contact),
    ...(linked.length > 0 ? linked.flatMap(customerSteps) : addressSteps(addresses)),
  ]);
  const result = reading.result();
  const rivals = await attempted(rivalsOfRead(ports, contact, result.objects), []);
  return {
    ...result,
    failures: [...result.failures, ...rivals.failures],
    knowledge: { record: contact, rivals: rivals.value, payers: [] },
  };
}
