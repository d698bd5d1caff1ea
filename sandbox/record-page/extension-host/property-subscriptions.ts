import { release, retain } from '@remote-ui/rpc';
import type { PropertyValues } from '../api/wire.ts';
import type { PropertiesListener } from './protocol.ts';

interface Subscription {
  readonly read: () => Promise<PropertyValues>;
  readonly onUpdate: PropertiesListener;
  latest: string;
}

/** The `useCrmProperties` hooks of one card that are mounted. */
export interface PropertySubscriptions {
  add(
    id: string,
    read: () => Promise<PropertyValues>,
    onUpdate: PropertiesListener,
  ): Promise<PropertyValues>;
  remove(id: string): void;
  /** Reads again for every hook, and tells those whose values are not what they were. */
  pushChanges(): Promise<void>;
}

export function createPropertySubscriptions(): PropertySubscriptions {
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
