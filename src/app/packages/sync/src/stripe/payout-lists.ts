import type Stripe from 'stripe';
import { isRefused, PAGE_SIZE } from './lists.ts';
import { itemizedPayout } from './payouts.ts';

/** What a payout has, as far as it was read. */
interface PayoutContents {
  /** IDs of balance transactions. */
  readonly ids: ReadonlySet<string>;
  /** False where there is more: what is missing may be there. */
  readonly isAll: boolean;
}

interface PayoutList {
  /** Oldest first. */
  readonly payouts: readonly Stripe.Payout[];
  readonly isAll: boolean;
}

/** The lists that tell in which payouts a balance transaction is; what was asked once is not asked again. */
export interface PayoutLists {
  /** Made in that time, in seconds since the epoch. */
  readonly madeIn: (from: number, to: number) => Promise<PayoutList>;
  readonly contents: (payoutId: string) => Promise<PayoutContents>;
  /** Only those of one source. */
  readonly ofSource: (payoutId: string, sourceId: string) => Promise<PayoutContents>;
}

/** Of a payout more is not read. */
const MAX_PAGES = 3;

/** Keeps an answer by what was asked, unless it failed. */
function remembered<T>(): (key: string, ask: () => Promise<T>) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key, ask) => {
    const answer = answers.get(key) ?? ask();
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}

/** @param maxCalls after so many all are refused. */
export function payoutLists(stripe: Stripe, maxCalls = Number.POSITIVE_INFINITY): PayoutLists {
  let sent = 0;
  const count = (): void => {
    if (sent >= maxCalls) throw new Error('No more calls for payouts.');
    sent += 1;
  };
  const lists = remembered<PayoutList>();
  const items = remembered<PayoutContents>();
  const readPages = async (payoutId: string): Promise<PayoutContents> => {
    const ids = new Set<string>();
    let after: string | undefined;
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      count();
      const { transactions, next } = await itemizedPayout(stripe, payoutId, after);
      for (const { id } of transactions) ids.add(id);
      if (next === null) return { ids, isAll: true };
      after = next;
    }
    return { ids, isAll: false };
  };
  const contents = (payoutId: string): Promise<PayoutContents> =>
    items(payoutId, () => readPages(payoutId));
  /** That both parameters work together is unconfirmed: where they do not, the payout's pages are read. */
  const readSource = async (payoutId: string, source: string): Promise<PayoutContents> => {
    count();
    try {
      const params = { payout: payoutId, source, limit: PAGE_SIZE };
      const { data } = await stripe.balanceTransactions.list(params);
      return { ids: new Set(data.map(({ id }) => id)), isAll: true };
    } catch (error) {
      if (!isRefused(error)) throw error;
      return contents(payoutId);
    }
  };
  return {
    madeIn: (from, to) =>
      lists(`${String(from)} ${String(to)}`, async () => {
        count();
        const created = { gte: from, lte: to };
        const { data, has_more: hasMore } = await stripe.payouts.list({
          created,
          limit: PAGE_SIZE,
          expand: ['data.failure_balance_transaction'],
        });
        return { payouts: data.toReversed(), isAll: !hasMore };
      }),
    contents,
    ofSource: (payoutId, sourceId) =>
      items(`${payoutId} ${sourceId}`, () => readSource(payoutId, sourceId)),
  };
}
