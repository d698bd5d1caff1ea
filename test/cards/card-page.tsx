import type { FunctionCall } from './worker-scope.ts';
import { answerCalls, cardNode } from './worker-scope.ts';
import { LoadingButton } from '@hubspot/ui-extensions';
import type { Renderer } from '@hubspot/ui-extensions/testing';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { AS_OF_MS } from '../builders/record-view.ts';
import type { SavedProperties } from '../builders/saved-properties.ts';
import { unsyncedProperties } from '../builders/saved-properties.ts';
import { textsIn } from './texts-in.ts';
import type { ValueStore } from './value-store.ts';
import { valueStore } from './value-store.ts';
import '../../src/app/cards/DealPayments.tsx';
import '../../src/app/cards/ContactPayments.tsx';
import '../../src/app/cards/CompanyPayments.tsx';
import '../../src/app/cards/PaymentSidebar.tsx';

/** The cards in the order of their imports above, which is that of their registration. */
const CARDS = ['deal', 'contact', 'company', 'sidebar'] as const;

export type CardName = (typeof CARDS)[number];

const openPages = new Set<ValueStore<boolean>>();

// React's own scheduler keeps the real timers that it took on import.
beforeEach(() => {
  vi.useFakeTimers({
    now: AS_OF_MS,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
});
afterEach(async () => {
  // Effects that have not run yet would call a function in the middle of the next test.
  await effects();
  for (const isOpen of openPages) isOpen.set(false);
  openPages.clear();
  vi.useRealTimers();
});

/** Until React has run the effects of what it rendered, and what follows from them. */
export async function effects(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A function that does not answer in this test. */
export const NEVER = new Promise<never>(() => undefined);

type Saved = SavedProperties | 'loading';

export interface CardOptions {
  /** What the record holds; `loading` while HubSpot has not said. */
  readonly saved?: Saved;
  /** Answers of the functions in the order of their calls; further calls are not answered. */
  readonly reads?: readonly unknown[];
  readonly syncs?: readonly unknown[];
  readonly links?: readonly unknown[];
  /** HubSpot's id of the record's type, for the sidebar: `0-3` is a deal. */
  readonly objectTypeId?: string;
  /** The user's, as HubSpot tells them: `en-us`, `it`. */
  readonly locale?: string;
  readonly language?: string;
}

export interface CardPage extends Renderer<'crm.record.tab'> {
  /** Uids of the functions called so far, in their order. */
  readonly calls: readonly string[];
  readonly callsOf: (uid: string) => readonly FunctionCall[];
  /** HubSpot tells new property values, after an edit or a write. */
  readonly setSaved: (saved: Saved) => void;
  readonly texts: () => readonly string[];
  /** All texts, a line each. */
  readonly text: () => string;
  /** Lets every answer that is due arrive, then expects a text on the card. */
  readonly shows: (part: string | RegExp) => Promise<void>;
  readonly clickSync: () => void;
}

/** Shows the card until the test is over: the kit itself unmounts nothing. */
interface PageProps {
  readonly card: CardName;
  readonly isOpen: ValueStore<boolean>;
}

function Page({ card, isOpen }: PageProps) {
  return isOpen.use() ? cardNode(CARDS.indexOf(card)) : null;
}

function answersOf({ reads = [], syncs = [], links = [] }: CardOptions, log: FunctionCall[]): void {
  const left = new Map([
    ['get-payments', [...reads]],
    ['sync-payments', [...syncs]],
    ['link-payments', [...links]],
  ]);
  answerCalls((call) => {
    log.push(call);
    const answers = left.get(call.uid);
    return answers === undefined || answers.length === 0 ? NEVER : Promise.resolve(answers.shift());
  });
}

function mockHooks(
  renderer: Renderer<'crm.record.tab'>,
  saved: ValueStore<Saved>,
  { locale = 'en-us', language, objectTypeId = '0-3' }: CardOptions,
): void {
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
  Object.assign(context.user, { locale, language });
  Object.assign(context.crm, { objectTypeId });
  Object.assign(context.portal, { id: 42, timezone: 'Europe/Rome' });
}

/** A card's entry, rendered on a record by HubSpot's testing kit. */
export function openCard(card: CardName, options: CardOptions = {}): CardPage {
  const log: FunctionCall[] = [];
  answersOf(options, log);
  const saved = valueStore<Saved>(options.saved ?? unsyncedProperties());
  const renderer = createRenderer('crm.record.tab');
  mockHooks(renderer, saved, options);
  const isOpen = valueStore(true);
  openPages.add(isOpen);
  renderer.render(<Page card={card} isOpen={isOpen} />);
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
    shows: async (part) => {
      await effects();
      expect(text()).toMatch(part);
    },
    clickSync: () => {
      renderer.findByTestId(LoadingButton, 'sync-now').trigger('onClick');
    },
  };
}
