import { kindOfStripeId } from '../links/stripe-id.ts';

/** Kinds of ids in `stripe_customer_id`. */
export const CUSTOMER_ID_PREFIXES: readonly string[] = ['cus'];

/** Kinds of ids in `stripe_payment_ids`: payments, invoices, subscriptions and checkout sessions. */
export const PAYMENT_ID_PREFIXES: readonly string[] = ['pi', 'ch', 'py', 'in', 'sub', 'cs'];

/** What people wrote into an id property, taken apart. */
export interface ParsedIds {
  /** Usable ids, each once, in the order written. */
  readonly ids: readonly string[];
  /** What is not an id of an accepted kind, as written. */
  readonly rejected: readonly string[];
}

const SEPARATORS = /[\s,;]+/;

/** Splits at commas, semicolons and blanks, as people separate what they paste. */
export function parseIds(text: string | null, acceptedPrefixes: readonly string[]): ParsedIds {
  const words = [...new Set((text ?? '').split(SEPARATORS).filter((word) => word !== ''))];
  const isAccepted = (word: string): boolean =>
    acceptedPrefixes.includes(kindOfStripeId(word) ?? '');
  return {
    ids: words.filter(isAccepted),
    rejected: words.filter((word) => !isAccepted(word)),
  };
}

const IS_SEPARATOR = /[\s,;]/;

/** Without what separates words at its end; from there, since a pattern would be tried at every place. */
function withoutEndSeparators(text: string): string {
  let end = text.length;
  while (end > 0 && IS_SEPARATOR.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

const hasWord = (text: string, word: string): boolean => text.split(SEPARATORS).includes(word);

/** The property's text with an id at its end; as people wrote it where the id is in it already. */
export function withId(text: string | null, id: string): string {
  const written = text ?? '';
  if (hasWord(written, id)) return written;
  const before = withoutEndSeparators(written);
  return before === '' ? id : `${before}, ${id}`;
}

/** The property's text without an id; everything else stays as people wrote it. */
export function withoutId(text: string | null, id: string): string {
  const written = text ?? '';
  if (!hasWord(written, id)) return written;
  const parts = written.split(/([\s,;]+)/);
  // Words stand at even places, each followed by what separates it from the next.
  const kept = parts.flatMap((part, place) =>
    place % 2 === 0 && part !== id ? [`${part}${parts[place + 1] ?? ''}`] : [],
  );
  return withoutEndSeparators(kept.join(''));
}
