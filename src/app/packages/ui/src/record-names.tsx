import type { CrmSearchResultItem } from '@hubspot/ui-extensions';
import { useCrmSearch } from '@hubspot/ui-extensions';
import type { ObjectType, RecordLink, RecordNames } from '@stripe-payments/core';
import { isRecordId, isVisible, OBJECT_TYPES, recordKey, TYPE_IDS } from '@stripe-payments/core';
import type { ReactNode } from 'react';
import { createContext, useCallback, useEffect, useState } from 'react';

/** The properties that name a record. */
export const NAME_PROPERTIES: Readonly<Record<ObjectType, readonly string[]>> = {
  deal: ['dealname'],
  contact: ['firstname', 'lastname', 'email'],
  company: ['name', 'domain'],
};

/** What HubSpot calls a record that a search found; undefined where it has no name. */
export function foundName(
  objectType: ObjectType,
  { properties }: CrmSearchResultItem,
): string | undefined {
  const [first = '', second = '', third = ''] = NAME_PROPERTIES[objectType].map(
    (name) => properties[name] ?? '',
  );
  const names = objectType === 'contact' ? [`${first} ${second}`.trim(), third] : [first, second];
  return names.find(isVisible);
}

const NONE: RecordNames = new Map();

export const RecordNamesContext = createContext(NONE);

/** As many as one search finds; other records are named by their id. */
const MAX_NAMED = 100;

/** Every record that a reply mentions, each once. */
export function recordsIn(reply: unknown): readonly RecordLink[] {
  const found = new Map<string, RecordLink>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('recordId' in value && 'objectType' in value) {
      const { recordId } = value;
      const objectType = OBJECT_TYPES.find((type) => type === value.objectType);
      if (objectType !== undefined && typeof recordId === 'string' && isRecordId(recordId)) {
        const link = { objectType, recordId };
        found.set(recordKey(link), link);
      }
    }
    Object.values(value).forEach(visit);
  };
  visit(reply);
  return [...found.values()];
}

interface LookupProps {
  readonly objectType: ObjectType;
  readonly ids: readonly string[];
  readonly onFound: (objectType: ObjectType, found: readonly CrmSearchResultItem[]) => void;
}

/** HubSpot finds only what its reader may see. */
function Lookup({ objectType, ids, onFound }: LookupProps) {
  const { results } = useCrmSearch({
    objectType: TYPE_IDS[objectType],
    properties: [...NAME_PROPERTIES[objectType]],
    filterGroups: [
      { filters: [{ propertyName: 'hs_object_id', operator: 'IN', values: [...ids] }] },
    ],
    pageLength: MAX_NAMED,
  });
  useEffect(() => {
    onFound(objectType, results);
  }, [objectType, results, onFound]);
  return null;
}

interface WithRecordNamesProps {
  readonly records: readonly RecordLink[];
  /** The one that is viewed: it is not named on its own card. */
  readonly own: RecordLink;
  readonly children: ReactNode;
}

/** Looks up what the records are called that are mentioned below it, as HubSpot tells it to the reader. */
export function WithRecordNames({ records, own, children }: WithRecordNamesProps) {
  const [names, setNames] = useState(NONE);
  const onFound = useCallback<LookupProps['onFound']>((objectType, found) => {
    const named = found.map((item) => {
      const key = recordKey({ objectType, recordId: String(item.objectId) });
      return [key, foundName(objectType, item) ?? ''] as const;
    });
    setNames((before) => new Map([...before, ...named]));
  }, []);
  return (
    <RecordNamesContext.Provider value={names}>
      {OBJECT_TYPES.map((objectType) => {
        const ids = records
          .filter((each) => each.objectType === objectType && recordKey(each) !== recordKey(own))
          .slice(0, MAX_NAMED)
          .map(({ recordId }) => recordId);
        return ids.length > 0 && <Lookup key={objectType} {...{ objectType, ids, onFound }} />;
      })}
      {children}
    </RecordNamesContext.Provider>
  );
}
