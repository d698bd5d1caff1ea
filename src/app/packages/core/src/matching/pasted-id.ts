import { kindOfStripeId } from '../links/stripe-id.ts';

/** A Stripe object that a person names by pasting its id or the address of its dashboard page. */
export interface PastedId {
  readonly kind: 'charge' | 'payment-intent' | 'invoice' | 'subscription' | 'checkout' | 'customer';
  readonly id: string;
  /** Where what was pasted tells it. */
  readonly mode: 'live' | 'test' | undefined;
}

const KINDS: ReadonlyMap<string, PastedId['kind']> = new Map([
  ['ch', 'charge'],
  ['py', 'charge'],
  ['pi', 'payment-intent'],
  ['in', 'invoice'],
  ['sub', 'subscription'],
  ['cs', 'checkout'],
  ['cus', 'customer'],
]);

function modeOfCheckout(id: string): PastedId['mode'] {
  if (id.startsWith('cs_test_')) return 'test';
  return id.startsWith('cs_live_') ? 'live' : undefined;
}

function parseId(text: string): PastedId | undefined {
  const kind = KINDS.get(kindOfStripeId(text) ?? '');
  if (kind === undefined) return undefined;
  return { kind, id: text, mode: modeOfCheckout(text) };
}

const DASHBOARD = /^https:\/\/dashboard\.stripe\.com\/([^?#\s]*)(?:[?#]\S*)?$/i;

const PAGE = new RegExp(
  '^(?:acct_[A-Za-z0-9]+/)?(test/)?' +
    '(payments|invoices|subscriptions|customers|checkout/sessions)/([^/]+)/?$',
);

const KINDS_OF_PAGE: ReadonlyMap<string, readonly PastedId['kind'][]> = new Map([
  ['payments', ['payment-intent', 'charge']],
  ['invoices', ['invoice']],
  ['subscriptions', ['subscription']],
  ['customers', ['customer']],
  ['checkout/sessions', ['checkout']],
] as const);

function parseAddress(text: string): PastedId | undefined {
  const [, test, page = '', last = ''] = PAGE.exec(DASHBOARD.exec(text)?.[1] ?? '') ?? [];
  const parsed = parseId(last);
  if (parsed === undefined || KINDS_OF_PAGE.get(page)?.includes(parsed.kind) !== true) {
    return undefined;
  }
  if (test === undefined) return parsed;
  return parsed.mode === 'live' ? undefined : { ...parsed, mode: 'test' };
}

/** A shorter text would match nearly everyone; a longer one is no name, address or id. */
const MIN_SEARCH = 3;
const MAX_SEARCH = 300;

/** True for an id, and for a text that can be searched for by its length and has a letter or digit. */
export function isSearchable(text: string): boolean {
  const { length } = text.trim();
  const hasEnough = length >= MIN_SEARCH && length <= MAX_SEARCH && /[\p{L}\p{N}]/u.test(text);
  return hasEnough || parsePastedId(text) !== undefined;
}

/**
 * An id with blanks around it, or the address of its page in Stripe's dashboard; undefined for anything
 * else. An address without `/test/` leaves the mode open: Stripe's answer tells it.
 */
export function parsePastedId(text: string): PastedId | undefined {
  const trimmed = text.trim();
  return parseId(trimmed) ?? parseAddress(trimmed);
}
