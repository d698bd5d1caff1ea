import type { RecordClaims, RecordKnowledge, StripeObjects } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import type { SyncError } from '../../sync-error.ts';
import { asSyncError } from '../../sync-error.ts';
import { competingRecordsOf } from './competing-records.ts';
import type { KnownPayer } from './payers.ts';
import { competingRecordsOfRead, otherPayers } from './payers.ts';
import type { ReadResult, Reading } from './reading.ts';
import { createReading, roomForPages } from './reading.ts';
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
export async function attempted<T>(work: Promise<T>, instead: T): Promise<Attempted<T>> {
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

const NO_ONE: Promise<readonly KnownPayer[]> = Promise.resolve([]);

export interface Known {
  readonly knowledge: RecordKnowledge;
  readonly failures: readonly SyncError[];
}

/** What is known about the records that what was read could belong to. */
export async function knowledgeFor(
  ports: Ports,
  record: RecordClaims,
  payers: readonly KnownPayer[],
  objects: StripeObjects,
): Promise<Known> {
  const [competingRecords, others] = await Promise.all([
    attempted(competingRecordsOfRead(ports, record, objects), []),
    attempted(payers.length === 0 ? NO_ONE : otherPayers(ports, objects, payers), []),
  ]);
  return {
    knowledge: {
      record,
      competingRecords: competingRecords.value,
      payers: [...payers, ...others.value],
    },
    failures: [...competingRecords.failures, ...others.failures],
  };
}

/** Of charges, in one call; the rest is read in further parts. */
const MAX_PAGES_OF_WHOLE = 12;

const newReading = ({ stripe }: Ports): Reading =>
  createReading(stripe, { follow: followUps, hasRoom: roomForPages(MAX_PAGES_OF_WHOLE) });

/** Reads the linked customers only: a person has said who pays. One round trip. */
export async function collectByLinkedCustomers(
  ports: Ports,
  deal: RecordClaims,
): Promise<CollectedObjects> {
  const reading = newReading(ports);
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

/** Reads what the deal's contacts and companies paid, and who else could have. */
export async function collectByPayers(
  ports: Ports,
  deal: RecordClaims,
  payers: readonly KnownPayer[],
): Promise<CollectedObjects> {
  const reading = newReading(ports);
  // At the same time, so that searches for the deal and for those who pay share their queries.
  await reading.run([...ownSteps(deal), ...payerSteps(payers)]);
  const result = reading.result();
  const { knowledge, failures } = await knowledgeFor(ports, deal, payers, result.objects);
  return { ...result, failures: [...result.failures, ...failures], knowledge };
}

/** A contact's linked customers; without any, those that have one of the addresses. */
export async function collectForContact(
  ports: Ports,
  contact: RecordClaims,
  addresses: readonly string[],
): Promise<CollectedObjects> {
  const linked = [...contact.linkedCustomerIds];
  const reading = newReading(ports);
  await reading.run([
    ...ownSteps(contact),
    ...(linked.length > 0 ? linked.flatMap(customerSteps) : addressSteps(addresses)),
  ]);
  const result = reading.result();
  const { knowledge, failures } = await knowledgeFor(ports, contact, [], result.objects);
  return { ...result, failures: [...result.failures, ...failures], knowledge };
}
