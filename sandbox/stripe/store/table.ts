import type { Row } from '../entities/row.ts';

export interface Table<R extends Row> {
  /** `atMs` is when the write happened in the sandbox world. */
  insert(row: R, atMs: number): R;
  update(id: string, change: Partial<R>, atMs: number): R;
  /** Not for tables with groups. */
  remove(id: string): void;
  get(id: string): R | undefined;
  newestFirst(): readonly R[];
  /** Rows with this group key, oldest first. */
  inGroup(key: string): readonly R[];
  /** Newest first, each as it was at `atMs`: what a search index that lags behind knows. */
  asOf(atMs: number): readonly R[];
}

interface Version<R> {
  readonly atMs: number;
  readonly row: R;
}

interface Entry<R> {
  row: R;
  versions: readonly Version<R>[];
}

function insertionPoint(entries: readonly Entry<Row>[], created: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && entry.row.created <= created) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** https://docs.stripe.com/search#data-freshness: searchable within a minute. */
export const SEARCH_LAG_MS = 60 * 1000;

export interface TableOptions<R> {
  readonly groupKey?: (row: R) => string | null;
  /** Beyond it the oldest rows are dropped. Not for tables with groups. */
  readonly maxRows?: number;
}

/** Without the versions that no search can show any more. */
function searchable<R>(versions: readonly Version<R>[], nowMs: number): Version<R>[] {
  const oldest = versions.findLastIndex(({ atMs }) => atMs <= nowMs - SEARCH_LAG_MS);
  return versions.slice(Math.max(oldest, 0));
}

export function createTable<R extends Row>(options: TableOptions<R> = {}): Table<R> {
  const { groupKey, maxRows = Infinity } = options;
  const byId = new Map<string, Entry<R>>();
  const oldestFirst: Entry<R>[] = [];
  const groups = new Map<string, Entry<R>[]>();
  let newest: readonly R[] | undefined;

  const join = (entry: Entry<R>): void => {
    const key = groupKey?.(entry.row) ?? null;
    if (key === null) return;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  };

  return {
    insert(row, atMs) {
      const entry: Entry<R> = { row, versions: [{ atMs, row }] };
      byId.set(row.id, entry);
      oldestFirst.splice(insertionPoint(oldestFirst, row.created), 0, entry);
      join(entry);
      if (oldestFirst.length > maxRows) byId.delete(oldestFirst.shift()?.row.id ?? '');
      newest = undefined;
      return row;
    },
    update(id, change, atMs) {
      const entry = byId.get(id);
      if (entry === undefined) throw new Error(`The sandbox has no row ${id}.`);
      entry.row = { ...entry.row, ...change };
      entry.versions = searchable([...entry.versions, { atMs, row: entry.row }], atMs);
      newest = undefined;
      return entry.row;
    },
    remove(id) {
      const entry = byId.get(id);
      if (entry === undefined) return;
      byId.delete(id);
      oldestFirst.splice(oldestFirst.indexOf(entry), 1);
      newest = undefined;
    },
    get: (id) => byId.get(id)?.row,
    newestFirst() {
      newest ??= oldestFirst.map((entry) => entry.row).reverse();
      return newest;
    },
    inGroup: (key) => (groups.get(key) ?? []).map((entry) => entry.row),
    asOf: (atMs) =>
      oldestFirst
        .flatMap((entry) => entry.versions.findLast((version) => version.atMs <= atMs)?.row ?? [])
        .reverse(),
  };
}
