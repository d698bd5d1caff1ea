import { messageOf, readDefinitions, readRecord, updateRecord } from '../api/client.ts';
import type {
  PropertyDefinition,
  PropertyValues,
  RecordEdit,
  RecordReference,
} from '../api/wire.ts';
import { objectTypeFacts } from '../format/object-types.ts';
import type { Store } from './store.ts';
import { createListeners, createStore } from './store.ts';

type RecordState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly message: string }
  | ReadyRecord;

export interface ReadyRecord {
  readonly status: 'ready';
  readonly values: PropertyValues;
  readonly definitions: readonly PropertyDefinition[];
  /** The properties that a refresh or an edit changed since the record was opened. */
  readonly changedNames: readonly string[];
}

/** The record being viewed: the values that its panel shows, and listeners to changes. */
export interface RecordStore extends RecordReference {
  readonly state: Store<RecordState>;
  readonly definitions: () => readonly PropertyDefinition[];
  readonly refresh: () => Promise<void>;
  readonly edit: (edit: RecordEdit) => Promise<void>;
  /** Reads from HubSpot, not from the panel. */
  readonly read: (names: readonly string[]) => Promise<PropertyValues>;
  readonly onEdit: (listener: (edited: PropertyValues) => void) => () => void;
  /** Calls after every refresh of the panel, as HubSpot tells all cards of a record. */
  readonly onRefresh: (listener: () => void) => () => void;
}

function changesBetween(before: PropertyValues, after: PropertyValues): readonly string[] {
  return Object.keys(after).filter((name) => (before[name] ?? '') !== (after[name] ?? ''));
}

function panelNames(
  objectType: string,
  definitions: readonly PropertyDefinition[],
): readonly string[] {
  const { aboutProperties, stripeGroup } = objectTypeFacts(objectType);
  return definitions
    .filter(({ name, groupName }) => aboutProperties.includes(name) || groupName === stripeGroup)
    .map(({ name }) => name);
}

async function loadState(reference: RecordReference, previous: RecordState): Promise<ReadyRecord> {
  const definitions = await readDefinitions(reference.objectType);
  const names = panelNames(reference.objectType, definitions);
  const { properties: values } = await readRecord(reference, names);
  const changedNames =
    previous.status === 'ready'
      ? [...new Set([...previous.changedNames, ...changesBetween(previous.values, values)])]
      : [];
  return { status: 'ready', values, definitions, changedNames };
}

export function createRecordStore(reference: RecordReference): RecordStore {
  const state = createStore<RecordState>({ status: 'loading' });
  const edits = createListeners<[edited: PropertyValues]>();
  const refreshes = createListeners<[]>();
  const refresh = async (): Promise<void> => {
    try {
      state.set(await loadState(reference, state.get()));
      refreshes.call();
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
    edit: async (edit) => {
      const updated = await updateRecord(reference, edit);
      await refresh();
      edits.call(updated.properties);
    },
    onEdit: edits.add,
    onRefresh: refreshes.add,
  };
}
