import type {
  DealOfCompany,
  ObjectType,
  RecordClaims,
  RecordKnowledge,
  StripeObjects,
} from '@stripe-payments/core';
import { hasId } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import type { ClaimIndex } from './claim-index.ts';
import { assignableIds, customerIdsIn } from './competing-records.ts';
import { claimsIn, goneRecords } from './named-records.ts';
import type { KnownPayer, Source } from './payers.ts';
import { addressesIn, gonePayers, isSettled, readPayers } from './payers.ts';
import { holdsNothing } from './reading.ts';
import { CLAIM_PROPERTIES, claimsOf } from './record-claims.ts';

/** Who and what brings a company its payments. */
export interface CompanySources {
  /** The company itself, and the contacts whose primary company it is. */
  readonly people: readonly KnownPayer[];
  /** Those whose primary company it is. */
  readonly deals: readonly DealOfCompany[];
  /** Others whose only deal is one of these, where it links no customer: what they pay counts on it. */
  readonly payersOfDeals: readonly KnownPayer[];
}

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

const idsOf = (records: readonly RecordClaims[], type?: ObjectType): readonly string[] =>
  records
    .filter(({ objectType }) => type === undefined || objectType === type)
    .map(({ recordId }) => recordId);

/** Contacts and companies as payers, each contact with its primary company. */
async function payersWithCompany(
  ports: Ports,
  type: 'contact' | 'company',
  ids: readonly string[],
): Promise<readonly KnownPayer[]> {
  const payers = await readPayers(ports, type, ids);
  if (type === 'company' || payers.length === 0) return payers;
  // By the ids that they have now: they may have been named by older ones.
  const companies = await ports.crm.primaryCompanies(type, idsOf(payers));
  return payers.map((payer) => ({ ...payer, companyId: companies.get(payer.recordId) ?? null }));
}

async function readDeals(ports: Ports, ids: readonly string[]): Promise<readonly DealOfCompany[]> {
  if (ids.length === 0) return [];
  const records = await ports.crm.readMany('deal', ids, CLAIM_PROPERTIES.deal);
  const companies = await ports.crm.primaryCompanies('deal', [...records.keys()]);
  return [...records].map(([recordId, stored]) => ({
    ...claimsOf({ objectType: 'deal', recordId }, stored, ports.isFreeMail),
    companyId: companies.get(recordId) ?? null,
  }));
}

async function payersOfDeals(
  ports: Ports,
  deals: readonly DealOfCompany[],
  people: readonly KnownPayer[],
): Promise<readonly KnownPayer[]> {
  const unlinked = idsOf(deals.filter(({ linkedCustomerIds }) => linkedCustomerIds.size === 0));
  if (unlinked.length === 0) return [];
  const types = ['contact', 'company'] as const;
  const found = await Promise.all(
    types.map(async (type) => {
      const ofDeals = await ports.crm.associatedWithMany('deal', unlinked, type);
      const known = new Set(idsOf(people, type));
      const ids = distinct([...ofDeals.values()].flat()).filter((id) => !known.has(id));
      return payersWithCompany(ports, type, ids);
    }),
  );
  return found.flat().filter(({ dealIds }) => dealIds.size === 1);
}

/** Reads of HubSpot who and what brings a company its payments: lists, and a batch for each hundred records. */
export async function sourcesOfCompany(
  ports: Ports,
  company: RecordClaims,
): Promise<CompanySources> {
  const { recordId } = company;
  const [ofCompany, contacts, deals] = await Promise.all([
    ports.crm.associatedWithMany('company', [recordId], 'deal'),
    ports.crm
      .ofPrimaryCompany(recordId, 'contact')
      .then((ids) => readPayers(ports, 'contact', ids)),
    ports.crm.ofPrimaryCompany(recordId, 'deal').then((ids) => readDeals(ports, ids)),
  ]);
  const itself: KnownPayer = {
    ...company,
    dealIds: new Set(ofCompany.get(recordId)),
    companyId: null,
    writtenAddresses: [],
  };
  const people = [itself, ...contacts.map((contact) => ({ ...contact, companyId: recordId }))];
  return { people, deals, payersOfDeals: await payersOfDeals(ports, deals, people) };
}

/** From whom and from what the company's payments are read, beside the company's own. */
export const payingSources = ({
  people,
  deals,
  payersOfDeals: others,
}: CompanySources): readonly Source[] => [
  ...people.filter(({ objectType }) => objectType === 'contact'),
  ...deals.map((deal) => ({ ...deal, writtenAddresses: [] })),
  ...others,
];

/** Everyone who could have paid what was read, beside the known ones. */
async function otherPayers(
  ports: Ports,
  objects: StripeObjects,
  known: readonly KnownPayer[],
  having: (type: ObjectType) => Promise<readonly RecordClaims[]>,
): Promise<readonly KnownPayer[]> {
  const named = claimsIn(objects);
  const types = ['contact', 'company'] as const;
  const found = await Promise.all(
    types.map(async (type) => {
      const namedIds = named
        .filter((each) => each.objectType === type)
        .map((each) => each.recordId);
      const ids = distinct([...idsOf(await having(type)), ...namedIds]);
      const isKnown = (recordId: string): boolean =>
        known.some((each) => hasId(each, { objectType: type, recordId }));
      const read = await payersWithCompany(
        ports,
        type,
        ids.filter((id) => !isKnown(id)),
      );
      return [...read, ...gonePayers(type, objects, [...known, ...read])];
    }),
  );
  return found.flat();
}

/** Deals that the app's own metadata names and that no longer exist. */
const goneDeals = (
  objects: StripeObjects,
  existing: readonly DealOfCompany[],
): readonly DealOfCompany[] => {
  const named = claimsIn(objects).filter(
    ({ objectType, isForeign }) => objectType === 'deal' && isForeign !== true,
  );
  const ids = named.map(({ recordId }) => recordId);
  return goneRecords('deal', ids, existing).map((gone) => ({ ...gone, companyId: null }));
};

/**
 * What decides whether a company has what was read: every deal, contact and company that could have it, and
 * the primary company of each.
 */
export async function knowledgeForCompany(
  ports: Ports,
  record: RecordClaims,
  { people, deals, payersOfDeals: paying }: CompanySources,
  objects: StripeObjects,
  index: ClaimIndex,
): Promise<RecordKnowledge> {
  const known = [...people, ...paying];
  if (holdsNothing(objects)) return { record, competingRecords: [], payers: known, deals };
  const ofCompanies = known.filter(({ companyId }) => companyId !== null);
  const references = {
    customerIds: new Set(customerIdsIn(objects)),
    objectIds: new Set(assignableIds(objects)),
    addresses: new Set(addressesIn(objects).filter((address) => !isSettled(address, ofCompanies))),
    domains: new Set<string>(),
  };
  const [dealsHaving, others] = await Promise.all([
    index.having('deal', references),
    otherPayers(ports, objects, known, (type) => index.having(type, references)),
  ]);
  const payers = [...known, ...others];
  const named = claimsIn(objects).filter(({ objectType }) => objectType === 'deal');
  const onlyDeals = payers.flatMap(({ dealIds }) => (dealIds.size === 1 ? [...dealIds] : []));
  const ownIds = new Set(idsOf(deals));
  const ids = [...idsOf(dealsHaving), ...named.map(({ recordId }) => recordId), ...onlyDeals];
  const otherDeals = await readDeals(
    ports,
    distinct(ids).filter((id) => !ownIds.has(id)),
  );
  const existing = [...deals, ...otherDeals];
  return {
    record,
    competingRecords: [],
    payers,
    deals: [...existing, ...goneDeals(objects, existing)],
  };
}
