import { stripVTControlCharacters } from 'node:util';

/** What moves a terminal's cursor or colours, and what turns the order of letters around. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]+/g;
const OVERRIDES = /[\u200e\u200f\u202a-\u202e\u2066\u2067]/g;

/**
 * One line of text as it may be shown on a terminal: an account's name or a label comes from outside,
 * and may hold what a terminal would obey.
 */
export const plainText = (text: string): string =>
  stripVTControlCharacters(text).replaceAll(CONTROLS, ' ').replaceAll(OVERRIDES, '');

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** JSON that a terminal shows as it is: what `JSON.stringify` leaves of the above is escaped. */
export const plainJson = (value: unknown, hide: (text: string) => string): string =>
  JSON.stringify(
    value,
    (_key, part: unknown) => (typeof part === 'string' ? hide(part) : part),
    2,
  ).replaceAll(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, escaped);
