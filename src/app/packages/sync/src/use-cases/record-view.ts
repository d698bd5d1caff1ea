import type {
  AttributedCharge,
  Attribution,
  Money,
  Note,
  RecordView,
  ReplyError,
  StoredProperties,
} from '@stripe-payments/core';
import {
  attribute,
  fromDecimal,
  parseIds,
  paymentRow,
  replyError,
  summarize,
} from '@stripe-payments/core';
import type { Ports, RecordRef } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import type { ChargeRead } from './read-charges.ts';
import { readCharges } from './read-charges.ts';

/** The properties that say which payments are the record's, and what it is worth. */
export const VIEW_PROPERTIES = [
  'stripe_customer_id',
  'stripe_payment_ids',
  'amount',
  'deal_currency_code',
] as const;

/** Rows beyond this are in the figures but not in the list, so that a reply stays far below 6 MB. */
const MOST_ROWS = 1_000;

const PAYMENT_PREFIXES = ['pi', 'ch', 'py'];
const PREFIXES_NOT_FOLLOWED = ['in', 'sub', 'cs'];

interface RecordIds {
  readonly customerIds: readonly string[];
  readonly paymentIds: readonly string[];
  readonly problems: readonly ReplyError[];
}

function idsOf(stored: StoredProperties): RecordIds {
  const customers = parseIds(stored['stripe_customer_id'] ?? null, ['cus']);
  const payments = parseIds(stored['stripe_payment_ids'] ?? null, PAYMENT_PREFIXES);
  const notFollowed = parseIds(payments.rejected.join(' '), PREFIXES_NOT_FOLLOWED);
  const rejected = [...customers.rejected, ...notFollowed.rejected];
  const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');
  const problems: ReplyError[] = [];
  if (rejected.length > 0) problems.push(replyError('bad-id', { detail: quoted(rejected) }));
  if (notFollowed.ids.length > 0) {
    problems.push(replyError('unsupported-id', { detail: quoted(notFollowed.ids) }));
  }
  return { customerIds: customers.ids, paymentIds: payments.ids, problems };
}

async function dealAmount(ports: Ports, stored: StoredProperties): Promise<Money | null> {
  const amount = stored['amount'] ?? '';
  if (amount === '') return null;
  const named = stored['deal_currency_code'] ?? '';
  const currency = named === '' ? await ports.crm.accountCurrency() : named.toLowerCase();
  return currency === null ? null : (fromDecimal(amount, currency) ?? null);
}

interface Completed {
  readonly counted: readonly AttributedCharge[];
  readonly problems: readonly ReplyError[];
}

/** Without its disputes a charge's net would be too high, so a failure here is a problem, never silence. */
async function complete(
  { stripe }: Ports,
  attributed: readonly AttributedCharge[],
): Promise<Completed> {
  const problems = new Map<string, ReplyError>();
  const completed = await Promise.all(
    attributed.map(async (entry) => {
      try {
        return { ...entry, charge: await stripe.completed(entry.charge) };
      } catch (error) {
        const failure =
          error instanceof SyncError ? error : new SyncError('unexpected', { cause: error });
        problems.set(`${failure.code}/${failure.detail ?? ''}`, failure.toReplyError());
        return entry;
      }
    }),
  );
  return { counted: completed, problems: [...problems.values()] };
}

function notesOf(
  read: ChargeRead,
  linkedCustomerIds: readonly string[],
  { counted, ambiguous }: Attribution,
  { summary, payments }: Pick<RecordView, 'summary' | 'payments'>,
): readonly Note[] {
  const notes: Note[] = [];
  if (ambiguous.length > 0) notes.push({ kind: 'ambiguous', paymentIds: ambiguous });
  if (read.isSearchUnavailable) notes.push({ kind: 'search-unavailable' });
  const placed = new Set([...counted.map(({ charge }) => charge.id), ...ambiguous]);
  const claimedElsewhere = read.charges.filter(
    ({ id, customerId }) =>
      !placed.has(id) && customerId !== null && linkedCustomerIds.includes(customerId),
  );
  if (claimedElsewhere.length > 0) {
    notes.push({ kind: 'claimed-elsewhere', count: claimedElsewhere.length });
  }
  if (payments.length < counted.length) {
    notes.push({ kind: 'rows-omitted', shown: payments.length, total: counted.length });
  }
  const { flagged } = summary.ledger;
  if (flagged.length > 0) notes.push({ kind: 'unclassified', flagged });
  return notes;
}

/**
 * Reads a record's payments from Stripe and makes its view.
 * @throws {SyncError} where nothing could be read. A view with `problems` is incomplete.
 */
export async function readRecordView(
  ports: Ports,
  record: RecordRef,
  stored: StoredProperties,
): Promise<RecordView> {
  const asOfMs = ports.clock.nowMs();
  const { customerIds, paymentIds, problems } = idsOf(stored);
  const [read, accountId, amount] = await Promise.all([
    readCharges(ports.stripe, { ...record, customerIds, paymentIds }),
    ports.stripe.accountId(),
    dealAmount(ports, stored),
  ]);
  const { counted: found, ambiguous } = attribute(read.charges, {
    ...record,
    linkedCustomerIds: new Set(customerIds),
    assignedPaymentIds: new Set(paymentIds),
  });
  const completed = await complete(ports, found);
  const attribution: Attribution = { counted: completed.counted, ambiguous };
  const summary = summarize(attribution);
  const payments = completed.counted.slice(0, MOST_ROWS).map(paymentRow);
  return {
    recordId: record.recordId,
    mode: ports.stripe.mode,
    accountId,
    asOfMs,
    linkedCustomerIds: customerIds,
    dealAmount: amount,
    summary,
    payments,
    notes: notesOf(read, customerIds, attribution, { summary, payments }),
    problems: [...problems, ...read.problems, ...completed.problems],
  };
}
