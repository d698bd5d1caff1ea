import type {
  FoundCustomer,
  LinkPaymentsParameters,
  PropertyChange,
  RecordLink,
  SavedFigures,
  StoredProperties,
  StripeCopy,
} from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import { CLAIM_PROPERTIES, claimsOf } from '../collect/record-claims.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import { readViewedRecord } from '../viewed-record.ts';
import { copyAssignment, copyUnassignment, NOT_ASKED } from './copy-to-stripe.ts';
import type { IdChange, IdProperty } from './change-ids.ts';
import { changeIds } from './change-ids.ts';
import type { PaymentTies } from './other-claims.ts';
import {
  claimedBy,
  dealsHaving,
  linkClaim,
  linkedElsewhere,
  onlyDealsOfPayers,
  refuseUnagreed,
} from './other-claims.ts';
import type { ReferencedObject } from './references.ts';
import {
  parseCustomerReference,
  parseReference,
  readReferencedObject,
  searchCustomers,
} from './references.ts';
import type { Consequences } from './save-settled.ts';
import { saveFiguresOf, saveSettled } from './save-settled.ts';
import type { Claim } from './settle-claim.ts';

interface ChangeOutcome {
  readonly action: 'link' | 'unlink' | 'assign' | 'unassign';
  readonly id: string;
  /** Of the ids and of the figures. */
  readonly changes: readonly PropertyChange[];
  /** Deals that no longer have it. */
  readonly movedFrom: readonly RecordLink[];
  /** False where HubSpot's search is behind, so that another deal may have it too: ask again. */
  readonly isSettled: boolean;
  readonly figures: SavedFigures;
  readonly stripeCopy: StripeCopy;
}

/** What the function replies, without the `ok`. */
export type LinkOutcome =
  { readonly action: 'search'; readonly customers: readonly FoundCustomer[] } | ChangeOutcome;

interface Change<A extends LinkPaymentsParameters['action']> {
  readonly ports: Ports;
  readonly viewed: ViewedRecord;
  readonly stored: StoredProperties;
  readonly asked: Extract<LinkPaymentsParameters, { readonly action: A }>;
}

type Changing = Pick<Change<'assign'>, 'ports' | 'viewed' | 'stored'>;

const changed = (
  { ports, viewed, stored }: Changing,
  property: IdProperty,
  change: IdChange,
): Promise<readonly PropertyChange[]> => changeIds(ports, viewed, { property, stored, change });

/** A change of ids that was made, and what follows from it. */
interface Made extends Consequences {
  readonly id: string;
  readonly changes: readonly PropertyChange[];
  /** A deal's, that no other deal may have. */
  readonly claim: Claim | null;
  readonly copy: () => Promise<StripeCopy>;
}

const made = (
  id: string,
  changes: readonly PropertyChange[],
  more: Partial<Omit<Made, 'id' | 'changes'>> = {},
): Made => ({
  id,
  changes,
  movedFrom: [],
  claim: null,
  affected: () => Promise.resolve([]),
  copy: () => Promise.resolve(NOT_ASKED),
  ...more,
});

async function link({ asked, ...change }: Change<'link' | 'unlink'>): Promise<Made> {
  const { ports, viewed } = change;
  const id = parseCustomerReference(ports.stripe, asked.customerId);
  const customer = await ports.stripe.customer(id);
  if (customer === null) throw new SyncError('unknown-customer');
  const add = (): Promise<readonly PropertyChange[]> =>
    changed(change, 'stripe_customer_id', { action: 'add', id });
  if (viewed.objectType !== 'deal') return made(id, await add());
  const [other] = await linkedElsewhere(ports, viewed, [customer]);
  if (other !== undefined) throw claimedBy(other, linkClaim(id));
  return made(id, await add(), {
    claim: linkClaim(id),
    affected: () => onlyDealsOfPayers(ports, viewed, [customer]),
  });
}

async function unlink({ asked, ...change }: Change<'link' | 'unlink'>): Promise<Made> {
  const id = parseCustomerReference(change.ports.stripe, asked.customerId);
  return made(id, await changed(change, 'stripe_customer_id', { action: 'remove', id }));
}

const tiesOf = (id: string, { ids, claims, customers }: ReferencedObject): PaymentTies => ({
  claim: { property: 'stripe_payment_ids', id, ids },
  customers,
  namedDealIds: claims
    .filter(({ objectType }) => objectType === 'deal')
    .map(({ recordId }) => recordId),
});

/** Takes the ids out of the lists of other deals, and saves their figures without them. */
async function release(
  ports: Ports,
  deals: readonly RecordLink[],
  ids: readonly string[],
): Promise<void> {
  const property = 'stripe_payment_ids';
  for (const deal of deals) {
    for (const id of ids) {
      const { stored } = await ports.crm.saved(deal, [property], property);
      await changeIds(ports, deal, { property, stored, change: { action: 'remove', id } });
    }
  }
}

/** Assigns to a deal what the person has agreed to take from the deals that have it now. */
async function assignToDeal(
  { asked, ...change }: Change<'assign'>,
  ties: PaymentTies,
): Promise<Made> {
  const { ports, viewed } = change;
  const { claim, customers } = ties;
  const having = await dealsHaving(ports, viewed, ties);
  refuseUnagreed(having, asked.moveFrom ?? []);
  // First here, then not there: in between it counts on neither.
  const changes = await changed(change, claim.property, { action: 'add', id: claim.id });
  const assigned = having.filter(({ by }) => by === 'assigned').map(({ deal }) => deal);
  await release(ports, assigned, claim.ids);
  const movedFrom = having.map(({ deal }) => deal);
  return made(claim.id, changes, {
    movedFrom,
    claim,
    // A deal that linked the customer meanwhile may have counted the payment.
    affected: async () => [...movedFrom, ...(await linkedElsewhere(ports, viewed, customers))],
  });
}

async function assign(change: Change<'assign'>): Promise<Made> {
  const { ports, viewed, asked } = change;
  const reference = parseReference(ports.stripe, asked.id);
  const { id } = reference;
  const object = await readReferencedObject(ports.stripe, reference);
  const done =
    viewed.objectType === 'deal'
      ? await assignToDeal(change, tiesOf(id, object))
      : made(id, await changed(change, 'stripe_payment_ids', { action: 'add', id }));
  const isAsked = asked.alsoInStripe === true;
  return { ...done, copy: () => copyAssignment(ports.stripe, reference, viewed, isAsked) };
}

async function unassign({ asked, ...change }: Change<'unassign'>): Promise<Made> {
  const { ports, viewed } = change;
  const reference = parseReference(ports.stripe, asked.id);
  const { id } = reference;
  const changes = await changed(change, 'stripe_payment_ids', { action: 'remove', id });
  const isAsked = asked.alsoInStripe === true;
  return made(id, changes, {
    copy: () => copyUnassignment(ports.stripe, reference, viewed, isAsked),
  });
}

async function finished(
  { ports, viewed }: Changing,
  action: ChangeOutcome['action'],
  { id, changes, movedFrom, claim, affected, copy }: Made,
): Promise<ChangeOutcome> {
  const saved =
    claim === null
      ? await saveFiguresOf(ports, viewed, [])
      : await saveSettled(ports, viewed, claim, { movedFrom, affected });
  const outcome = { action, id, movedFrom };
  if (saved === null) {
    const figures = { status: 'not-asked' } as const;
    return { ...outcome, changes, isSettled: false, figures, stripeCopy: NOT_ASKED };
  }
  return {
    ...outcome,
    changes: [...changes, ...saved.changes],
    isSettled: true,
    figures: saved.figures,
    stripeCopy: await copy(),
  };
}

/**
 * Says which customers and payments are the record's, or finds a customer to say it of, and saves the
 * figures that follow. What people wrote beside an id stays, also where they write at the same moment.
 * @throws {SyncError} where it does not exist, is of the other mode, or is another deal's.
 */
export async function linkPayments(
  ports: Ports,
  viewed: ViewedRecord,
  asked: LinkPaymentsParameters,
): Promise<LinkOutcome> {
  const stored = await readViewedRecord(ports, viewed, CLAIM_PROPERTIES[viewed.objectType]);
  if (!Object.hasOwn(stored, 'stripe_customer_id')) throw new SyncError('not-set-up');
  const change = { ports, viewed, stored };
  switch (asked.action) {
    case 'search': {
      const record = claimsOf(viewed, stored, ports.isFreeMail);
      const customers = await searchCustomers(ports.stripe, record, asked.query);
      return { action: 'search', customers };
    }
    case 'link':
      return finished(change, 'link', await link({ ...change, asked }));
    case 'unlink':
      return finished(change, 'unlink', await unlink({ ...change, asked }));
    case 'assign':
      return finished(change, 'assign', await assign({ ...change, asked }));
    case 'unassign':
      return finished(change, 'unassign', await unassign({ ...change, asked }));
  }
}
