import { readDefinitions, readRecord, updateRecord } from '../api/client.ts';
import type { RecordReference } from '../api/client.ts';
import { messageOf } from '../api/request.ts';
import type { PropertyDefinition, PropertyValues } from '../api/wire.ts';
import { objectTypeFacts } from '../format/object-types.ts';
import { createStore } from '../page/store.ts';
import type { Store } from '../page/store.ts';

export const stripeGroupName = 'stripe_payments';

export type RecordState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly message: string }
  | {
      readonly status: 'ready';
      readonly values: PropertyValues;
      readonly definitions: readonly PropertyDefinition[];
      /** What the latest refresh or edit changed. */
      readonly changedNames: readonly string[];
    };

/** One record on the page: what its panel shows, and who wants to hear of changes. */
export interface RecordStore extends RecordReference {
  readonly state: Store<RecordState>;
  readonly definitions: () => readonly PropertyDefinition[];
  readonly refresh: () => Promise<void>;
  readonly edit: (properties: Readonly<Record<string, string>>) => Promise<void>;
  /** Reads from the CRM, not from the panel. */
  readonly read: (names: readonly string[]) => Promise<PropertyValues>;
  readonly onEdit: (listener: (edited: PropertyValues) => void) => () => void;
  /** Hears of every reading of the panel, whoever asked for it: HubSpot tells all cards of a record. */
  readonly onRefresh: (listener: () => void) => () => void;
}

function changesBetween(before: PropertyValues, after: PropertyValues): readonly string[] {
  return Object.keys(after).filter((name) => (before[name] ?? '') !== (after[name] ?? ''));
}

function panelNames(
  objectType: string,
  definitions: readonly PropertyDefinition[],
): readonly string[] {
  const about = new Set(objectTypeFacts(objectType).aboutProperties);
  return definitions
    .filter(({ name, groupName }) => about.has(name) || groupName === stripeGroupName)
    .map(({ name }) => name);
}

async function loadState(
  reference: RecordReference,
  previous: RecordState,
): Promise<Extract<RecordState, { status: 'ready' }>> {
  const definitions = await readDefinitions(reference.objectType);
  const names = panelNames(reference.objectType, definitions);
  const { properties: values } = await readRecord(reference, names);
  const changedNames = previous.status === 'ready' ? changesBetween(previous.values, values) : [];
  return { status: 'ready', values, definitions, changedNames };
}

export function createRecordStore(reference: RecordReference): RecordStore {
  const state = createStore<RecordState>({ status: 'loading' });
  const editListeners = new Set<(edited: PropertyValues) => void>();
  const refreshListeners = new Set<() => void>();
  const refresh = async (): Promise<void> => {
    try {
      state.set(await loadState(reference, state.get()));
      for (const listener of [...refreshListeners]) listener();
    } catch (error) {
      state.set({ status: 'failed', message: messageOf(error) });
    }
  };
  return {
    ...reference,
    state,
    refresh,
    definitions: () => {
      const current = state.get();
      return current.status === 'ready' ? current.definitions : [];
    },
    read: async (names) => (await readRecord(reference, names)).properties,
    edit: async (properties) => {
      const updated = await updateRecord(reference, properties);
      await refresh();
      for (const listener of [...editListeners]) listener(updated.properties);
    },
    onEdit: (listener) => {
      editListeners.add(listener);
      return () => {
        editListeners.delete(listener);
      };
    },
    onRefresh: (listener) => {
      refreshListeners.add(listener);
      return () => {
        refreshListeners.delete(listener);
      };
    },
  };
}
