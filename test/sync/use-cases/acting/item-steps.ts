import type { AskedChange, BillingPrepared } from '@stripe-payments/core';
import { prepareChange } from '../../../../src/app/packages/sync/src/use-cases/acting/manage-billing.ts';
import type { World } from './fake-world.ts';
import { deal } from './fake-world.ts';

export type ItemChange = Extract<AskedChange, { readonly kind: 'change-item' }>;

/** Five instead of two of the one item. */
export const asked = (overrides: Partial<ItemChange> = {}): ItemChange => ({
  kind: 'change-item',
  id: 'sub_1',
  itemId: 'si_1',
  quantity: 5,
  unit: null,
  billing: 'next-invoice',
  ...overrides,
});

/** Reviewed, and confirmed by a user. */
export async function approved(world: World, change: ItemChange) {
  const prepared = await prepareChange(world.ports(), deal, change);
  const text = prepared.confirmation?.text ?? '';
  world.enter(text);
  return { prepared, approval: { digest: prepared.digest, confirmation: text } };
}

export function shownIn({ preview: shown }: BillingPrepared) {
  if (shown.kind !== 'change-item') throw new Error('A change of an item was asked for.');
  return shown;
}

export const item = ({ stripe }: World) => stripe.subscriptions.get('sub_1')?.items[0];
