import type {
  FoundCustomer,
  LinkPaymentsParameters,
  PropertyChange,
  StoredProperties,
  StripeCopy,
} from '@stripe-payments/core';
import { withId, withoutId } from '@stripe-payments/core';
import type { PaymentSource, Ports, RecordRef } from '../../ports.ts';
import { SyncError, asSyncError } from '../../sync-error.ts';
import { CLAIM_PROPERTIES, claimsOf } from '../collect/record-claims.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import { readViewedRecord, writeChanges } from '../viewed-record.ts';
import {
  refuseAssignedElsewhere,
  refuseLinkedElsewhere,
  refuseNamedInStripe,
} from './other-claims.ts';
import type { ParsedReference } from './references.ts';
import {
  parseCustomerReference,
  parseReference,
  readReferencedObject,
  searchCustomers,
} from './references.ts';

/** What the function replies, without the `ok`. */
export type LinkOutcome =
  | { readonly action: 'search'; readonly customers: readonly FoundCustomer[] }
  | {
      readonly action: 'link' | 'unlink' | 'assign' | 'unassign';
      readonly id: string;
      readonly changes: readonly PropertyChange[];
      readonly stripeCopy: StripeCopy;
    };

const NOT_ASKED: StripeCopy = { status: 'not-asked' };

/** HubSpot's limit of a text property, in characters. */
const MAX_CHARACTERS = 65_536;

type IdProperty = 'stripe_customer_id' | 'stripe_payment_ids';

function changeOf(name: IdProperty, stored: StoredProperties, to: string): PropertyChange[] {
  const from = stored[name] ?? '';
  if (to.length > MAX_CHARACTERS) throw new SyncError('too-many-ids');
  return from === to ? [] : [{ name, from, to }];
}

/** No change where the id is there already. @throws {SyncError} `too-many-ids` */
const adding = (
  name: IdProperty,
  stored: StoredProperties,
  id: string,
): readonly PropertyChange[] => changeOf(name, stored, withId(stored[name] ?? null, id));

/** No change where the id is not there. */
const removing = (
  name: IdProperty,
  stored: StoredProperties,
  id: string,
): readonly PropertyChange[] => changeOf(name, stored, withoutId(stored[name] ?? null, id));

/** The assignment in HubSpot is kept, also when the copy in Stripe fails. */
async function reported(isAsked: boolean, copy: () => Promise<void>): Promise<StripeCopy> {
  if (!isAsked) return NOT_ASKED;
  try {
    await copy();
    return { status: 'written' };
  } catch (error) {
    return { status: 'failed', error: asSyncError(error).failure };
  }
}

/** Names the record in the object's metadata. */
const copyAssignment = (
  stripe: PaymentSource,
  { kind, id }: ParsedReference,
  { objectType, recordId }: RecordRef,
  isAsked: boolean,
): Promise<StripeCopy> =>
  reported(isAsked, () => stripe.writeClaim(kind, id, { objectType, recordId }));

/** Takes the record's name out of the metadata, where it is this record's. */
const copyUnassignment = (
  stripe: PaymentSource,
  { kind, id }: ParsedReference,
  { objectType, recordId }: RecordRef,
  isAsked: boolean,
): Promise<StripeCopy> =>
  reported(isAsked, async () => {
    const claims = await stripe.metadataClaims(kind, id);
    const isNamed = claims.some(
      (claim) => claim.objectType === objectType && claim.recordId === recordId,
    );
    if (isNamed) await stripe.writeClaim(kind, id, { objectType, recordId: null });
  });

interface Change<A extends LinkPaymentsParameters['action']> {
  readonly ports: Ports;
  readonly viewed: ViewedRecord;
  readonly stored: StoredProperties;
  readonly asked: Extract<LinkPaymentsParameters, { readonly action: A }>;
}

async function link({
  ports,
  viewed,
  stored,
  asked,
}: Change<'link' | 'unlink'>): Promise<LinkOutcome> {
  const { stripe } = ports;
  const id = parseCustomerReference(stripe, asked.customerId);
  const changes = adding('stripe_customer_id', stored, id);
  if (changes.length > 0) {
    if ((await stripe.customer(id)) === null) throw new SyncError('unknown-customer');
    if (viewed.objectType === 'deal') await refuseLinkedElsewhere(ports, viewed, id);
    await writeChanges(ports, viewed, changes);
  }
  return { action: 'link', id, changes, stripeCopy: NOT_ASKED };
}

async function unlink({
  ports,
  viewed,
  stored,
  asked,
}: Change<'link' | 'unlink'>): Promise<LinkOutcome> {
  const id = parseCustomerReference(ports.stripe, asked.customerId);
  const changes = removing('stripe_customer_id', stored, id);
  await writeChanges(ports, viewed, changes);
  return { action: 'unlink', id, changes, stripeCopy: NOT_ASKED };
}

async function assign({ ports, viewed, stored, asked }: Change<'assign'>): Promise<LinkOutcome> {
  const reference = parseReference(ports.stripe, asked.id);
  const changes = adding('stripe_payment_ids', stored, reference.id);
  if (changes.length > 0) {
    const { ids, claims } = await readReferencedObject(ports.stripe, reference);
    if (viewed.objectType === 'deal') {
      await refuseAssignedElsewhere(ports, viewed, ids);
      const named = claims.filter(({ objectType }) => objectType === 'deal');
      const dealIds = asked.despiteClaim === true ? [] : named.map(({ recordId }) => recordId);
      await refuseNamedInStripe(ports, viewed, dealIds);
    }
    await writeChanges(ports, viewed, changes);
  }
  const isAsked = asked.alsoInStripe === true;
  const stripeCopy = await copyAssignment(ports.stripe, reference, viewed, isAsked);
  return { action: 'assign', id: reference.id, changes, stripeCopy };
}

async function unassign({
  ports,
  viewed,
  stored,
  asked,
}: Change<'unassign'>): Promise<LinkOutcome> {
  const reference = parseReference(ports.stripe, asked.id);
  const changes = removing('stripe_payment_ids', stored, reference.id);
  await writeChanges(ports, viewed, changes);
  const isAsked = asked.alsoInStripe === true;
  const stripeCopy = await copyUnassignment(ports.stripe, reference, viewed, isAsked);
  return { action: 'unassign', id: reference.id, changes, stripeCopy };
}

/**
 * Says which customers and payments are the record's, or finds a customer to say it of. One write to
 * HubSpot, none where it is so already; what people wrote beside it stays.
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
      return {
        action: 'search',
        customers: await searchCustomers(ports.stripe, record, asked.query),
      };
    }
    case 'link':
      return link({ ...change, asked });
    case 'unlink':
      return unlink({ ...change, asked });
    case 'assign':
      return assign({ ...change, asked });
    case 'unassign':
      return unassign({ ...change, asked });
  }
}
