import type {
  RecordClaims,
  RecordKnowledge,
  StoredProperties,
  StripeObjects,
} from '@stripe-payments/core';
import { NO_STRIPE_OBJECTS } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import type { SyncError } from '../../sync-error.ts';
import { sharedClaimIndex } from './claim-index.ts';
import type { CollectedObjects, Known } from './collect.ts';
import {
  attempted,
  collectByLinkedCustomers,
  collectByPayers,
  collectForContact,
  knowledgeFor,
} from './collect.ts';
import { keyOfPayer, passesWithTime, unitsIn } from './discover.ts';
import { knowledgeForCompany, payingSources, sourcesOfCompany } from './company.ts';
import type { KnownPayer } from './payers.ts';
import { payersOfDeal } from './payers.ts';
import { holdsNothing } from './reading.ts';
import { writtenAddresses } from './record-claims.ts';
import type { SliceInput } from './slice.ts';
import { MAX_CLAIMED_UNITS, readSlice } from './slice.ts';
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
  const collected = { ...whole, related: NO_STRIPE_OBJECTS, payersTotal: payers.length };
  if (failures.some(({ code }) => code === 'timeout') && !holdsNothing(objects)) {
    const rest = {
      contactsToDo: payers.map(keyOfPayer),
      unitsToDo: [],
      unitsDone: [],
      partly: {},
      isOwnToDo: true,
    };
    return { ...collected, objects: NO_STRIPE_OBJECTS, failures: [], rest };
  }
  if (goesOn.size === 0) return { ...collected, rest: null };
  const rest = {
    contactsToDo: [],
    unitsToDo: [...goesOn.keys()],
    unitsDone: unitsIn(objects).filter((unit) => !goesOn.has(unit)),
    partly: Object.fromEntries(goesOn),
    isOwnToDo: false,
  };
  return { ...collected, rest };
}

/** From whom a part is read, and how it is known to whom it belongs. */
interface PartInput extends Omit<SliceInput, 'record' | 'progress'> {
  readonly knowledge: (objects: StripeObjects) => Promise<Known>;
}

/** Reads as much as one call may. */
async function collectPart(
  ports: Ports,
  record: RecordClaims,
  { payers, addresses, maxUnits, knowledge: knowledgeOf }: PartInput,
  progress: Progress | null,
): Promise<CollectedPart> {
  const slice = await readSlice(ports, { record, addresses, payers, progress, maxUnits });
  const objects = {
    ...slice.objects,
    customers: [...slice.related.customers, ...slice.objects.customers],
  };
  const { knowledge, failures } = await knowledgeOf(objects);
  // Without it the part says nothing; the same call again may have the time.
  const passing = failures.find(passesWithTime);
  if (passing !== undefined) throw passing;
  const { contactsToDo, unitsToDo, unitsDone, partly, isOwnToDo } = slice;
  const isFinished = !isOwnToDo && contactsToDo.length === 0 && unitsToDo.length === 0;
  return {
    ...slice,
    knowledge,
    failures: [...slice.failures, ...failures],
    payersTotal: payers.filter(isPerson).length,
    rest: isFinished ? null : { contactsToDo, unitsToDo, unitsDone, partly, isOwnToDo },
  };
}

/** Of whom a view says how many are read: a deal that a company has is not one of them. */
const isPerson = ({ objectType }: RecordClaims): boolean => objectType !== 'deal';

/** A part of a deal or contact. */
const part = (
  ports: Ports,
  record: RecordClaims,
  payers: readonly KnownPayer[],
  addresses: readonly string[] = [],
): PartInput => ({
  payers,
  addresses,
  maxUnits: Promise.resolve(MAX_CLAIMED_UNITS),
  knowledge: (objects) => knowledgeFor(ports, record, payers, objects),
});

/** Units of a company's part where records have to be asked for by what they claim, a search for each. */
const MAX_UNITS_OF_CUT = 20;

async function collectCompany(
  ports: Ports,
  company: RecordClaims,
  progress: Progress | null,
): Promise<CollectedPart> {
  const index = sharedClaimIndex(ports);
  // Begun here: it takes as long as the first round at Stripe. Where it fails, the knowledge fails too.
  const isCut = index.isCut().catch(() => true);
  const sources = await sourcesOfCompany(ports, company);
  const input: PartInput = {
    payers: payingSources(sources),
    addresses: [],
    maxUnits: isCut.then((cut) => (cut ? MAX_UNITS_OF_CUT : Infinity)),
    knowledge: async (objects) => {
      const { value, failures } = await attempted(
        knowledgeForCompany(ports, company, sources, objects, index),
        { record: company, competingRecords: [], payers: sources.people, deals: sources.deals },
      );
      return { knowledge: value, failures };
    },
  };
  return collectPart(ports, company, input, progress);
}

async function collectDeal(
  ports: Ports,
  deal: RecordClaims,
  progress: Progress | null,
): Promise<CollectedPart> {
  if (deal.linkedCustomerIds.size > 0) {
    if (progress === null) return partOfWhole(await collectByLinkedCustomers(ports, deal), []);
    return collectPart(ports, deal, part(ports, deal, []), progress);
  }
  const { value: payers, failures } = await attempted(payersOfDeal(ports, deal), []);
  const isWhole = progress === null && payers.length <= MAX_PAYERS_OF_WHOLE;
  const collected = isWhole
    ? partOfWhole(await collectByPayers(ports, deal, payers), payers)
    : await collectPart(ports, deal, part(ports, deal, payers), progress);
  return { ...collected, failures: [...collected.failures, ...failures] };
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
    case 'company':
      return collectCompany(ports, record, progress);
    case 'contact': {
      const addresses = writtenAddresses(stored);
      return progress === null
        ? partOfWhole(await collectForContact(ports, record, addresses), [])
        : collectPart(ports, record, part(ports, record, [], addresses), progress);
    }
  }
}
