import type {
  RecordClaims,
  RecordKnowledge,
  StoredProperties,
  StripeObjects,
} from '@stripe-payments/core';
import { NO_STRIPE_OBJECTS } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import type { SyncError } from '../../sync-error.ts';
import type { CollectedObjects } from './collect.ts';
import {
  attempted,
  collectByLinkedCustomers,
  collectByPayers,
  collectForContact,
  knowledgeFor,
} from './collect.ts';
import { namedByOtherTools } from './competing-records.ts';
import { contactsOf, keyOfPayer, passesWithTime, unitsIn } from './discover.ts';
import type { KnownPayer } from './payers.ts';
import { payersOfDeal } from './payers.ts';
import { holdsNothing } from './reading.ts';
import { writtenAddresses } from './record-claims.ts';
import { readSlice } from './slice.ts';
import type { Progress } from './token.ts';

/** What is left to read. */
export type Rest = Pick<
  Progress,
  'contactsToDo' | 'unitsToDo' | 'unitsDone' | 'partly' | 'isOwnToDo'
>;

/** What one call has read of a record, all of it or a part. */
export interface CollectedPart {
  readonly objects: StripeObjects;
  /** Counted in a part before: they say to what the objects belong. */
  readonly related: StripeObjects;
  readonly knowledge: RecordKnowledge;
  readonly failures: readonly SyncError[];
  readonly isSearchUnavailable: boolean;
  readonly payersTotal: number;
  /** Null where everything is read. */
  readonly rest: Rest | null;
}

/** More are read in parts: all at once takes longer than one call may. */
const MAX_PAYERS_OF_WHOLE = 40;

/** A read of everything that was too much for one call begins again in parts. */
function partOfWhole(whole: CollectedObjects, payers: readonly KnownPayer[]): CollectedPart {
  const { objects, failures, goesOn } = whole;
  const part = { ...whole, related: NO_STRIPE_OBJECTS, payersTotal: payers.length };
  if (failures.some(({ code }) => code === 'timeout') && !holdsNothing(objects)) {
    const rest = {
      contactsToDo: payers.map(keyOfPayer),
      unitsToDo: [],
      unitsDone: [],
      partly: {},
      isOwnToDo: true,
    };
    return { ...part, objects: NO_STRIPE_OBJECTS, failures: [], rest };
  }
  if (goesOn.size === 0) return { ...part, rest: null };
  const rest = {
    contactsToDo: [],
    unitsToDo: [...goesOn.keys()],
    unitsDone: unitsIn(objects).filter((unit) => !goesOn.has(unit)),
    partly: Object.fromEntries(goesOn),
    isOwnToDo: false,
  };
  return { ...part, rest };
}

/** Whom other tools name beside the company and its contacts. */
async function knowledgeForCompany(
  ports: Ports,
  record: RecordClaims,
  payers: readonly KnownPayer[],
  objects: StripeObjects,
): Promise<Pick<CollectedPart, 'knowledge' | 'failures'>> {
  const types = ['contact', 'company'] as const;
  const read = types.map((type) => attempted(namedByOtherTools(ports, type, objects), []));
  const named = await Promise.all(read);
  const own = new Set([record, ...payers].map(keyOfPayer));
  const competingRecords = named
    .flatMap(({ value }) => value)
    .filter((each) => !own.has(keyOfPayer(each)));
  const failures = named.flatMap((each) => each.failures);
  return { knowledge: { record, competingRecords, payers }, failures };
}

/** Reads as much as one call may. */
async function collectPart(
  ports: Ports,
  record: RecordClaims,
  { payers, addresses }: { payers: readonly KnownPayer[]; addresses: readonly string[] },
  progress: Progress | null,
): Promise<CollectedPart> {
  const slice = await readSlice(ports, { record, addresses, payers, progress });
  const objects = {
    ...slice.objects,
    customers: [...slice.related.customers, ...slice.objects.customers],
  };
  const { knowledge, failures } =
    record.objectType === 'company'
      ? await knowledgeForCompany(ports, record, payers, objects)
      : await knowledgeFor(ports, record, payers, objects);
  // Without it the part says nothing; the same call again may have the time.
  const passing = failures.find(passesWithTime);
  if (passing !== undefined) throw passing;
  const { contactsToDo, unitsToDo, unitsDone, partly, isOwnToDo } = slice;
  const isFinished = !isOwnToDo && contactsToDo.length === 0 && unitsToDo.length === 0;
  return {
    ...slice,
    knowledge,
    failures: [...slice.failures, ...failures],
    payersTotal: payers.length,
    rest: isFinished ? null : { contactsToDo, unitsToDo, unitsDone, partly, isOwnToDo },
  };
}

async function collectDeal(
  ports: Ports,
  deal: RecordClaims,
  progress: Progress | null,
): Promise<CollectedPart> {
  if (deal.linkedCustomerIds.size > 0) {
    if (progress === null) return partOfWhole(await collectByLinkedCustomers(ports, deal), []);
    return collectPart(ports, deal, { payers: [], addresses: [] }, progress);
  }
  const { value: payers, failures } = await attempted(payersOfDeal(ports, deal), []);
  const isWhole = progress === null && payers.length <= MAX_PAYERS_OF_WHOLE;
  const part = isWhole
    ? partOfWhole(await collectByPayers(ports, deal, payers), payers)
    : await collectPart(ports, deal, { payers, addresses: [] }, progress);
  return { ...part, failures: [...part.failures, ...failures] };
}

/**
 * Reads a record's payments, as much as one call may.
 * @param progress of the call before; null for the first.
 * @throws {SyncError} where not even a part could be read.
 */
export async function collectRecord(
  ports: Ports,
  record: RecordClaims,
  stored: StoredProperties,
  progress: Progress | null,
): Promise<CollectedPart> {
  switch (record.objectType) {
    case 'deal':
      return collectDeal(ports, record, progress);
    case 'company': {
      const payers = await contactsOf(ports, record);
      return collectPart(ports, record, { payers, addresses: [] }, progress);
    }
    case 'contact': {
      const addresses = writtenAddresses(stored);
      return progress === null
        ? partOfWhole(await collectForContact(ports, record, addresses), [])
        : collectPart(ports, record, { payers: [], addresses }, progress);
    }
  }
}
