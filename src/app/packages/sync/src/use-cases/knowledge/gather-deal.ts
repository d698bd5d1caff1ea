import type { Holder, StripeObjects } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { asSyncError, type SyncError } from '../../sync-error.ts';
import { followUps } from '../reading/follow.ts';
import type { Reading } from '../reading/reading.ts';
import { createReading } from '../reading/reading.ts';
import type { Step } from '../reading/step.ts';
import { customerSteps, namingStep, thingSteps } from '../reading/step.ts';
import type { Gathered } from './gathered.ts';
import { otherPayers, rivalsOfRead } from './other-payers.ts';
import type { KnownPayer } from './payers.ts';
import { payersOfDeal } from './payers.ts';
import { payerSteps } from './payer-steps.ts';
import { rivalsOf } from './rivals.ts';

interface Attempted<T> {
  readonly value: T;
  readonly failures: readonly SyncError[];
}

/** What could not be had is a problem of the view, and not the end of it. */
export async function attempted<T>(work: Promise<T>, instead: T): Promise<Attempted<T>> {
  try {
    return { value: await work, failures: [] };
  } catch (error) {
    return { value: instead, failures: [asSyncError(error)] };
  }
}

/** What the record itself says, and what names it. */
export const ownSteps = ({ objectType, recordId, assignedIds }: Holder): readonly Step[] => [
  ...namingStep(objectType, [recordId]),
  ...thingSteps(assignedIds),
];

/** A person has said who pays: nobody else is asked for. One round trip. */
async function gatherLinked(ports: Ports, deal: Holder): Promise<Gathered> {
  const reading = createReading(ports.stripe, { follow: followUps });
  const customerIds = [...deal.linkedCustomerIds];
  const read = reading.run([...ownSteps(deal), ...customerIds.flatMap(customerSteps)]);
  const objects = async (): Promise<StripeObjects> => {
    await read;
    return reading.result().objects;
  };
  const [rivals] = await Promise.all([
    attempted(rivalsOf(ports, deal, customerIds, objects), []),
    read,
  ]);
  const result = reading.result();
  return {
    ...result,
    failures: [...result.failures, ...rivals.failures],
    knowledge: { record: deal, rivals: rivals.value, payers: [] },
  };
}

async function readPayersToo(
  ports: Ports,
  deal: Holder,
  reading: Reading,
): Promise<readonly KnownPayer[]> {
  const payers = await payersOfDeal(ports, deal);
  await reading.run(payerSteps(payers));
  return payers;
}

/** Looks for what the deal's contacts and companies paid, and for who else could have. */
async function gatherByPayers(ports: Ports, deal: Holder): Promise<Gathered> {
  const reading = createReading(ports.stripe, { follow: followUps });
  const [payers] = await Promise.all([
    attempted(readPayersToo(ports, deal, reading), []),
    reading.run(ownSteps(deal)),
  ]);
  const result = reading.result();
  const [rivals, others] = await Promise.all([
    attempted(rivalsOfRead(ports, deal, result.objects), []),
    attempted(otherPayers(ports, result.objects, payers.value), []),
  ]);
  return {
    ...result,
    failures: [...result.failures, ...payers.failures, ...rivals.failures, ...others.failures],
    knowledge: {
      record: deal,
      rivals: rivals.value,
      payers: [...payers.value, ...others.value],
    },
  };
}

export function gatherDeal(ports: Ports, deal: Holder): Promise<Gathered> {
  return deal.linkedCustomerIds.size > 0 ? gatherLinked(ports, deal) : gatherByPayers(ports, deal);
}
