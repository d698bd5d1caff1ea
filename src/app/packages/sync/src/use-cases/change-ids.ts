import type { PropertyChange, StoredProperties } from '@stripe-payments/core';
import {
  CUSTOMER_ID_PREFIXES,
  parseIds,
  PAYMENT_ID_PREFIXES,
  withId,
  withMovedLine,
  withoutId,
  withoutMovedLine,
} from '@stripe-payments/core';
import type { Ports, RecordRef } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import { writeAndReadBack } from './viewed-record.ts';

/** The properties that people and this product both write: lists of ids. */
export type IdProperty =
  'stripe_customer_id' | 'stripe_payment_ids' | 'stripe_excluded_payment_ids';

/** A list of ids or of lines that two calls may change at once. */
type ListProperty = IdProperty | 'stripe_moved_payments';

/** One id or line that is put into a list, or taken out of it. */
export interface IdChange {
  readonly action: 'add' | 'remove';
  readonly id: string;
}

/** HubSpot's limit of a text property, in characters. */
const MAX_CHARACTERS = 65_536;

const opposite = ({ action, id }: IdChange): IdChange => ({
  action: action === 'add' ? 'remove' : 'add',
  id,
});

const APPLY = {
  ids: { add: withId, remove: withoutId },
  lines: { add: withMovedLine, remove: withoutMovedLine },
};

const applied = (property: ListProperty, text: string, changes: readonly IdChange[]): string => {
  const apply = property === 'stripe_moved_payments' ? APPLY.lines : APPLY.ids;
  return changes.reduce((before, { action, id }) => apply[action](before, id), text);
};

/** The ids in the text of such a property. */
export const idsIn = (property: IdProperty, text: string): readonly string[] => {
  const prefixes = property === 'stripe_customer_id' ? CUSTOMER_ID_PREFIXES : PAYMENT_ID_PREFIXES;
  return parseIds(text, prefixes).ids;
};

const itemsIn = (property: ListProperty, text: string): readonly string[] =>
  property === 'stripe_moved_payments' ? text.split('\n') : idsIn(property, text);

/** What has to be done to the first text so that it has the ids of the second. */
function differences(property: ListProperty, before: string, after: string): readonly IdChange[] {
  const [left, right] = [itemsIn(property, before), itemsIn(property, after)];
  return [
    ...right.filter((id) => !left.includes(id)).map((id) => ({ action: 'add', id }) as const),
    ...left.filter((id) => !right.includes(id)).map((id) => ({ action: 'remove', id }) as const),
  ];
}

/** Writes of one call, where others write the same property at the same moment. */
const MAX_WRITES = 8;

/**
 * Changes ids in a list that others may be changing. HubSpot has no conditional update and the last
 * write wins, so the property's history is read afterwards: what this write skipped is added to it, and
 * what was written over it is written again.
 * @param stored what was read of the record, with the property.
 * @returns the change; none where it was so already.
 * @throws {SyncError} `too-many-ids`; `write-unconfirmed` where it cannot be seen afterwards.
 */
export async function changeIds(
  ports: Ports,
  record: RecordRef,
  {
    property,
    stored,
    changes,
  }: {
    readonly property: ListProperty;
    readonly stored: StoredProperties;
    readonly changes: readonly IdChange[];
  },
): Promise<readonly PropertyChange[]> {
  const from = stored[property] ?? '';
  const pending: IdChange[] = [...changes];
  let known = from;
  for (let write = 1; write <= MAX_WRITES; write += 1) {
    const wanted = applied(property, known, pending);
    if (wanted.length > MAX_CHARACTERS) throw new SyncError('too-many-ids');
    if (wanted === known) return from === known ? [] : [{ name: property, from, to: known }];
    const saved = await writeAndReadBack(ports, record, { [property]: wanted }, property);
    const values = saved.versions.map(({ value }) => value);
    const own = values.indexOf(wanted);
    // Stale writes differ in their own change too, so this one was meant.
    if (own > 0 && values[own - 1] === applied(property, wanted, changes.map(opposite))) {
      return [{ name: property, from, to: wanted }];
    }
    const skipped = own < 0 ? undefined : values[own + 1];
    if (skipped !== undefined && skipped !== known) {
      pending.push(...differences(property, known, skipped));
    }
    known = values[0] ?? saved.stored[property] ?? '';
  }
  throw new SyncError('write-unconfirmed');
}
