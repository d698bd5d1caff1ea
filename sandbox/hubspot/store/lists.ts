import type { ObjectTypeName } from '../model/entities.ts';

/** A list whose members people picked. */
export interface ManualList {
  readonly name: string;
  readonly objectType: ObjectTypeName;
  readonly recordIds: readonly string[];
  readonly createdAtMs: number;
}

export interface ListStore {
  find(listId: string): ManualList | undefined;
  /** By id. */
  all(): readonly (readonly [string, ManualList])[];
  /** Its id. */
  create(list: Omit<ManualList, 'createdAtMs'>): string;
}

const FIRST_ID = 301;

export function createListStore(nowMs: () => number): ListStore {
  const lists = new Map<string, ManualList>();
  return {
    find: (listId) => lists.get(listId),
    all: () => [...lists],
    create: (list) => {
      const listId = String(FIRST_ID + lists.size);
      lists.set(listId, { ...list, createdAtMs: nowMs() });
      return listId;
    },
  };
}
