import type { AskedChange, BillingDone, BillingPrepared } from '@stripe-payments/core';
import type { ViewedRecord } from '../viewed-record.ts';
import type { ActingPorts } from './acting-ports.ts';
import { cardLink } from './card-link.ts';
import { couponChange } from './coupon-changes.ts';
import type { ChangeSteps } from './change-frame.ts';
import type { Approval } from './confirmed.ts';
import { itemChange } from './item-changes.ts';
import { checkPermission, permissionOfChange } from './key-permission.ts';
import { refund } from './refund.ts';
import { requestChange } from './request-changes.ts';
import { subscriptionChange } from './subscription-changes.ts';
import { withLine } from './timeline.ts';

function stepsOf(ports: ActingPorts, viewed: ViewedRecord, change: AskedChange): ChangeSteps {
  switch (change.kind) {
    case 'refund':
      return refund(ports, viewed, change);
    case 'card-link':
      return cardLink(ports, viewed, change);
    case 'change-item':
      return itemChange(ports, viewed, change);
    case 'change-coupon':
      return couponChange(ports, viewed, change);
    case 'deactivate-link':
    case 'send-invoice':
    case 'void-invoice':
    case 'mark-paid':
    case 'mark-uncollectible':
      return requestChange(ports, viewed, change);
    default:
      return subscriptionChange(ports, viewed, change);
  }
}

/** What exactly would be done. Nothing is written. @throws {SyncError} where it would be refused. */
export async function prepareChange(
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: AskedChange,
): Promise<BillingPrepared> {
  const [prepared] = await Promise.all([
    stepsOf(ports, viewed, change).prepare(),
    checkPermission(ports, permissionOfChange(change)),
  ]);
  return prepared;
}

/**
 * Does what was shown, once, with the person who confirmed it where one is needed, and leaves a line on the
 * record's timeline.
 * @throws {SyncError} where nothing is done, and why; `action-unconfirmed` where that is not known.
 */
export const confirmChange = async (
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: AskedChange,
  approval: Approval,
): Promise<BillingDone> =>
  withLine(ports, viewed, await stepsOf(ports, viewed, change).confirm(approval));
