import type { Texts } from '@stripe-payments/core';
import {
  declineTextsIn,
  LANGUAGES,
  movedTextsIn,
  sidebarTextsIn,
  storedTextsIn,
  textsIn,
} from '@stripe-payments/core';
import { leavesOf } from '../core/texts/leaves.ts';
import { plain } from './texts-in.ts';

/** Figures, codes, ids, dates and signs, which belong to no language. */
const DATA = [
  /^[-–]$/,
  /^[-\u2011]?[€$£¥]?[\d.,]+(?: (?:[A-Z]{3}|[€$£¥]))?$/,
  /^\(?[A-Z]{3}\)?$/,
  /^["(]?(?:acct|ch|cus|in|pi|req|stripe)_\w+[")]?$/,
  /^\d{1,2}°? [a-z]{3} \d{4}(?:, \d\d:\d\d)?$/,
];

/** Where one text ends and the next begins in a line that holds several. */
const SEPARATORS = [' ', ', ', ': ', ' + ', '; ', ' · '];

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Of a card, or of the app page, which gives no reasons. */
type Catalogue = object & Partial<Pick<Texts, 'reasons'>>;

interface Pattern {
  /** What a text of this pattern begins and ends with: most are told apart by these. */
  readonly start: string;
  readonly end: string;
  /** With a group for each part that the text takes. */
  readonly whole: RegExp;
}

interface Patterns {
  /** Texts without parts. */
  readonly fixed: ReadonlySet<string>;
  readonly withParts: readonly Pattern[];
}

function patternOf(text: string, part: string): Pattern {
  const source = escaped(text).replaceAll(part, '(.+?)');
  return {
    start: text.slice(0, text.indexOf(part)),
    end: text.slice(text.lastIndexOf(part) + part.length),
    whole: new RegExp(`^${source}$`, 'u'),
  };
}

/** Each text of the catalogue. A count can decide the words around it. */
function patternsOf(texts: Catalogue): Patterns {
  // Stored amounts and reasons of declines are shown in the same language; the sidebar has texts of its own.
  const language = LANGUAGES.find((each) => textsIn(each).reasons === texts.reasons);
  const apart =
    language === undefined
      ? {}
      : {
          amountsByCurrency: storedTextsIn(language).amountsByCurrency,
          ...declineTextsIn(language),
          sidebar: sidebarTextsIn(language),
          moved: movedTextsIn(language),
        };
  const fixed = new Set<string>();
  const withParts = new Map<string, Pattern>();
  for (const part of ['1', '2', '8', '§']) {
    for (const { text, parts } of leavesOf({ ...texts, ...apart }, () => part)) {
      const shown = plain(text);
      if (parts.length === 0 || !shown.includes(part)) fixed.add(shown);
      else {
        const pattern = patternOf(shown, part);
        withParts.set(pattern.whole.source, pattern);
      }
    }
  }
  return { fixed, withParts: [...withParts.values()] };
}

/**
 * Whether a shown text is made of one language's catalogue and of data only. `facts` are the words of
 * the case that come from outside: a description, or what Stripe itself said.
 */
export function catalogueTextsIn(
  texts: Catalogue,
  facts: readonly string[] = [],
): (text: string) => boolean {
  const { fixed, withParts } = patternsOf(texts);
  const known = new Map<string, boolean>(facts.map((fact) => [fact, true]));
  const isJoined = (text: string, separator: string): boolean =>
    [...text.matchAll(new RegExp(escaped(separator), 'g'))].some(
      ({ index }) =>
        isKnownText(text.slice(0, index)) && isKnownText(text.slice(index + separator.length)),
    );
  const find = (text: string): boolean =>
    DATA.some((data) => data.test(text)) ||
    fixed.has(text) ||
    withParts.some(
      ({ start, end, whole }) =>
        text.startsWith(start) &&
        text.endsWith(end) &&
        whole.exec(text)?.slice(1).every(isKnownText),
    ) ||
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
