import type { ObjectType, RecordClaims } from '@stripe-payments/core';
import { domainOfAddress, OBJECT_TYPES } from '@stripe-payments/core';
import type { Ports, SearchCondition } from '../../ports.ts';
import { assigning, claimsFound, linking, searchClaims } from './competing-records.ts';

/** By what a record can have an object. */
export interface References {
  readonly customerIds: ReadonlySet<string>;
  /** Ids under which it can be assigned. */
  readonly objectIds: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
  /** Beside those of the addresses. */
  readonly domains: ReadonlySet<string>;
}

const KINDS = ['linking', 'assigning', 'additional'] as const;

type Kind = (typeof KINDS)[number];

/** Records with more than one email or domain are not found by a filter on the first. */
const ADDITIONAL: Readonly<Record<ObjectType, string | null>> = {
  deal: null,
  contact: 'hs_additional_emails',
  company: 'hs_additional_domains',
};

function conditionOf(objectType: ObjectType, kind: Kind): readonly SearchCondition[] {
  const property = {
    linking: 'stripe_customer_id',
    assigning: 'stripe_payment_ids',
    additional: ADDITIONAL[objectType],
  }[kind];
  return property === null ? [] : [{ property, is: 'set' }];
}

/** Every record of a type that links, assigns, or has an additional email or domain. */
interface Every {
  readonly found: readonly RecordClaims[];
  /** Of these kinds there are more than were read. */
  readonly cut: ReadonlySet<Kind>;
}

async function readEvery(ports: Ports, objectType: ObjectType): Promise<Every> {
  const read = (kinds: readonly Kind[]) =>
    claimsFound(
      ports,
      objectType,
      kinds.flatMap((kind) => conditionOf(objectType, kind)),
    );
  const all = await read(KINDS);
  if (!all.isCut) return { found: all.found, cut: new Set() };
  const kinds = KINDS.filter((kind) => conditionOf(objectType, kind).length > 0);
  const each = await Promise.all(kinds.map(async (kind) => ({ kind, ...(await read([kind])) })));
  return {
    found: each.flatMap(({ found }) => found),
    cut: new Set(each.filter(({ isCut }) => isCut).map(({ kind }) => kind)),
  };
}

/** Finds records by what they claim, in one invocation. */
export interface ClaimIndex {
  having(objectType: ObjectType, references: References): Promise<readonly RecordClaims[]>;
  /** Begins to read, and tells whether records have to be asked for by what they claim. */
  isCut(): Promise<boolean>;
}

const meets = (ids: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...ids].some((id) => others.has(id));

const domainsOf = (
  { isFreeMail }: Ports,
  { addresses, domains }: References,
): ReadonlySet<string> =>
  new Set(
    [...[...addresses].flatMap((address) => domainOfAddress(address) ?? []), ...domains].filter(
      (domain) => !isFreeMail(domain),
    ),
  );

/** True for a record that has one of what is referred to, by link, assignment, email or domain. */
function isHaving(ports: Ports, record: RecordClaims, references: References): boolean {
  return (
    meets(record.linkedCustomerIds, references.customerIds) ||
    meets(record.assignedIds, references.objectIds) ||
    meets(record.addresses, references.addresses) ||
    meets(record.domains, domainsOf(ports, references))
  );
}

/** Values of one search condition. */
const MAX_VALUES = 100;

function isOneOf(property: string, values: readonly string[]): readonly SearchCondition[] {
  return Array.from({ length: Math.ceil(values.length / MAX_VALUES) }, (_, part) => ({
    property,
    is: 'one-of',
    values: values.slice(part * MAX_VALUES, (part + 1) * MAX_VALUES),
  }));
}

/** Of what was read for one record, others of the same invocation can be decided by. */
const MAX_AGE_MS = 5_000;

const indexes = new WeakMap<
  Ports['crm'],
  { readonly index: ClaimIndex; readonly madeAtMs: number }
>();

/** The index of this invocation, where it is a few seconds old at most: many companies share one. */
export function sharedClaimIndex(ports: Ports): ClaimIndex {
  const nowMs = ports.clock.nowMs();
  const known = indexes.get(ports.crm);
  if (known !== undefined && nowMs - known.madeAtMs < MAX_AGE_MS) return known.index;
  const index = createClaimIndex(ports);
  indexes.set(ports.crm, { index, madeAtMs: nowMs });
  return index;
}

/**
 * Reads once, of each type, every record that links, assigns, or has an additional email or domain; where
 * there are too many, asks by the references.
 */
export function createClaimIndex(ports: Ports): ClaimIndex {
  const reads = new Map<ObjectType, Promise<Every>>();
  const everyOf = (objectType: ObjectType): Promise<Every> => {
    const known = reads.get(objectType);
    if (known !== undefined) return known;
    const read = readEvery(ports, objectType);
    reads.set(objectType, read);
    // The next one to ask may have more luck.
    read.catch(() => reads.delete(objectType));
    return read;
  };
  return {
    isCut: async () => {
      const every = await Promise.all(OBJECT_TYPES.map(everyOf));
      return every.some(({ cut }) => cut.size > 0);
    },
    having: async (objectType, references) => {
      const { customerIds, objectIds, addresses } = references;
      const domains = domainsOf(ports, references);
      const identities = { deal: [], contact: [...addresses], company: [...domains] }[objectType];
      const { found, cut } = await everyOf(objectType);
      const conditions = [
        ...isOneOf(objectType === 'contact' ? 'email' : 'domain', identities),
        ...(cut.has('linking') ? linking([...customerIds]) : []),
        ...(cut.has('assigning') ? assigning([...objectIds]) : []),
        ...(cut.has('additional')
          ? identities.map((text): SearchCondition => ({ is: 'found-by', text }))
          : []),
      ];
      const searched =
        conditions.length === 0 ? [] : await searchClaims(ports, objectType, conditions);
      return [...found, ...searched].filter((record) => isHaving(ports, record, references));
    },
  };
}
