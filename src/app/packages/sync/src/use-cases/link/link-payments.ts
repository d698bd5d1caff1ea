import type {
  FoundCustomer,
  LinkPaymentsParameters,
  PropertyChange,
  RecordLink,
  SavedFigures,
  StripeCopy,
} from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import { CLAIM_PROPERTIES, claimsOf, EXCLUDED } from '../collect/record-claims.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import { archivedProperties, readViewedRecord } from '../viewed-record.ts';
import type { Change, Changing, Made } from './assign.ts';
import { assign, changed, changedInTurn, made } from './assign.ts';
import { copyUnassignment, NOT_ASKED } from './copy-to-stripe.ts';
import type { ListOutcome } from './list-payments.ts';
import { listPayments, takingsOf } from './list-payments.ts';
import {
  claimedBy,
  dealsHaving,
  linkClaim,
  linkedElsewhere,
  onlyDealsOfPayers,
  tiesOf,
} from './other-claims.ts';
import { parseCustomerReference, parseReference, readReferencedObject } from './references.ts';
import type { TakenId } from './save-settled.ts';
import { saveFiguresOf, saveSettled } from './save-settled.ts';
import { customerById, searchCustomers } from './search-customers.ts';
import { tellGaining, tellLosing } from './tell-moves.ts';

interface ChangeOutcome {
  readonly action: 'link' | 'unlink' | 'assign' | 'unassign' | 'exclude' | 'restore';
  readonly ids: readonly string[];
  /** Those that another deal took at the same moment, and has. */
  readonly taken: readonly TakenId[];
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
  | { readonly action: 'search'; readonly customers: readonly FoundCustomer[] }
  | ListOutcome
  | ChangeOutcome;

async function link({ asked, ...change }: Change<'link' | 'unlink'>): Promise<Made> {
  const { ports, viewed } = change;
  const id = parseCustomerReference(ports.stripe, asked.customerId);
  const customer = await customerById(ports, id);
  const add = (): Promise<readonly PropertyChange[]> =>
    changed(change, 'stripe_customer_id', { action: 'add', id });
  if (viewed.objectType !== 'deal') return made([id], await add());
  const self = claimsOf(viewed, change.stored, ports.isFreeMail);
  // Two deals may have linked it at once in an earlier call of the same action: settling decides then.
  const isLinkedHere = self.linkedCustomerIds.has(id);
  const [other] = isLinkedHere ? [] : await linkedElsewhere(ports, viewed, [customer]);
  if (other !== undefined) throw claimedBy(other, linkClaim(id));
  const losing = await onlyDealsOfPayers(ports, viewed, [customer]);
  const isNew = !isLinkedHere && losing.length > 0;
  const takings = isNew ? await takingsOf(ports, self, [{ id, customerId: id }]) : [];
  await tellLosing(ports, self, takings);
  const changes = await add();
  await tellGaining(ports, self, takings);
  return made([id], changes, {
    takings,
    claims: [linkClaim(id)],
    affected: () => onlyDealsOfPayers(ports, viewed, [customer]),
  });
}

async function unlink({ asked, ...change }: Change<'link' | 'unlink'>): Promise<Made> {
  const id = parseCustomerReference(change.ports.stripe, asked.customerId);
  return made([id], await changed(change, 'stripe_customer_id', { action: 'remove', id }));
}

async function unassign({ asked, ...change }: Change<'unassign'>): Promise<Made> {
  const { ports, viewed } = change;
  const reference = parseReference(ports.stripe, asked.id);
  const { id } = reference;
  const changes = await changed(change, 'stripe_payment_ids', { action: 'remove', id });
  const isAsked = asked.alsoInStripe === true;
  return made([id], changes, {
    copy: () => copyUnassignment(ports.stripe, reference, viewed, isAsked),
  });
}

/** Takes a payment off the record, whatever matches it; another deal that has evidence for it gains it. */
async function exclude({ asked, ...change }: Change<'exclude' | 'restore'>): Promise<Made> {
  const { ports, viewed, stored } = change;
  // A company has what its deals and contacts have: it is taken off those.
  if (viewed.objectType === 'company') throw new SyncError('bad-request');
  const reference = parseReference(ports.stripe, asked.id);
  const { id } = reference;
  const isBack = asked.action === 'restore';
  const object = isBack ? null : await readReferencedObject(ports.stripe, reference);
  const self = claimsOf(viewed, stored, ports.isFreeMail);
  const assigned = object?.ids.filter((each) => self.assignedIds.has(each)) ?? [];
  const changes = await changedInTurn(change, [
    { property: EXCLUDED, action: isBack ? 'remove' : 'add', id },
    ...assigned.map((each) => ({
      property: 'stripe_payment_ids' as const,
      action: 'remove' as const,
      id: each,
    })),
  ]);
  return made([id], changes, {
    affected: async () => {
      if (viewed.objectType !== 'deal' || object === null) return [];
      const having = await dealsHaving(ports, self, tiesOf([object]), Promise.resolve([]));
      return having.map(({ deal }) => deal);
    },
  });
}

async function finished(
  { ports, viewed }: Changing,
  action: ChangeOutcome['action'],
  { ids, changes, claims, copy, ...consequences }: Made,
): Promise<ChangeOutcome> {
  const saved =
    claims.length === 0
      ? { ...(await saveFiguresOf(ports, viewed, consequences.affected)), taken: [] }
      : await saveSettled(ports, viewed, claims, consequences);
  const outcome = { action, ids, movedFrom: consequences.movedFrom };
  if (saved === null) {
    const figures = { status: 'not-asked' } as const;
    return { ...outcome, taken: [], changes, isSettled: false, figures, stripeCopy: NOT_ASKED };
  }
  const { taken, figures } = saved;
  const isTaken = (id: string): boolean => taken.some((each) => each.id === id);
  return {
    ...outcome,
    ids: ids.filter((id) => !isTaken(id)),
    taken,
    changes: [...changes, ...saved.changes],
    isSettled: true,
    figures,
    stripeCopy: await copy(isTaken),
  };
}

async function answered(
  ports: Ports,
  viewed: ViewedRecord,
  asked: LinkPaymentsParameters,
): Promise<LinkOutcome> {
  const properties = CLAIM_PROPERTIES[viewed.objectType];
  const stored = await readViewedRecord(ports, viewed, properties);
  await archivedProperties(ports, viewed, stored, properties);
  const change = { ports, viewed, stored };
  switch (asked.action) {
    case 'search': {
      const record = claimsOf(viewed, stored, ports.isFreeMail);
      const customers = await searchCustomers(ports, record, asked.query);
      return { action: 'search', customers };
    }
    case 'payments':
      return listPayments(ports, claimsOf(viewed, stored, ports.isFreeMail), asked.customerId);
    case 'link':
      return finished(change, 'link', await link({ ...change, asked }));
    case 'unlink':
      return finished(change, 'unlink', await unlink({ ...change, asked }));
    case 'assign':
      return finished(change, 'assign', await assign({ ...change, asked }));
    case 'exclude':
    case 'restore':
      return finished(change, asked.action, await exclude({ ...change, asked }));
    case 'unassign':
      return finished(change, 'unassign', await unassign({ ...change, asked }));
  }
}

/**
 * Says which customers and payments are the record's, or finds a customer to say it of, and saves the
 * figures that follow. What people wrote beside an id stays, also where they write at the same moment.
 * @throws {SyncError} where it does not exist, is of the other mode, or is another deal's; `timeout` only
 * where nothing was written, `write-unconfirmed` after that.
 */
export async function linkPayments(
  ports: Ports,
  viewed: ViewedRecord,
  asked: LinkPaymentsParameters,
): Promise<LinkOutcome> {
  let writes = 0;
  const write: Ports['crm']['write'] = (...written) => {
    writes += 1;
    return ports.crm.write(...written);
  };
  try {
    return await answered({ ...ports, crm: { ...ports.crm, write } }, viewed, asked);
  } catch (error) {
    const isOpen = writes > 0 && error instanceof SyncError && error.code === 'timeout';
    throw isOpen ? new SyncError('write-unconfirmed', { cause: error }) : error;
  }
}
