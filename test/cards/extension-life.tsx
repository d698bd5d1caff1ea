import type { FunctionCall } from './worker-scope.ts';
import { answerCalls, extensionNode } from './worker-scope.ts';
import type { Renderer } from '@hubspot/ui-extensions/testing';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import { textsIn } from './texts-in.ts';
import type { ValueStore } from './value-store.ts';
import { valueStore } from './value-store.ts';

const openPages = new Set<ValueStore<boolean>>();

/** Ends what the test rendered, after every test (`extension-hooks.ts`). */
export async function closeExtensions(): Promise<void> {
  // Effects that have not run yet would call a function in the middle of the next test.
  await effects();
  for (const isOpen of openPages) isOpen.set(false);
  openPages.clear();
}

/** Until React has run the effects of what it rendered, and what follows from them. */
export async function effects(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A function that does not answer in this test. */
export const NEVER = new Promise<never>(() => undefined);

/**
 * Answers of the functions by uid, or uid and step (`request-payment/basis`), in the order of their calls; further
 * calls are not answered.
 */
export type Answers = Readonly<Record<string, readonly unknown[]>>;

interface ExtensionProps {
  readonly index: number;
  readonly isOpen: ValueStore<boolean>;
}

/** Shows the extension until the test is over: the kit itself unmounts nothing. */
function Extension({ index, isOpen }: ExtensionProps): ReactNode {
  return isOpen.use() ? extensionNode(index) : null;
}

/** What every test asks of an extension, whether a card or a page. */
export interface OpenExtension {
  /** Uids of the functions called so far, in their order. */
  readonly calls: readonly string[];
  readonly callsOf: (uid: string) => readonly FunctionCall[];
  readonly texts: () => readonly string[];
  /** All texts, a line each. */
  readonly text: () => string;
  /** Lets every answer that is due arrive, then expects a text. */
  readonly shows: (part: string | RegExp) => Promise<void>;
}

const stepOf = ({ options }: FunctionCall): string =>
  (options as { readonly parameters?: { readonly step?: string } }).parameters?.step ?? '';

function answerInOrder(answers: Answers): readonly FunctionCall[] {
  const log: FunctionCall[] = [];
  const left = new Map(Object.entries(answers).map(([uid, each]) => [uid, [...each]]));
  answerCalls((call) => {
    log.push(call);
    const due = left.get(`${call.uid}/${stepOf(call)}`) ?? left.get(call.uid);
    return due === undefined || due.length === 0 ? NEVER : Promise.resolve(due.shift());
  });
  return log;
}

/**
 * Renders an extension's entry.
 * @param index of its file among those that the test imported.
 */
export function openExtension(
  renderer: Pick<Renderer<'pages'>, 'render' | 'getRootNode'>,
  index: number,
  answers: Answers,
): OpenExtension {
  const log = answerInOrder(answers);
  const isOpen = valueStore(true);
  openPages.add(isOpen);
  renderer.render(<Extension index={index} isOpen={isOpen} />);
  const texts = (): readonly string[] => textsIn(renderer.getRootNode());
  const text = (): string => texts().join('\n');
  return {
    get calls() {
      return log.map(({ uid }) => uid);
    },
    callsOf: (uid) => log.filter((call) => call.uid === uid),
    texts,
    text,
    shows: async (part) => {
      await effects();
      expect(text()).toMatch(part);
    },
  };
}

/** What a function was called with, call by call. */
export const parametersOf = (
  card: Pick<OpenExtension, 'callsOf'>,
  uid: string,
): readonly unknown[] =>
  card.callsOf(uid).map(({ options }) => (options as { readonly parameters: unknown }).parameters);
