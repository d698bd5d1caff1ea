import { toDecimal } from '../money/decimal.ts';
import { formatCurrency } from '../money/format.ts';
import type { Money } from '../money/money.ts';

/** How long a code is made; it is accepted for as long again. */
export const CODE_WINDOW_MS = 10 * 60_000;

/** HubSpot's name for an edit that a user made in its interface. */
const BY_USER = 'CRM_UI';

/** Of HubSpot's clock ahead of ours. */
const MAX_CLOCK_DIFFERENCE_MS = 60_000;

/** What a person confirms; the word is the first of the text, in any language. */
export type ConfirmedAction =
  | 'REFUND'
  | 'SEND'
  | 'VOID'
  | 'PAID'
  | 'UNCOLLECTIBLE'
  | 'CANCEL'
  | 'CANCEL-NOW'
  | 'KEEP'
  | 'PAUSE'
  | 'RESUME'
  | 'CHANGE'
  | 'SUBSCRIBE'
  /** Nothing is done: it shows what HubSpot's history says. */
  | 'TEST';

/** One letter for five bits: without 0, 1, I and O, which are taken for each other. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 6;

/** A version of the property, as its history says. */
export interface PropertyEdit {
  readonly value: string;
  /** By HubSpot's clock, in milliseconds since the epoch. */
  readonly writtenAtMs: number;
  readonly sourceType: string | null;
  readonly updatedByUserId: string | null;
}

/** Signs what a code stands for; the answer is hexadecimal and says nothing of the key. */
export type Sign = (text: string) => string;

export interface Confirmed {
  readonly action: ConfirmedAction;
  /** Null for a text without one. */
  readonly amount: Money | null;
  /** Everything that the code is for, and for nothing else: the record and the content of the action. */
  readonly content: string;
}

export const windowOf = (nowMs: number): number => Math.floor(nowMs / CODE_WINDOW_MS);

/** The end of a code's validity, in milliseconds since the epoch. */
export const validUntilMs = (window: number): number => (window + 2) * CODE_WINDOW_MS;

/** Six letters of a signature, which is longer. */
function codeIn(signature: string): string {
  let bits = BigInt(`0x${signature}`);
  let code = '';
  for (let place = 0; place < CODE_LENGTH; place += 1) {
    code += ALPHABET[Number(bits & 31n)] ?? '';
    bits >>= 5n;
  }
  return code;
}

/** `REFUND 25.00 USD 7F3K9Q`: the code is of this content, in this window of time. */
export function confirmationText(
  { action, amount, content }: Confirmed,
  window: number,
  sign: Sign,
): string {
  const shown =
    amount === null ? action : `${action} ${toDecimal(amount)} ${formatCurrency(amount.currency)}`;
  return `${shown} ${codeIn(sign(JSON.stringify([shown, content, window])))}`;
}

/** The window in which the text was made for exactly this, where it is still accepted. */
function windowOfText(
  text: string,
  confirmed: Confirmed,
  nowMs: number,
  sign: Sign,
): number | undefined {
  const present = windowOf(nowMs);
  return [present, present - 1].find(
    (window) => confirmationText(confirmed, window, sign) === text,
  );
}

/** A day of windows. Says only why it is refused: none of these is accepted. */
const REMEMBERED_WINDOWS = 144;

/** True where the text was made for exactly this, and is too old. */
function isOfBefore(text: string, confirmed: Confirmed, nowMs: number, sign: Sign): boolean {
  const present = windowOf(nowMs);
  return Array.from({ length: REMEMBERED_WINDOWS }, (_, ago) => present - 2 - ago).some(
    (window) => confirmationText(confirmed, window, sign) === text,
  );
}

export type ConfirmationCheck =
  | { readonly status: 'accepted'; readonly userId: string; readonly confirmedAtMs: number }
  /** Nothing is in the property. */
  | { readonly status: 'missing' }
  /** Another text is in the property. */
  | { readonly status: 'differs' }
  /** The newest version was not written by a user in HubSpot's interface. */
  | { readonly status: 'not-by-user' }
  /** Made for this, or written, too long ago. */
  | { readonly status: 'expired' }
  /** Not made for this. */
  | { readonly status: 'other' };

/** Versions of the newest moment: more than one where HubSpot's clock does not tell them apart. */
function newestOf(history: readonly PropertyEdit[]): readonly PropertyEdit[] {
  const newestMs = history.reduce(
    (newest, { writtenAtMs }) => Math.max(newest, writtenAtMs),
    -Infinity,
  );
  return history.filter(({ writtenAtMs }) => writtenAtMs === newestMs);
}

const USER_ID = /^[1-9]\d{0,18}$/;

/**
 * Whether a person has confirmed exactly this: the newest version of the property is the text, written by a
 * user in HubSpot's interface, while the text was valid. Older versions say nothing.
 */
export function checkConfirmation(
  text: string,
  confirmed: Confirmed,
  history: readonly PropertyEdit[],
  { nowMs, sign }: { readonly nowMs: number; readonly sign: Sign },
): ConfirmationCheck {
  const window = windowOfText(text, confirmed, nowMs, sign);
  if (window === undefined) {
    return { status: isOfBefore(text, confirmed, nowMs, sign) ? 'expired' : 'other' };
  }
  const newest = newestOf(history);
  const [edit] = newest;
  const values = newest.map(({ value }) => value.trim());
  if (edit === undefined || values.every((value) => value === '')) return { status: 'missing' };
  if (values.some((value) => value !== text)) return { status: 'differs' };
  const users = new Set(
    newest.map(({ sourceType, updatedByUserId }) =>
      sourceType === BY_USER && USER_ID.test(updatedByUserId ?? '') ? updatedByUserId : null,
    ),
  );
  const [userId, ...others] = users;
  if (userId === null || userId === undefined || others.length > 0)
    return { status: 'not-by-user' };
  const { writtenAtMs: confirmedAtMs } = edit;
  const latestMs = Math.min(validUntilMs(window), nowMs + MAX_CLOCK_DIFFERENCE_MS);
  const isInTime = confirmedAtMs >= window * CODE_WINDOW_MS && confirmedAtMs < latestMs;
  return isInTime ? { status: 'accepted', userId, confirmedAtMs } : { status: 'expired' };
}
