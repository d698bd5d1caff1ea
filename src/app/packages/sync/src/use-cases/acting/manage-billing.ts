import type { AskedChange, BillingDone, BillingPrepared } from '@stripe-payments/core';
import type { ViewedRecord } from '../viewed-record.ts';
import type { ActingPorts } from './acting-ports.ts';
import type { Approval } from './confirmed.ts';
import { confirmRefund, prepareRefund } from './refund.ts';
import { confirmRequestChange, prepareRequestChange } from './request-changes.ts';
import { withLine } from './timeline.ts';

/** What exactly would be done. Nothing is written. @throws {SyncError} where it would be refused. */
export async function prepareChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: AskedChange,
): Promise<BillingPrepared> {
  return change.kind === 'refund'
    ? prepareRefund(ports, viewed, change)
    : prepareRequestChange(ports, viewed, change);
}

/**
 * Does what was shown, once, with the person who confirmed it where one is needed.
 * @throws {SyncError} where nothing is done, and why; `action-unconfirmed` where that is not known.
 */
export async function confirmChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: AskedChange,
  approval: Approval,
): Promise<BillingDone> {
  const acted =
    change.kind === 'refund'
      ? await confirmRefund(ports, viewed, change, approval)
      : await confirmRequestChange(ports, viewed, change, approval);
  return withLine(ports, viewed, acted);
}
