import type { Payout, PayoutPart, SettledCharge } from '@stripe-payments/core';
import { capturedParts, payoutParts } from '@stripe-payments/core';
import Stripe from 'stripe';
import type { PayoutsFound } from '../stripe-ports.ts';
import type { PayoutLists } from './payout-lists.ts';
import { payoutLists } from './payout-lists.ts';
import { mapPayout, returnOf } from './payouts.ts';

const DAY_SECONDS = 24 * 60 * 60;

/** The longest schedule pays out once a month. */
const MAX_WAIT_SECONDS = 32 * DAY_SECONDS;

/** Days that share a list: with daily payouts in two currencies it still is one page. */
const MAX_SPAN_SECONDS = 30 * DAY_SECONDS;

/** What is asked for one balance transaction: it is in the first payout after it is available, mostly. */
const MAX_PAYOUTS = 4;

/** Of a payout that failed, the one that has its money is looked for in as many. */
const MAX_ROUNDS = 2 * MAX_PAYOUTS;

/** Of a payment that has more, only what was captured is looked for: each can be in a payout of its own. */
const MAX_PARTS = 8;

function searchedParts(charge: SettledCharge): readonly PayoutPart[] {
  const parts = payoutParts(charge);
  return parts.length > MAX_PARTS ? capturedParts(charge) : parts;
}

/** Payouts of the days after a balance transaction was available. */
interface Around {
  readonly payouts: readonly Stripe.Payout[];
  /** True where every payout that there is until now is among them. */
  readonly isAll: boolean;
}

/** Days close to each other share a list. */
async function listsAround(
  lists: PayoutLists,
  parts: readonly PayoutPart[],
  nowSeconds: number,
): Promise<(part: PayoutPart) => Around> {
  const days = [...new Set(parts.map(({ availableOn }) => availableOn))].sort((a, b) => a - b);
  const spans: { first: number; last: number }[] = [];
  for (const day of days) {
    const span = spans.at(-1);
    if (span !== undefined && day - span.first <= MAX_SPAN_SECONDS) span.last = day;
    else spans.push({ first: day, last: day });
  }
  const listed = await Promise.all(
    spans.map(async ({ first, last }) => {
      const until = last + MAX_WAIT_SECONDS;
      const list = await lists.madeIn(first - DAY_SECONDS, until);
      return { ...list, first, last, until };
    }),
  );
  return ({ availableOn }) => {
    const own = listed.find(({ first, last }) => first <= availableOn && availableOn <= last);
    const payouts = (own?.payouts ?? []).filter(
      ({ created }) => created >= availableOn - DAY_SECONDS,
    );
    return { payouts, isAll: own?.isAll === true && own.until >= nowSeconds };
  };
}

/** The first that is made once the money is available, then one of the day before, then the later ones. */
function likeliestFirst(
  payouts: readonly Stripe.Payout[],
  availableOn: number,
): readonly Stripe.Payout[] {
  const [first, ...later] = payouts.filter(({ created }) => created >= availableOn);
  const earlier = payouts.filter(({ created }) => created < availableOn);
  return first === undefined ? earlier : [first, ...earlier, ...later];
}

/** A balance transaction of which the payout is looked for. */
interface Search {
  /** That of the payment, or the return of what a payout had that failed: a later one has it. */
  part: Pick<PayoutPart, 'id' | 'sourceId'>;
  candidates: readonly Stripe.Payout[];
  /** All that were made since a moment, of its currency. */
  readonly madeSince: (seconds: number) => readonly Stripe.Payout[];
  /** True where what is in none of the candidates is in no payout yet. */
  canBeNone: boolean;
  found: Payout | undefined;
}

const hasReturned = ({ status }: Payout): boolean => status === 'failed' || status === 'canceled';

const isOver = ({ found }: Search): boolean => found !== undefined && !hasReturned(found);

/** The money of a payout that failed is in a later one as one balance transaction, that of its return. */
function setFound(search: Search, payout: Stripe.Payout): void {
  const now = mapPayout(payout);
  if (search.found === undefined) search.found = now;
  else {
    const { before = [], ...failed } = search.found;
    search.found = { ...now, before: [...before, failed] };
  }
  const returned = returnOf(payout);
  if (returned === null) return;
  search.part = { id: returned.id, sourceId: payout.id };
  search.candidates = search.madeSince(returned.created).slice(0, MAX_PAYOUTS);
}

/** Several of one payout are looked for in its whole list. */
async function askOne(
  lists: PayoutLists,
  payout: Stripe.Payout,
  searches: readonly Search[],
): Promise<void> {
  const [first, ...others] = searches;
  const source = others.length === 0 ? (first?.part.sourceId ?? null) : null;
  const read = (sourceId: string | null) =>
    sourceId === null ? lists.contents(payout.id) : lists.ofSource(payout.id, sourceId);
  const whole = await read(source);
  for (const search of searches) {
    const { id, sourceId } = search.part;
    const contents = whole.isAll || whole.ids.has(id) ? whole : await read(sourceId);
    if (contents.ids.has(id)) setFound(search, payout);
    // Before its reconciliation is completed Stripe lists nothing of it.
    else if (!contents.isAll || payout.reconciliation_status !== 'completed') {
      search.canBeNone = false;
    }
  }
}

async function searchAll(lists: PayoutLists, searches: readonly Search[]): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const asked = new Map<Stripe.Payout, Search[]>();
    for (const search of searches.filter((each) => !isOver(each))) {
      const [payout, ...later] = search.candidates;
      search.candidates = later;
      if (payout !== undefined) asked.set(payout, [...(asked.get(payout) ?? []), search]);
    }
    if (asked.size === 0) return;
    await Promise.all(
      [...asked].map(([payout, those]) =>
        askOne(lists, payout, those).catch(() => {
          // What cannot be read is unknown, since no figure depends on it.
          for (const search of those) search.canBeNone = false;
        }),
      ),
    );
  }
}

function foundOf(
  charge: SettledCharge,
  searches: ReadonlyMap<string, Search>,
  isByHand: (part: PayoutPart) => boolean,
): PayoutsFound {
  const payouts = new Map<string, Payout | null>();
  for (const { id } of payoutParts(charge)) {
    const { found, canBeNone = false } = searches.get(id) ?? {};
    if (found !== undefined) payouts.set(id, found);
    else if (canBeNone) payouts.set(id, null);
  }
  if (payouts.size > 0) return { status: 'found', payouts };
  return { status: payoutParts(charge).some(isByHand) ? 'not-itemized' : 'unknown' };
}

async function findPayouts(
  lists: PayoutLists,
  charges: readonly SettledCharge[],
  nowSeconds: number,
): Promise<ReadonlyMap<string, PayoutsFound>> {
  const parts = charges
    .flatMap(searchedParts)
    .filter(({ availableOn }) => availableOn <= nowSeconds);
  const around = await listsAround(lists, parts, nowSeconds);
  const ofCurrency = (part: PayoutPart): readonly Stripe.Payout[] =>
    around(part).payouts.filter(({ currency }) => currency === part.currency);
  const isAutomatic = parts.some((part) => ofCurrency(part).some(({ automatic }) => automatic));
  const searches = new Map<string, Search>();
  for (const part of parts) {
    const automatic = ofCurrency(part).filter((payout) => payout.automatic);
    const candidates = likeliestFirst(automatic, part.availableOn);
    const isEvery = around(part).isAll && candidates.length <= MAX_PAYOUTS;
    searches.set(part.id, {
      part,
      candidates: candidates.slice(0, MAX_PAYOUTS),
      madeSince: (seconds) => automatic.filter(({ created }) => created >= seconds),
      canBeNone: isAutomatic && isEvery,
      found: undefined,
    });
  }
  await searchAll(lists, [...searches.values()]);
  const isByHand = (part: PayoutPart): boolean => {
    const known = ofCurrency(part);
    return known.length > 0 && known.every(({ automatic }) => !automatic);
  };
  return new Map(
    charges.map((charge) => [charge.id, foundOf(charge, searches, isByHand)] as const),
  );
}

/** What cannot be read is unknown, since no figure depends on it. */
async function tryFind(
  lists: PayoutLists,
  charges: readonly SettledCharge[],
  nowMs: () => number,
): Promise<ReadonlyMap<string, PayoutsFound>> {
  try {
    return await findPayouts(lists, charges, Math.floor(nowMs() / 1_000));
  } catch (error) {
    const isForbidden = error instanceof Stripe.errors.StripePermissionError;
    const status = isForbidden ? 'no-permission' : 'unknown';
    return new Map(charges.map(({ id }) => [id, { status }] as const));
  }
}

/**
 * Finds the payouts that one payment is in, those of its refunds and disputes too. It never fails. Payments share the
 * lists that they have in common.
 */
export function createPayoutFinder(
  stripe: Stripe,
  nowMs: () => number,
): (charge: SettledCharge) => Promise<PayoutsFound> {
  const lists = payoutLists(stripe);
  return async (charge) =>
    (await tryFind(lists, [charge], nowMs)).get(charge.id) ?? { status: 'unknown' };
}

/** The same of a few payments in a number of calls that is bounded: what was not reached is unknown. */
export const findFewPayouts = (
  stripe: Stripe,
  nowMs: () => number,
  charges: readonly SettledCharge[],
  maxCalls: number,
): Promise<ReadonlyMap<string, PayoutsFound>> =>
  tryFind(payoutLists(stripe, maxCalls), charges, nowMs);
