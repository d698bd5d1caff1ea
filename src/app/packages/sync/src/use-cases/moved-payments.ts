import type { MovedPayment, RecordLink, StoredProperties } from '@stripe-payments/core';
import { movedLine, movedPaymentsIn } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../ports.ts';
import { changeIds } from './change-ids.ts';

/** What a deal tells of payments that were moved. Without it a view is complete too. */
export const MOVED_PAYMENTS = 'stripe_moved_payments';

export interface Telling {
  readonly action: 'add' | 'remove';
  readonly moved: MovedPayment;
}

/** Writes moves on one of their deals, or removes them there. An archived property tells nothing. */
export async function tell(
  ports: Ports,
  deal: RecordLink,
  tellings: readonly Telling[],
): Promise<void> {
  if (tellings.length === 0) return;
  const { stored } = await ports.crm.saved(deal, [MOVED_PAYMENTS], MOVED_PAYMENTS);
  if (!Object.hasOwn(stored, MOVED_PAYMENTS)) return;
  const changes = tellings.map(({ action, moved }) => ({ action, id: movedLine(moved) }));
  await changeIds(ports, deal, { property: MOVED_PAYMENTS, stored, changes });
}

/** A move is noted before its payment is assigned: a sync in between would take the line back. */
const SETTLES_MS = 60_000;

/** Takes back the lines of payments that count on the deal again. */
export async function takeBackReturned(
  ports: Ports,
  deal: RecordRef,
  stored: StoredProperties,
  {
    payments,
    asOfMs,
  }: { readonly payments: readonly { readonly id: string }[]; readonly asOfMs: number },
): Promise<void> {
  const here = new Set(payments.map(({ id }) => id));
  const returned = movedPaymentsIn(stored[MOVED_PAYMENTS]).filter(
    ({ id, to, atMs }) =>
      to.recordId !== deal.recordId && here.has(id) && atMs < asOfMs - SETTLES_MS,
  );
  await tell(
    ports,
    deal,
    returned.map((moved) => ({ action: 'remove', moved })),
  );
}
