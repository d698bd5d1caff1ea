import type { InvoicePreview } from '@stripe-payments/core';
import { money } from '@stripe-payments/core';
import type {
  ItemToChange,
  StoredSubscription,
} from '../../../../src/app/packages/sync/src/use-cases/acting/acting-ports.ts';
import type { StripeState } from './fake-state.ts';

const unitOf = ({ item, unit }: ItemToChange): number => (unit ?? item.unit)?.minor ?? 0;

/** The rest of the period, given back and billed anew, in minor units. */
function prorated({ item, ...change }: ItemToChange): readonly [number, number] {
  const { periodStart, periodEnd } = item;
  const share = (periodEnd - change.prorationDate) / (periodEnd - periodStart);
  const before = (item.unit?.minor ?? 0) * (item.quantity ?? 0);
  return [
    0 - Math.round(before * share),
    Math.round(unitOf({ item, ...change }) * change.quantity * share),
  ];
}

export const differenceOf = (change: ItemToChange): number =>
  change.billing === 'none' ? 0 : prorated(change)[0] + prorated(change)[1];

/** What the next invoice has of earlier changes is on it as well. */
export function previewIn({ differences }: StripeState, change: ItemToChange): InvoicePreview {
  const usd = (minor: number) => money(minor, 'usd');
  const lines = change.billing === 'none' ? [] : prorated(change);
  const recurring = change.billing === 'now' ? [] : [unitOf(change) * change.quantity];
  const pending = differences.reduce((sum, { next }) => sum + next, 0);
  const all = [...lines, ...recurring, ...(pending === 0 ? [] : [pending])];
  const total = all.reduce((sum, each) => sum + each, 0);
  return {
    lines: all.map((minor) => ({ label: null, amount: usd(minor), isProration: false })),
    ...{ discount: usd(0), tax: usd(0), total: usd(total), due: usd(Math.max(0, total)) },
  };
}

/** The subscription as the change leaves it. */
export function itemChanged(
  before: StoredSubscription,
  { item, quantity, unit }: ItemToChange,
): Partial<StoredSubscription> {
  const after = {
    ...item,
    quantity,
    ...(unit !== null && { unit, priceId: `${item.priceId}_${String(unit.minor)}` }),
  };
  const items = before.items.map((each) => (each.id === item.id ? after : each));
  return { items, price: money((after.unit?.minor ?? 0) * quantity, 'usd') };
}
