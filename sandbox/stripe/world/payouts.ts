import type { BalanceTransactionRow, PayoutRow } from '../entities/account.ts';
import { createdAt, timeOf, WorldRefusal, type WorldContext } from './context.ts';
import { recordPayout } from './events.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const MONDAY = 1;

const weekday = (dayMs: number): number => new Date(dayMs).getUTCDay();
const isWeekday = (dayMs: number): boolean => weekday(dayMs) !== 0 && weekday(dayMs) !== 6;

/** The next midnight UTC on which the day is of that kind. */
function nextDay(afterMs: number, isDay: (dayMs: number) => boolean): number {
  let dayMs = (Math.floor(afterMs / DAY_MS) + 1) * DAY_MS;
  while (!isDay(dayMs)) dayMs += DAY_MS;
  return dayMs;
}

/** The first day of the schedule after a moment. */
function nextPayday({ payouts }: WorldContext, afterMs: number): number {
  return nextDay(afterMs, (dayMs) =>
    payouts.schedule === 'weekly' ? weekday(dayMs) === MONDAY : isWeekday(dayMs),
  );
}

type Step = 'arrive' | 'reconcile' | 'send';

export interface PayoutStep {
  readonly id: string;
  readonly step: Step;
  readonly atMs: number;
}

function moveMoney(
  context: WorldContext,
  payout: Pick<PayoutRow, 'amount' | 'currency' | 'id'>,
  type: 'payout' | 'payout_cancel' | 'payout_failure',
  atMs: number,
): BalanceTransactionRow {
  const isOut = type === 'payout';
  return context.store.balanceTransactions.insert(
    {
      id: context.payouts.ids.next('txn_1'),
      created: createdAt(atMs),
      amount: isOut ? -payout.amount : payout.amount,
      currency: payout.currency,
      fee: 0,
      feeDetails: [],
      exchangeRate: null,
      availableOn: createdAt(atMs),
      description: isOut ? 'STRIPE PAYOUT' : null,
      reportingCategory: isOut ? 'payout' : 'payout_reversal',
      type,
      source: payout.id,
      fundsType: 'card',
    },
    atMs,
  );
}

export interface NewPayout {
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  /** Default `standard`: it arrives on the next weekday; an instant one at once. */
  readonly method?: 'instant' | 'standard';
  readonly atMs?: number;
}

function makePayout(
  context: WorldContext,
  { amount, currency, method = 'standard' }: NewPayout,
  items: readonly string[] | null,
  atMs: number,
): PayoutRow {
  const id = context.payouts.ids.next('po_1');
  const arrivalMs = method === 'instant' ? atMs : nextDay(atMs, isWeekday);
  const row: PayoutRow = {
    id,
    created: createdAt(atMs),
    amount,
    arrivalDate: createdAt(Math.floor(arrivalMs / DAY_MS) * DAY_MS),
    isAutomatic: items !== null,
    currency,
    destination: context.payouts.destination,
    method,
    status: 'pending',
    reconciliationStatus: items === null ? 'not_applicable' : 'in_progress',
    traceId: null,
    failureCode: null,
    balanceTransaction: moveMoney(context, { id, amount, currency }, 'payout', atMs).id,
    failureBalanceTransaction: null,
    items: items ?? [],
  };
  context.store.payouts.insert(row, atMs);
  recordPayout(context, 'payout.created', row, atMs);
  context.payouts.due.push(
    { id, step: 'send', atMs: atMs + (method === 'instant' ? 0 : 4 * HOUR_MS) },
    ...(items === null ? [] : [{ id, step: 'reconcile' as const, atMs: atMs + 6 * HOUR_MS }]),
    { id, step: 'arrive', atMs: method === 'instant' ? atMs + HOUR_MS : arrivalMs },
  );
  return row;
}

/** A payout that a person or their program sends: Stripe does not say which payments are in it. */
export function sendPayout(context: WorldContext, request: NewPayout): PayoutRow {
  const atMs = timeOf(context, request.atMs);
  const now = createdAt(atMs);
  const available = context.store.balanceTransactions
    .newestFirst()
    .filter((row) => row.currency === request.currency && row.availableOn <= now)
    .reduce((sum, row) => sum + row.amount - row.fee, 0);
  if (request.amount <= 0 || request.amount > available) {
    throw new WorldRefusal(`Of ${request.currency} ${String(available)} can be paid out.`);
  }
  return makePayout(context, request, null, atMs);
}

function changePayout(
  context: WorldContext,
  row: PayoutRow,
  change: Partial<PayoutRow>,
  atMs: number,
): PayoutRow {
  return context.store.payouts.update(row.id, change, atMs);
}

function takeStep(context: WorldContext, { id, step, atMs }: PayoutStep): void {
  const row = context.store.payouts.get(id);
  if (row === undefined || row.status === 'failed' || row.status === 'canceled') return;
  const traceId = `TRC${id.slice(-12)}`;
  const changes = {
    send: [{ status: 'in_transit' }, 'payout.updated'],
    reconcile: [{ reconciliationStatus: 'completed' }, 'payout.reconciliation_completed'],
    arrive: [{ status: 'paid', traceId }, 'payout.paid'],
  } as const;
  const [change, event] = changes[step];
  recordPayout(context, event, changePayout(context, row, change, atMs), atMs);
}

function thePayout({ store }: WorldContext, id: string): PayoutRow {
  const row = store.payouts.get(id);
  if (row === undefined) throw new WorldRefusal(`There is no payout ${id}.`);
  return row;
}

/**
 * The bank sends it back, also days after it was paid. The money returns by a balance transaction of its
 * own, which the next payout pays out; what was in the failed one stays listed there.
 */
export function failPayout(context: WorldContext, id: string, code = 'account_closed'): PayoutRow {
  const atMs = context.clock.nowMs();
  letPayoutsPass(context, atMs);
  const row = thePayout(context, id);
  if (row.status === 'failed' || row.status === 'canceled') {
    throw new WorldRefusal(`The payout ${id} is ${row.status}.`);
  }
  const failureBalanceTransaction = moveMoney(context, row, 'payout_failure', atMs).id;
  const change = { status: 'failed', failureCode: code, failureBalanceTransaction } as const;
  const failed = changePayout(context, row, change, atMs);
  recordPayout(context, 'payout.failed', failed, atMs);
  return failed;
}

export function cancelPayout(context: WorldContext, id: string): PayoutRow {
  const atMs = context.clock.nowMs();
  letPayoutsPass(context, atMs);
  const row = thePayout(context, id);
  if (row.status !== 'pending') throw new WorldRefusal(`The payout ${id} is ${row.status}.`);
  const failureBalanceTransaction = moveMoney(context, row, 'payout_cancel', atMs).id;
  const change = { status: 'canceled', failureBalanceTransaction } as const;
  const canceled = changePayout(context, row, change, atMs);
  recordPayout(context, 'payout.canceled', canceled, atMs);
  return canceled;
}

function takeDueSteps(context: WorldContext, untilMs: number): void {
  const { payouts } = context;
  if (!payouts.due.some(({ atMs }) => atMs <= untilMs)) return;
  const due = payouts.due.filter(({ atMs }) => atMs <= untilMs);
  payouts.due = payouts.due.filter(({ atMs }) => atMs > untilMs);
  for (const step of due.toSorted((one, other) => one.atMs - other.atMs)) takeStep(context, step);
}

/** What has not been paid out, by the day on which it can be and by currency, in the order of days. */
function itemsByPayday(
  context: WorldContext,
  untilMs: number,
): ReadonlyMap<number, ReadonlyMap<string, readonly BalanceTransactionRow[]>> {
  const { payouts, store } = context;
  const days = new Map<number, Map<string, BalanceTransactionRow[]>>();
  for (const row of store.balanceTransactions.newestFirst().toReversed()) {
    if (row.reportingCategory === 'payout' || payouts.paidOut.has(row.id)) continue;
    const availableMs = Math.max(row.availableOn, row.created) * 1000 - 1;
    const dayMs = nextPayday(context, Math.max(availableMs, payouts.doneUntilMs));
    if (dayMs > untilMs) continue;
    const day = days.get(dayMs) ?? new Map<string, BalanceTransactionRow[]>();
    day.set(row.currency, [...(day.get(row.currency) ?? []), row]);
    days.set(dayMs, day);
  }
  return new Map([...days].sort(([one], [other]) => one - other));
}

/** What is owed waits for the next payout. */
function payOut(context: WorldContext, untilMs: number): void {
  const { payouts } = context;
  const owed = new Map<string, readonly BalanceTransactionRow[]>();
  for (const [dayMs, currencies] of itemsByPayday(context, untilMs)) {
    for (const [currency, rows] of currencies) {
      const items = [...(owed.get(currency) ?? []), ...rows];
      const amount = items.reduce((sum, row) => sum + row.amount - row.fee, 0);
      owed.set(currency, amount > 0 ? [] : items);
      if (amount <= 0) continue;
      const ids = items.map(({ id }) => id);
      for (const id of ids) payouts.paidOut.add(id);
      makePayout(context, { amount, currency }, ids, dayMs);
    }
  }
}

/** Everything that time alone brings about, up to then. */
export function letPayoutsPass(context: WorldContext, untilMs: number): void {
  const { payouts } = context;
  if (payouts.schedule !== 'manual' && nextPayday(context, payouts.doneUntilMs) <= untilMs) {
    payOut(context, untilMs);
    payouts.doneUntilMs = Math.floor(untilMs / DAY_MS) * DAY_MS;
  }
  takeDueSteps(context, untilMs);
}
