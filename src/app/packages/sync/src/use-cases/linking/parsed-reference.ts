import { parsePastedId } from '@stripe-payments/core';
import type { PaymentSource, WritableKind } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';

export interface ParsedReference {
  readonly kind: WritableKind;
  readonly id: string;
}

function refuseOtherMode({ mode }: PaymentSource, told: 'live' | 'test' | undefined): void {
  if (told !== undefined && told !== mode) throw new SyncError('wrong-mode');
}

/** @throws {SyncError} `bad-pasted-id`, or `wrong-mode` where the text tells it. */
export function parseCustomerReference(stripe: PaymentSource, text: string): string {
  const pasted = parsePastedId(text);
  if (pasted?.kind !== 'customer') throw new SyncError('bad-pasted-id');
  refuseOtherMode(stripe, pasted.mode);
  return pasted.id;
}

/** @throws {SyncError} `bad-pasted-id`, or `wrong-mode` where the text tells it. */
export function parseReference(stripe: PaymentSource, text: string): ParsedReference {
  const pasted = parsePastedId(text);
  if (pasted === undefined || pasted.kind === 'customer') throw new SyncError('bad-pasted-id');
  refuseOtherMode(stripe, pasted.mode);
  return { kind: pasted.kind, id: pasted.id };
}
