import type { FunctionCall } from './worker-scope.ts';
import { answerCalls, cardNode } from './worker-scope.ts';
import { LoadingButton } from '@hubspot/ui-extensions';
import type { Renderer } from '@hubspot/ui-extensions/testing';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { useSyncExternalStore } from 'react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { AS_OF_MS } from '../builders/record-view.ts';
import type { SavedProperties } from '../builders/saved-properties.ts';
import { unsyncedProperties } from '../builders/saved-properties.ts';
import { textsIn } from './texts-in.ts';
import '../../src/app/cards/DealPayments.tsx';

// React's own scheduler keeps the real timers that it took on import.
beforeEach(() => {
  vi.useFakeTimers({
    now: AS_OF_MS,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A function that does not answer in this test. */
export const NEVER = new Promise<never>(() => undefined);

interface DealCardOptions {
  /** What the record holds; `loading` while HubSpot has not said. */
  readonly saved?: SavedProperties | 'loading';
  /** Answers of the functions in the order of their calls; further calls are not answered. */
  readonly reads?: readonly unknown[];
  readonly syncs?: readonly unknown[];
  readonly locale?: string;
}

export interface DealCardPage extends Renderer<'crm.record.tab'> {
  /** Uids of the functions called so far, in their order. */
  readonly calls: readonly string[];
  readonly callsOf: (uid: string) => readonly FunctionCall[];
  /** HubSpot tells new property values, after an edit or a write. */
  readonly setSaved: (saved: SavedProperties) => void;
  readonly texts: () => readonly string[];
  /** All texts, a line each. */
  readonly text: () => string;
  /** Waits until a text is on the card. */
  readonly shows: (part: string | RegExp) => Promise<void>;
  readonly clickSync: () => void;
}

interface SavedStore {
  readonly set: (saved: SavedProperties | 'loading') => void;
  readonly use: () => SavedProperties | 'loading';
}

function savedStore(initial: SavedProperties | 'loading'): SavedStore {
  let saved = initial;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    set: (next) => {
      saved = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, () => saved),
  };
}

function answersOf({ reads = [], syncs = [] }: DealCardOptions, log: FunctionCall[]): void {
  const left = new Map([
    ['get-payments', [...reads]],
    ['sync-payments', [...syncs]],
  ]);
  answerCalls((call) => {
    log.push(call);
    const answers = left.get(call.uid);
    return answers === undefined || answers.length === 0
      ? NEVER
      : Promise.resolve(answers.shift());
  });
}

function mockHooks(renderer: Renderer<'crm.record.tab'>, saved: SavedStore, locale: string): void {
  const { useCrmProperties, context } = renderer.mocks;
  useCrmProperties.willCall(() => {
    const now = saved.use();
    return {
      properties: now === 'loading' ? {} : { ...now },
      error: null,
      isLoading: now === 'loading',
      isRefetching: false,
      refetch: () => Promise.resolve(),
    };
  });
  Object.assign(context.user, { locale });
  context.portal.timezone = 'Europe/Rome';
}

/** The built card's entry, rendered on deal 1 by HubSpot's testing kit. */
export function openDealCard(options: DealCardOptions = {}): DealCardPage {
  const log: FunctionCall[] = [];
  answersOf(options, log);
  const saved = savedStore(options.saved ?? unsyncedProperties());
  const renderer = createRenderer('crm.record.tab');
  mockHooks(renderer, saved, options.locale ?? 'en-us');
  renderer.render(cardNode());
  const texts = (): readonly string[] => textsIn(renderer.getRootNode());
  const text = (): string => texts().join('\n');
  return {
    ...renderer,
    get calls() {
      return log.map(({ uid }) => uid);
    },
    callsOf: (uid) => log.filter((call) => call.uid === uid),
    setSaved: saved.set,
    texts,
    text,
    shows: (part) =>
      renderer.waitFor(() => {
        expect(text()).toMatch(part);
      }),
    clickSync: () => {
      renderer.findByTestId(LoadingButton, 'sync-now').trigger('onClick');
    },
  };
}
