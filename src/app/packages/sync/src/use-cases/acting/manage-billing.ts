import type { AskedChange, BillingDone, BillingPrepared } from '@stripe-payments/core';
import type { ViewedRecord } from '../viewed-record.ts';
import type { ActingPorts } from './acting-ports.ts';
import { confirmCardLink, prepareCardLink } from './card-link.ts';
import type { Approval } from './confirmed.ts';
import { confirmRefund, prepareRefund } from './refund.ts';
import { confirmRequestChange, prepareRequestChange } from './request-changes.ts';
import { confirmSubscriptionChange, prepareSubscriptionChange } from './subscription-changes.ts';
import type { Acted } from './timeline.ts';
import { withLine } from './timeline.ts';

/** What exactly would be done. Nothing is written. @throws {SyncError} where it would be refused. */
export async function prepareChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: AskedChange,
): Promise<BillingPrepared> {
  switch (change.kind) {
    case 'refund':
      return prepareRefund(ports, viewed, change);
    case 'card-link':
      return prepareCardLink(ports, viewed, change);
    case 'deactivate-link':
    case 'send-invoice':
    case 'void-invoice':
    case 'mark-paid':
    case 'mark-uncollectible':
      return prepareRequestChange(ports, viewed, change);
    default:
      return prepareSubscriptionChange(ports, viewed, change);
  }
}

function acted(
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: AskedChange,
  approval: Approval,
): Promise<Acted<Omit<BillingDone, 'line'>>> {
  switch (change.kind) {
    case 'refund':
      return confirmRefund(ports, viewed, change, approval);
    case 'card-link':
      return confirmCardLink(ports, viewed, change, approval);
    case 'deactivate-link':
    case 'send-invoice':
    case 'void-invoice':
    case 'mark-paid':
    case 'mark-uncollectible':
      return confirmRequestChange(ports, viewed, change, approval);
    default:
      return confirmSubscriptionChange(ports, viewed, change, approval);
  }
}

/**
 * Does what was shown, once, with the person who confirmed it where one is needed, and leaves a line on the
 * record's timeline.
 * @throws {SyncError} where nothing is done, and why; `action-unconfirmed` where that is not known.
 */
export async function confirmChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: AskedChange,
  approval: Approval,
): Promise<BillingDone> {
  return withLine(ports, viewed, await acted(ports, viewed, change, approval));
}
