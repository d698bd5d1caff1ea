import type { LinkPaymentsParameters, StoredProperties } from '@stripe-payments/core';
import type { Ports } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import { CLAIM_PROPERTIES, claimsOf } from './knowledge/record-claims.ts';
import { adding, removing } from './linking/edit-ids.ts';
import {
  refuseAssignedElsewhere,
  refuseLinkedElsewhere,
  refuseNamedInStripe,
} from './linking/other-claims.ts';
import type { LinkOutcome } from './linking/outcome.ts';
import { NOT_ASKED } from './linking/outcome.ts';
import { parseCustomerReference, parseReference } from './linking/parsed-reference.ts';
import { searchCustomers } from './linking/search.ts';
import { copyAssignment, copyUnassignment } from './linking/stripe-copy.ts';
import { readReferencedObject } from './linking/referenced-object.ts';
import type { ViewedRecord } from './viewed-record.ts';
import { readViewedRecord } from './viewed-record.ts';
import { writeChanges } from './write-properties.ts';

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
  const thing = parseReference(ports.stripe, asked.id);
  const changes = adding('stripe_payment_ids', stored, thing.id);
  if (changes.length > 0) {
    const { ids, claims } = await readReferencedObject(ports.stripe, thing);
    if (viewed.objectType === 'deal') {
      await refuseAssignedElsewhere(ports, viewed, ids);
      const named = claims.filter(({ objectType }) => objectType === 'deal');
      const dealIds = asked.despiteClaim === true ? [] : named.map(({ recordId }) => recordId);
      await refuseNamedInStripe(ports, viewed, dealIds);
    }
    await writeChanges(ports, viewed, changes);
  }
  const isAsked = asked.alsoInStripe === true;
  const stripeCopy = await copyAssignment(ports.stripe, thing, viewed, isAsked);
  return { action: 'assign', id: thing.id, changes, stripeCopy };
}

async function unassign({
  ports,
  viewed,
  stored,
  asked,
}: Change<'unassign'>): Promise<LinkOutcome> {
  const thing = parseReference(ports.stripe, asked.id);
  const changes = removing('stripe_payment_ids', stored, thing.id);
  await writeChanges(ports, viewed, changes);
  const isAsked = asked.alsoInStripe === true;
  const stripeCopy = await copyUnassignment(ports.stripe, thing, viewed, isAsked);
  return { action: 'unassign', id: thing.id, changes, stripeCopy };
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
