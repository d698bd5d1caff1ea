import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { messageOf } from '../api/client.ts';

/** A value that React components watch and that code outside React sets. */
export interface Store<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let current = initial;
  const listeners = createListeners<[]>();
  return {
    get: () => current,
    set: (value) => {
      current = value;
      listeners.call();
    },
    subscribe: listeners.add,
  };
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}

interface Listeners<Args extends readonly unknown[]> {
  /** @returns removes the listener. */
  readonly add: (listener: (...args: Args) => void) => () => void;
  readonly call: (...args: Args) => void;
}

export function createListeners<Args extends readonly unknown[]>(): Listeners<Args> {
  const listeners = new Set<(...args: Args) => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    call: (...args) => {
      for (const listener of [...listeners]) listener(...args);
    },
  };
}

export type Loaded<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly message: string }
  | { readonly status: 'ready'; readonly value: T };

/** Loads again when `load` changes, or when asked; keeps the old value meanwhile. */
export function useLoaded<T>(load: () => Promise<T>): readonly [Loaded<T>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ status: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (value) => {
        if (isCurrent) setLoaded({ status: 'ready', value });
      },
      (error: unknown) => {
        if (isCurrent) setLoaded({ status: 'failed', message: messageOf(error) });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [load, round]);
  const reload = useCallback(() => {
    setRound((before) => before + 1);
  }, []);
  return [loaded, reload];
}
