import type { RecordClaims, RecordKnowledge, StripeObjects } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import type { SyncError } from '../../sync-error.ts';
import { asSyncError } from '../../sync-error.ts';
import { competingRecordsOf } from './competing-records.ts';
import { competingRecordsOfRead, otherPayers, payersOfDeal } from './payers.ts';
import type { ReadResult } from './reading.ts';
import { createReading } from './reading.ts';
import type { Step } from './steps.ts';
import {
  addressSteps,
  customerSteps,
  followUps,
  metadataStep,
  payerSteps,
  objectSteps,
} from './steps.ts';

/** What was read for a record, and what is known about the records it could belong to. */
export interface CollectedObjects extends ReadResult {
  readonly knowledge: RecordKnowledge;
}

interface Attempted<T> {
  readonly value: T;
  readonly failures: readonly SyncError[];
}

/** Turns a failure into a problem of the view, so that the rest of the view is still shown. */
async function attempted<T>(work: Promise<T>, instead: T): Promise<Attempted<T>> {
  try {
    return { value: await work, failures: [] };
  } catch (error) {
    return { value: instead, failures: [asSyncError(error)] };
  }
}

/** What the record itself says, and what names it. */
export const ownSteps = ({
  objectType,
  recordId,
  mergedIds,
  assignedIds,
}: RecordClaims): readonly Step[] => [
  ...metadataStep(objectType, [recordId, ...mergedIds]),
  ...objectSteps(assignedIds),
];

/** Reads the linked customers only: a person has said who pays. One round trip. */
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

/** Looks for what the deal's contacts and companies paid, and for who else could have. */
async function collectByPayers(ports: Ports, deal: RecordClaims): Promise<CollectedObjects> {
  const payers = await attempted(payersOfDeal(ports, deal), []);
  const reading = createReading(ports.stripe, { follow: followUps });
  // At the same time, so that searches for the deal and for those who pay share their queries.
  await reading.run([...ownSteps(deal), ...payerSteps(payers.value)]);
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
