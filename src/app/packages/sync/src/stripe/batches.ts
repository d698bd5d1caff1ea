import { WrongAnswerError } from '../http/answer.ts';
import { PAGE_SIZE } from './lists.ts';

/** Ends when a batch is full enough. */
export type Gather = () => Promise<void>;

const AT_ONCE: Gather = () => Promise.resolve();

/**
 * Answers together what is asked for at the same time, so that one call can serve many.
 * @param answer is given every key of a batch, and answers each.
 */
export function inBatches<K, V>(
  answer: (keys: readonly K[]) => (key: K) => Promise<V>,
  gather: Gather = AT_ONCE,
): (key: K) => Promise<V> {
  interface Waiting {
    readonly key: K;
    readonly resolve: (value: Promise<V>) => void;
  }
  let waiting: readonly Waiting[] = [];
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    const answerEach = answer(batch.map(({ key }) => key));
    for (const { key, resolve } of batch) resolve(answerEach(key));
  };
  return (key) =>
    new Promise((resolve) => {
      waiting = [...waiting, { key, resolve }];
      // After everything that is ready to ask has asked: ticks come when no promise is left to go on.
      if (waiting.length > 1) return;
      void gather().then(() => {
        process.nextTick(flush);
      });
    });
}

interface Page<T> {
  readonly data: readonly T[];
  readonly has_more: boolean;
}

interface PageParams {
  readonly limit: number;
  readonly starting_after?: string;
}

/** Pages that a list of the account has at least: it is not tried again with fewer. */
export type KnownLengths = Map<string, number>;

/** A list that can be asked for by owner, or for all owners of the account. */
export interface SharedList<T, Owner> {
  readonly name: string;
  readonly pageOfAll: (params: PageParams) => Promise<Page<T>>;
  readonly listOf: (owner: Owner) => Promise<readonly T[]>;
  readonly isOf: (item: T, owner: Owner) => boolean;
  /** False for an owner that a list of the whole account leaves out. */
  readonly isInAll: (owner: Owner) => boolean;
}

/** Of the calls that owners would take one by one, what the whole list may take. */
const SHARE_FOR_ALL = 1 / 4;

/** Undefined where there are more pages. @throws {WrongAnswerError} for an object on two pages. */
async function readAll<T extends { readonly id: string }>(
  { pageOfAll }: Pick<SharedList<T, never>, 'pageOfAll'>,
  maxPages: number,
): Promise<readonly T[] | undefined> {
  const items = new Map<string, T>();
  let after: string | undefined;
  for (let pages = 1; pages <= maxPages; pages += 1) {
    const { data, has_more: hasMore } = await pageOfAll({
      limit: PAGE_SIZE,
      ...(after === undefined ? {} : { starting_after: after }),
    });
    for (const item of data) {
      if (items.has(item.id)) throw new WrongAnswerError('A list has an object on two pages.');
      items.set(item.id, item);
    }
    if (!hasMore) return [...items.values()];
    after = data.at(-1)?.id;
  }
  return undefined;
}

/** A terminal's process lives longer than one of a function. */
const MAX_AGE_MS = 15_000;

/**
 * Reads the whole list once for several owners where it is short, as it is in accounts that have few of
 * a kind; else, and for one owner, the list of each.
 */
export function createSharedList<T extends { readonly id: string }, Owner>(
  list: SharedList<T, Owner>,
  {
    lengths,
    nowMs,
    gather,
  }: {
    readonly lengths: KnownLengths;
    readonly nowMs: () => number;
    readonly gather?: Gather;
  },
): (owner: Owner) => Promise<readonly T[]> {
  const { name, listOf, isOf, isInAll } = list;
  let all: Promise<readonly T[] | undefined> | undefined;
  let readAtMs = -Infinity;
  const read = async (maxPages: number): Promise<readonly T[] | undefined> => {
    try {
      const items = await readAll(list, maxPages);
      if (items === undefined) lengths.set(name, maxPages + 1);
      return items;
    } catch {
      // The lists of each owner say what is wrong, if anything is.
      return undefined;
    }
  };
  return inBatches((owners) => {
    const count = new Set(owners.filter(isInAll)).size;
    const maxPages = Math.max(1, Math.floor(count * SHARE_FOR_ALL));
    if (nowMs() - readAtMs > MAX_AGE_MS) all = undefined;
    if (all === undefined && count > 1 && maxPages >= (lengths.get(name) ?? 1)) {
      readAtMs = nowMs();
      all = read(maxPages);
    }
    const reading = all;
    return async (owner) => {
      const items = isInAll(owner) ? await reading : undefined;
      return items?.filter((item) => isOf(item, owner)) ?? listOf(owner);
    };
  }, gather);
}
