import { stripVTControlCharacters } from 'node:util';
import { plainText, shortened } from '@stripe-payments/core';

/** The longest that a report needs is a list of all currencies. */
const MAX_CHARACTERS = 4_000;

/**
 * Without the places where a page may break a long word: in a terminal they would hide a key from what
 * looks for keys.
 */
export const withoutBreaks = (text: string): string => text.replaceAll('\u200b', '');

/**
 * One line of text as it may be shown on a terminal: an account's name or a label comes from outside,
 * and may hold what a terminal would obey. It has no isolates, which most terminals do not know.
 */
export const terminalText = (text: string): string =>
  shortened(plainText(stripVTControlCharacters(text)).replaceAll(/\s+/g, ' '), MAX_CHARACTERS);

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** JSON that a terminal shows as it is: what `JSON.stringify` leaves of the above is escaped. */
export const terminalJson = (value: unknown, hide: (text: string) => string): string =>
  JSON.stringify(
    value,
    (_key, part: unknown) => (typeof part === 'string' ? hide(part) : part),
    2,
  ).replaceAll(/[\u007f-\u009f\u202a-\u202e\u2066-\u206f]/g, escaped);
