import type { CrmRecord } from '../model/entities.ts';
import type { PropertyValues } from '../values/check-values.ts';
import type { WriteStamp } from './record-values.ts';
import { currentValue } from './record-values.ts';

/** Properties of which a merge keeps the other's value as an additional one. */
const ADDITIONAL: Readonly<Record<string, string>> = {
  email: 'hs_additional_emails',
  domain: 'hs_additional_domains',
};

/** The values of the record that two become. */
export function mergedValues(primary: CrmRecord, other: CrmRecord): PropertyValues {
  const valuesOf = (record: CrmRecord): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...record.history.keys()].flatMap((name) => {
        const value = currentValue(record, name);
        return value === null ? [] : [[name, value]];
      }),
    );
  const [first, second] = [valuesOf(primary), valuesOf(other)];
  const joined = (...texts: readonly (string | undefined)[]): string =>
    [...new Set(texts.flatMap((text) => text?.split(';') ?? []))].join(';');
  const additional = Object.entries(ADDITIONAL).flatMap(([name, list]) => {
    const lost = first[name] === undefined ? undefined : second[name];
    const all = joined(first[list], lost, second[list]);
    return all === '' ? [] : [[list, all] as const];
  });
  return {
    ...first,
    ...Object.fromEntries(additional),
    hs_merged_object_ids: joined(
      first['hs_merged_object_ids'],
      primary.id,
      second['hs_merged_object_ids'],
      other.id,
    ),
  };
}

/** Newest first: what the new record has, then what both had. */
export function mergedHistory(
  merged: CrmRecord,
  pair: readonly [CrmRecord, CrmRecord],
  { nowMs: timestampMs, indexedAtMs, source }: WriteStamp,
): CrmRecord['history'] {
  const names = new Set([merged, ...pair].flatMap(({ history }) => [...history.keys()]));
  return new Map(
    [...names].map((name) => {
      const before = pair.flatMap(({ history }) => history.get(name) ?? []);
      before.sort((left, right) => right.timestampMs - left.timestampMs);
      const own = merged.history.get(name) ?? [];
      // A value that only the other had is lost; the new record is empty there.
      const emptied = { value: '', timestampMs, indexedAtMs, source };
      return [name, [...(own.length === 0 ? [emptied] : own), ...before]];
    }),
  );
}
