import { release, retain } from '@remote-ui/rpc';
import { useCallback } from 'react';
import { callFunction } from '../api/client.ts';
import type { CardDescription, PropertyValues } from '../api/wire.ts';
import { formatSettingsOf, usePage } from '../state/page-context.ts';
import type { PageServices } from '../state/page-services.ts';
import type { RecordStore } from '../state/record-store.ts';
import { useStore } from '../state/store.ts';
import {
  associationsOf,
  createFormat,
  currencyNames,
  declaredNames,
  formatAll,
  picked,
  searchFor,
} from './crm-api.ts';
import type { CardContext, HostApi, PropertiesListener } from './protocol.ts';
import type { ExtensionSession } from './session.ts';
import { reply, startSession, useSession } from './session.ts';
import { createCardContext, createSurfaceApi } from './shared-api.ts';

interface Subscription {
  readonly read: () => Promise<PropertyValues>;
  readonly onUpdate: PropertiesListener;
  latest: string;
}

/** The `useCrmProperties` hooks of one card that are mounted. */
interface PropertySubscriptions {
  add(
    id: string,
    read: () => Promise<PropertyValues>,
    onUpdate: PropertiesListener,
  ): Promise<PropertyValues>;
  remove(id: string): void;
  /** Reads again for every hook, and tells those whose values are not what they were. */
  pushChanges(): Promise<void>;
}

function createPropertySubscriptions(): PropertySubscriptions {
  const subscriptions = new Map<string, Subscription>();
  return {
    add: async (id, read, onUpdate) => {
      retain(onUpdate);
      const subscription: Subscription = { read, onUpdate, latest: '' };
      subscriptions.set(id, subscription);
      const values = await read();
      subscription.latest = JSON.stringify(values);
      return values;
    },
    remove: (id) => {
      const subscription = subscriptions.get(id);
      subscriptions.delete(id);
      if (subscription !== undefined) release(subscription.onUpdate);
    },
    pushChanges: async () => {
      for (const [id, subscription] of [...subscriptions]) {
        const values = await subscription.read();
        const text = JSON.stringify(values);
        if (text === subscription.latest || !subscriptions.has(id)) continue;
        subscription.latest = text;
        await subscription.onUpdate(values);
      }
    },
  };
}

interface CardParts {
  readonly card: CardDescription;
  readonly context: CardContext;
  readonly record: RecordStore;
  readonly services: PageServices;
}

type DataApi = Pick<
  HostApi,
  | 'runServerless'
  | 'fetchCrmProperties'
  | 'releaseCrmProperties'
  | 'fetchAssociations'
  | 'fetchCrmSearch'
  | 'formatCrmProperties'
>;

function warnOfUndeclared(uid: string, names: readonly string[], wanted: readonly string[]): void {
  const missing = names.filter((name) => !wanted.includes(name));
  if (missing.length === 0) return;
  console.warn(`${uid}: HubSpot's bundler could not read these properties: ${missing.join(', ')}`);
}

/** What a card on a record may read. */
function createDataApi(
  { card, context, record, services }: CardParts,
  subscriptions: PropertySubscriptions,
): DataApi {
  const format = createFormat(services);
  return {
    runServerless: (uid, { parameters, propertiesToSend = [] }) => {
      const objectQuery = { ...context.crm, objectPropertyNames: [...propertiesToSend] };
      return reply(callFunction(uid, { parameters, objectQuery }));
    },
    fetchCrmProperties: (subscriptionId, names, onUpdate, options) => {
      const wanted = declaredNames(card.declaredProperties, names);
      warnOfUndeclared(card.uid, names, wanted);
      const isFormatted = options.propertiesToFormat !== undefined;
      const currencies = isFormatted ? currencyNames(record.definitions(), wanted) : [];
      const read = async (): Promise<PropertyValues> => {
        const values = await record.read([...new Set([...wanted, ...currencies])]);
        return picked(await format(record.objectType, values, options), wanted);
      };
      return reply(subscriptions.add(subscriptionId, read, onUpdate));
    },
    releaseCrmProperties: (subscriptionId) => {
      subscriptions.remove(subscriptionId);
    },
    fetchAssociations: (request, options) =>
      reply(associationsOf(record, request, options, format)),
    fetchCrmSearch: (request, options) => reply(searchFor(request, options, format)),
    formatCrmProperties: (request) => reply(formatAll(request, format)),
  };
}

type RecordActionApi = Pick<
  HostApi,
  'refreshObjectProperties' | 'fetchCrmObjectProperties' | 'onCrmPropertiesUpdate'
>;

function withoutNulls(values: PropertyValues): Record<string, string> {
  const texts = Object.entries(values).map(([name, value]) => [name, value ?? ''] as const);
  return Object.fromEntries(texts);
}

/** The actions of a card that concern its record. `onStop` calls when the card is gone. */
function createRecordActionApi(
  record: RecordStore,
  onStop: (undo: () => void) => void,
): RecordActionApi {
  return {
    refreshObjectProperties: () => {
      void record.refresh();
    },
    fetchCrmObjectProperties: (names) => {
      const wanted = names === '*' ? record.definitions().map(({ name }) => name) : names;
      return reply(record.read(wanted).then(withoutNulls));
    },
    onCrmPropertiesUpdate: (names, listener) => {
      retain(listener);
      onStop(
        record.onEdit((edited) => {
          const wanted = Object.entries(withoutNulls(edited)).filter(
            ([name]) => names === '*' || names.includes(name),
          );
          if (wanted.length > 0) void listener(Object.fromEntries(wanted));
        }),
      );
    },
  };
}

function startCardSession(parts: CardParts, onCrash: (message: string) => void): ExtensionSession {
  const { card, context, record, services } = parts;
  const { uid, revision } = card;
  return startSession(
    {
      uid,
      context,
      clock: services.clockAheadMs,
      bundleUrl: `/cards/${encodeURIComponent(uid)}.js?revision=${String(revision)}`,
      pageLocation: null,
      createApi: ({ overlays, onStop }) => {
        const subscriptions = createPropertySubscriptions();
        onStop(record.onRefresh(() => void subscriptions.pushChanges()));
        return {
          ...createDataApi(parts, subscriptions),
          ...createRecordActionApi(record, onStop),
          ...createSurfaceApi(services, overlays),
          navigateToPage: () => {
            console.warn(`${uid}: navigateToPage works on app pages only, not on a record.`);
          },
        };
      },
    },
    onCrash,
  );
}

/** Runs the card; starts it again when it was rebuilt or the user's settings changed. */
export function useCardSession(card: CardDescription, record: RecordStore, objectTypeId: string) {
  const { world, account, services, settings: settingsStore } = usePage();
  const settings = useStore(settingsStore);
  const start = useCallback(
    (onCrash: (message: string) => void) => {
      const format = formatSettingsOf(settings, account);
      const crm = { objectId: Number(record.id), objectTypeId };
      const context = createCardContext({ world, account, settings, format }, card, crm);
      return startCardSession({ card, context, record, services }, onCrash);
    },
    [card, record, objectTypeId, world, account, services, settings],
  );
  return useSession(start);
}
