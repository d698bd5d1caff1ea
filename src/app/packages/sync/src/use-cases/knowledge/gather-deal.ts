import type { RecordClaims, StripeObjects } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { asSyncError, type SyncError } from '../../sync-error.ts';
import { followUps } from '../reading/follow.ts';
import type { Reading } from '../reading/reading.ts';
import { createReading } from '../reading/reading.ts';
import type { Step } from '../reading/step.ts';
import { customerSteps, namingStep, thingSteps } from '../reading/step.ts';
import type { CollectedObjects } from './gathered.ts';
import { otherPayers, competingRecordsOfRead } from './other-payers.ts';
import type { KnownPayer } from './payers.ts';
import { payersOfDeal } from './payers.ts';
import { payerSteps } from './payer-steps.ts';
import { competingRecordsOf } from './competing-records.ts';

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
export const ownSteps = ({ objectType, recordId, assignedIds }: RecordClaims): readonly Step[] => [
  ...namingStep(objectType, [recordId]),
  ...thingSteps(assignedIds),
];

/** A person has said who pays: nobody else is asked for. One round trip. */
async function collectByLinkedCustomers(
  ports: Ports,
  deal: RecordClaims,
): Promise<CollectedObjects> {
  const reading = createReading(ports.stripe, { follow: followUps });
  const customerIds = [...deal.linkedCustomerIds];
  const read = reading.run([...ownSteps(deal), ...customerIds.flatMap(customerSteps)]);
  const objects = async (): Promise<StripeObjects> => {
    await read;
    return reading.result().objects;
  };
  const [competingRecords] = await Promise.all([
    attempted(competingRecordsOf(ports, deal, customerIds, objects), []),
    read,
  ]);
  const result = reading.result();
  return {
    ...result,
    failures: [...result.failures, ...competingRecords.failures],
    knowledge: { record: deal, competingRecords: competingRecords.value, payers: [] },
  };
}

async function readPayersToo(
  ports: Ports,
  deal: RecordClaims,
  reading: Reading,
): Promise<readonly KnownPayer[]> {
  const payers = await payersOfDeal(ports, deal);
  await reading.run(payerSteps(payers));
  return payers;
}

/** Looks for what the deal's contacts and companies paid, and for who else could have. */
async function collectByPayers(ports: Ports, deal: RecordClaims): Promise<CollectedObjects> {
  const reading = createReading(ports.stripe, { follow: followUps });
  const [payers] = await Promise.all([
    attempted(readPayersToo(ports, deal, reading), []),
    reading.run(ownSteps(deal)),
  ]);
  const result = reading.result();
  const [competingRecords, others] = await Promise.all([
    attempted(competingRecordsOfRead(ports, deal, result.objects), []),
    attempted(otherPayers(ports, result.objects, payers.value), []),
  ]);
  return {
    ...result,
    failures: [
      ...result.failures,
      ...payers.failures,
      ...competingRecords.failures,
      ...others.failures,
    ],
    knowledge: {
      record: deal,
      competingRecords: competingRecords.value,
      payers: [...payers.value, ...others.value],
    },
  };
}

export function collectForDeal(ports: Ports, deal: RecordClaims): Promise<CollectedObjects> {
  return deal.linkedCustomerIds.size > 0
    ? collectByLinkedCustomers(ports, deal)
    : collectByPayers(ports, deal);
}
