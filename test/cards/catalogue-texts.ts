import type { Texts } from '@stripe-payments/core';
import { declineTextsIn, LANGUAGES, sidebarTextsIn, textsIn } from '@stripe-payments/core';
import { leavesOf } from '../core/texts/leaves.ts';
import { plain } from './texts-in.ts';

/** Figures, codes, ids, dates and signs, which belong to no language. */
const DATA = [
  /^[-–]$/,
  /^-?\u2060?[€$£¥]?[\d.,]+(?: (?:[A-Z]{3}|[€$£¥]))?$/,
  /^[A-Z]{3}$/,
  /^["(]?(?:acct|ch|cus|in|pi|req|stripe)_\w+[")]?$/,
  /^\d{1,2}°? [a-z]{3} \d{4}(?:, \d\d:\d\d)?$/,
];

/** Where one text ends and the next begins in a line that holds several. */
const SEPARATORS = [' ', ', ', ': ', ' + ', '; '];

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Of a card, or of the app page, which gives no reasons. */
type Catalogue = object & Partial<Pick<Texts, 'reasons'>>;

/** One pattern a text, with a group for each part that it takes. A count can decide the words around it. */
function patternsOf(texts: Catalogue): readonly RegExp[] {
  // Reasons of declines come from functions, in the same language; the sidebar has texts of its own.
  const language = LANGUAGES.find((each) => textsIn(each).reasons === texts.reasons);
  const apart =
    language === undefined
      ? {}
      : { ...declineTextsIn(language), sidebar: sidebarTextsIn(language) };
  const sources = ['1', '2', '8', '§'].flatMap((part) =>
    leavesOf({ ...texts, ...apart }, () => part).map(({ text, parts }) => {
      const source = escaped(plain(text));
      return parts.length === 0 ? source : source.replaceAll(part, '(.+?)');
    }),
  );
  return [...new Set(sources)].map((source) => new RegExp(`^${source}$`, 'u'));
}

/**
 * Whether a shown text is made of one language's catalogue and of data only. `facts` are the words of
 * the case that come from outside: a description, or what Stripe itself said.
 */
export function catalogueTextsIn(
  texts: Catalogue,
  facts: readonly string[] = [],
): (text: string) => boolean {
  const patterns = patternsOf(texts);
  const known = new Map<string, boolean>(facts.map((fact) => [fact, true]));
  const isJoined = (text: string, separator: string): boolean =>
    [...text.matchAll(new RegExp(escaped(separator), 'g'))].some(
      ({ index }) =>
        isKnownText(text.slice(0, index)) && isKnownText(text.slice(index + separator.length)),
    );
  const find = (text: string): boolean =>
    DATA.some((data) => data.test(text)) ||
    patterns.some((pattern) => pattern.exec(text)?.slice(1).every(isKnownText)) ||
    SEPARATORS.some((separator) => isJoined(text, separator));
  function isKnownText(text: string): boolean {
    const before = known.get(text);
    if (before !== undefined) return before;
    known.set(text, false);
    const found = find(text);
    known.set(text, found);
    return found;
  }
  return isKnownText;
}
