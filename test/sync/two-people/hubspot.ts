import type { StoredProperties } from '@stripe-payments/core';
import { PROPERTY_NAMES } from '@stripe-payments/core';
import type { RecordRef, RecordStore } from '../../../src/app/packages/sync/src/ports.ts';
import type { VirtualClock } from './clock.ts';

interface Version {
  readonly value: string;
  readonly writtenAtMs: number;
  readonly searchableAtMs: number;
}

/** HubSpot as two people meet it: last write wins, with a history, and searches are behind. */
export interface FakeHubSpot {
  readonly store: RecordStore;
  readonly versionsOf: (record: RecordRef, property: string) => readonly string[];
}

interface Account {
  readonly records: readonly (RecordRef & { readonly properties: StoredProperties })[];
  /** `deal/1` to `contact/2`, in both directions; the first company of a record is its primary one. */
  readonly associations: readonly (readonly [RecordRef, RecordRef])[];
}

/** Beside much else. */
const FOUND_BY_TEXT = ['email', 'hs_additional_emails', 'domain', 'hs_additional_domains'];

const keyOf = ({ objectType, recordId }: RecordRef): string => `${objectType}/${recordId}`;

export const CREATED_AT = '2026-01-02T03:04:05.000Z';

export function fakeHubSpot(
  clock: VirtualClock,
  account: Account,
  searchLagMs: () => number,
): FakeHubSpot {
  const histories = new Map<string, Map<string, Version[]>>();
  for (const record of account.records) {
    const empty = Object.fromEntries(PROPERTY_NAMES.map((name): [string, null] => [name, null]));
    const own = { hs_object_id: record.recordId, createdate: CREATED_AT };
    const all: StoredProperties = { ...empty, ...own, ...record.properties };
    const versions = Object.entries(all).map(([name, value]): [string, Version[]] => [
      name,
      value === null ? [] : [{ value, writtenAtMs: 0, searchableAtMs: 0 }],
    ]);
    histories.set(keyOf(record), new Map(versions));
  }
  const historyOf = (record: RecordRef, property: string): readonly Version[] =>
    histories.get(keyOf(record))?.get(property) ?? [];
  const valueNow = (record: RecordRef, property: string): string | null =>
    historyOf(record, property)[0]?.value ?? null;
  const valueSearched = (record: RecordRef, property: string): string | null => {
    const known = historyOf(record, property).find(
      ({ searchableAtMs }) => searchableAtMs <= clock.nowMs(),
    );
    return known === undefined || known.value === '' ? null : known.value;
  };
  const read = (
    record: RecordRef,
    names: readonly string[],
    valueOf: (record: RecordRef, name: string) => string | null = valueNow,
  ): StoredProperties => Object.fromEntries(names.map((name) => [name, valueOf(record, name)]));
  const associated = (record: RecordRef, toType: string): readonly string[] =>
    account.associations
      .flatMap(([left, right]) => {
        if (keyOf(left) === keyOf(record)) return [right];
        return keyOf(right) === keyOf(record) ? [left] : [];
      })
      .filter(({ objectType }) => objectType === toType)
      .map(({ recordId }) => recordId);
  const primaryOf = (record: RecordRef): string | undefined => associated(record, 'company')[0];
  const store: RecordStore = {
    read: (record, names) => Promise.resolve(read(record, names)),
    readMany: (objectType, ids, names) =>
      Promise.resolve(
        new Map(ids.map((recordId) => [recordId, read({ objectType, recordId }, names)])),
      ),
    propertyStates: () => Promise.resolve(new Map()),
    associated: (record, toType) => Promise.resolve(associated(record, toType)),
    associatedWithMany: (objectType, ids, toType) =>
      Promise.resolve(
        new Map(ids.map((recordId) => [recordId, associated({ objectType, recordId }, toType)])),
      ),
    ofPrimaryCompany: (companyId, objectType) =>
      Promise.resolve(
        associated({ objectType: 'company', recordId: companyId }, objectType).filter(
          (recordId) => primaryOf({ objectType, recordId }) === companyId,
        ),
      ),
    primaryCompanies: (objectType, ids) =>
      Promise.resolve(
        new Map(
          ids.flatMap((recordId) => {
            const company = primaryOf({ objectType, recordId });
            return company === undefined ? [] : [[recordId, company] as const];
          }),
        ),
      ),
    searchClaims: ({ objectType, conditions, properties }) => {
      const found = account.records.filter(
        (record) =>
          record.objectType === objectType &&
          conditions.some((condition) => {
            if (condition.is === 'found-by') {
              return FOUND_BY_TEXT.some((name) =>
                (valueSearched(record, name) ?? '')
                  .toLowerCase()
                  .split(';')
                  .includes(condition.text),
              );
            }
            const value = valueSearched(record, condition.property);
            if (value === null) return condition.is === 'unset';
            const words = value.toLowerCase().split(/[\s,;]+/);
            switch (condition.is) {
              case 'set':
                return true;
              case 'unset':
                return false;
              case 'containing':
                return words.includes(condition.word.toLowerCase());
              case 'one-of':
                return condition.values.some(
                  (wanted) => wanted.toLowerCase() === value.toLowerCase(),
                );
            }
          }),
      );
      const records = found.map(
        (record) => [record.recordId, read(record, properties, valueSearched)] as const,
      );
      return Promise.resolve({ records: new Map(records), isCut: false });
    },
    recordsAfter: () => Promise.reject(new Error('Only a sync of a list asks for them.')),
    deletedSince: () => Promise.reject(new Error('Only a catch-up asks for them.')),
    listMembers: () => Promise.reject(new Error('Only a sync of a list asks for them.')),
    histories: () => Promise.reject(new Error('Only a catch-up asks for them.')),
    saved: (record, properties, versionsOf) =>
      Promise.resolve({
        stored: read(record, properties),
        versions: historyOf(record, versionsOf).map(({ value, writtenAtMs }) => ({
          value,
          writtenAtMs,
        })),
      }),
    searchedValue: (record, property) => Promise.resolve(valueSearched(record, property)),
    write: (record, values) => {
      const searchableAtMs = clock.nowMs() + searchLagMs();
      for (const [name, value] of Object.entries(values)) {
        if (valueNow(record, name) === value) continue;
        const versions = histories.get(keyOf(record))?.get(name);
        versions?.unshift({ value, writtenAtMs: clock.nowMs(), searchableAtMs });
      }
      return Promise.resolve();
    },
    accountFacts: () => Promise.resolve({ currency: 'usd', timeZone: 'America/New_York' }),
  };
  return {
    store,
    versionsOf: (record, property) => historyOf(record, property).map(({ value }) => value),
  };
}
