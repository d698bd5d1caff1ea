import type { Row } from '../entities/row.ts';

export interface Table<R extends Row> {
  /** `atMs` is when the write happened in the sandbox world. */
  insert(row: R, atMs: number): R;
  update(id: string, change: Partial<R>, atMs: number): R;
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
  readonly versions: Version<R>[];
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

export function createTable<R extends Row>(groupKey?: (row: R) => string | null): Table<R> {
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
      newest = undefined;
      return row;
    },
    update(id, change, atMs) {
      const entry = byId.get(id);
      if (entry === undefined) throw new Error(`The sandbox has no row ${id}.`);
      entry.row = { ...entry.row, ...change };
      entry.versions.push({ atMs, row: entry.row });
      newest = undefined;
      return entry.row;
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
