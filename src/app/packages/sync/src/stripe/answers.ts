import { WrongAnswerError } from '../http/answer.ts';
import type { KeyKind } from './client.ts';

/** A request to Stripe, as far as its answer has to fit. */
export interface Asked {
  readonly url: URL;
  readonly mode: KeyKind['mode'];
}

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const integer: Check = (value) => Number.isSafeInteger(value);
const text: Check = (value) => typeof value === 'string';
const textOrNull: Check = (value) => value === null || text(value);
const flag: Check = (value) => typeof value === 'boolean';
const list: Check = (value) => isObject(value) && value['object'] === 'list';
const object: Check = isObject;
const array: Check = Array.isArray;
/** An id, an expanded object, or null: there, whatever it is. */
const reference: Check = (value) => textOrNull(value) || isObject(value);

/** What this app reads of each kind of object and cannot do without. */
const NEEDED: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  charge: {
    created: integer,
    livemode: flag,
    status: text,
    captured: flag,
    disputed: flag,
    amount: integer,
    amount_captured: integer,
    amount_refunded: integer,
    currency: text,
    customer: reference,
    payment_intent: reference,
    billing_details: object,
  },
  balance_transaction: {
    created: integer,
    amount: integer,
    fee: integer,
    net: integer,
    currency: text,
    reporting_category: text,
    fee_details: array,
    available_on: integer,
  },
  refund: {
    created: integer,
    amount: integer,
    currency: text,
    status: textOrNull,
    charge: reference,
  },
  dispute: {
    created: integer,
    amount: integer,
    currency: text,
    status: text,
    charge: reference,
    balance_transactions: array,
    evidence_details: object,
  },
  payment_intent: { created: integer, amount: integer, status: text },
  invoice: {
    created: integer,
    status: textOrNull,
    currency: text,
    total: integer,
    amount_paid: integer,
    amount_remaining: integer,
    status_transitions: object,
    lines: list,
  },
  invoice_payment: { payment: object, status: text, invoice: reference },
  subscription: {
    created: integer,
    status: text,
    currency: text,
    customer: reference,
    items: list,
    automatic_tax: object,
  },
  subscription_schedule: { created: integer, status: text, customer: reference, phases: array },
  subscription_item: { price: object, current_period_end: integer },
  'checkout.session': { created: integer, status: textOrNull, payment_status: text },
  payout: { arrival_date: integer, automatic: flag, currency: text, status: text },
  event: { created: integer, livemode: flag, type: text, data: object },
};

/** Endpoints and the kind of object that they are about. */
const KINDS: Readonly<Record<string, string>> = {
  account: 'account',
  balance: 'balance',
  balance_transactions: 'balance_transaction',
  charges: 'charge',
  'checkout/sessions': 'checkout.session',
  coupons: 'coupon',
  customers: 'customer',
  disputes: 'dispute',
  events: 'event',
  invoice_payments: 'invoice_payment',
  invoices: 'invoice',
  payment_intents: 'payment_intent',
  payouts: 'payout',
  prices: 'price',
  products: 'product',
  refunds: 'refund',
  subscription_items: 'subscription_item',
  subscription_schedules: 'subscription_schedule',
  subscriptions: 'subscription',
};

/** Parameters that name whose objects a list has, each also a field of the object. */
const OWNERS = [
  'customer',
  'payment_intent',
  'charge',
  'invoice',
  'subscription',
  'source',
] as const;

const MAX_NAME_LENGTH = 80;

function nameOf(value: Fields): string {
  const { object: kind, id } = value;
  const named = [kind, id].filter((part) => typeof part === 'string');
  return named.join(' ').slice(0, MAX_NAME_LENGTH);
}

const idIn = (value: unknown): unknown => (isObject(value) ? value['id'] : value);

const itemsOf = ({ data }: Fields): readonly Fields[] =>
  Array.isArray(data) ? data.filter(isObject) : [];

/** @throws {WrongAnswerError} for a list whose end or content is unclear. */
function checkList(value: Fields): void {
  const { data, has_more: hasMore } = value;
  if (!Array.isArray(data)) throw new WrongAnswerError('A list has no data.');
  if (typeof hasMore !== 'boolean') {
    throw new WrongAnswerError('A list does not say whether it has more.');
  }
  const ids = data.map((item: unknown) => (isObject(item) ? item['id'] : undefined));
  if (!ids.every((id) => typeof id === 'string' && id !== '')) {
    throw new WrongAnswerError('A list has an object without an ID.');
  }
  if (new Set(ids).size !== ids.length) {
    throw new WrongAnswerError('A list has an object twice.');
  }
  if (ids.length === 0 && hasMore) {
    throw new WrongAnswerError('A list without objects says that it has more.');
  }
}

/** @throws {WrongAnswerError} for a part that says it is of another object. */
function checkParts(value: Fields): void {
  const { object: kind, id } = value;
  if (typeof kind !== 'string') return;
  for (const part of Object.values(value).flatMap((field) =>
    isObject(field) ? itemsOf(field) : [],
  )) {
    const owner = idIn(part[kind]);
    if (typeof owner === 'string' && owner !== id) {
      throw new WrongAnswerError(`${nameOf(value)} has a part of another.`);
    }
  }
}

function checkObject(value: Fields, mode: KeyKind['mode']): void {
  const { object: kind, livemode, deleted } = value;
  if (typeof livemode === 'boolean' && livemode !== (mode === 'live')) {
    throw new WrongAnswerError(`${nameOf(value)} is not of the key's mode.`);
  }
  if (typeof kind !== 'string' || deleted === true) return;
  if (kind === 'list' || kind === 'search_result') checkList(value);
  for (const [field, check] of Object.entries(NEEDED[kind] ?? {})) {
    if (!check(value[field])) throw new WrongAnswerError(`${nameOf(value)} has no ${field}.`);
  }
  checkParts(value);
}

/** Looks at the answer and at everything in it. */
function checkEach(value: unknown, mode: KeyKind['mode']): void {
  if (typeof value !== 'object' || value === null) return;
  if (isObject(value)) checkObject(value, mode);
  // The object of an event is in the version of its creation.
  if (isObject(value) && value['object'] === 'event') return;
  for (const part of Object.values(value)) checkEach(part, mode);
}

function emailOf(item: Fields): unknown {
  const { customer_details: details, email } = item;
  return isObject(details) ? details['email'] : email;
}

const isSameText = (left: unknown, right: string): boolean =>
  typeof left === 'string' && left.trim().toLowerCase() === right.trim().toLowerCase();

/** @throws {WrongAnswerError} for what was not asked for. */
function checkItem(item: Fields, kind: string, query: URLSearchParams): void {
  if (item['object'] !== kind) throw new WrongAnswerError(`A list of ${kind}s has another object.`);
  for (const owner of OWNERS) {
    const asked = query.get(owner);
    if (asked !== null && idIn(item[owner]) !== asked) {
      throw new WrongAnswerError(`A list has the ${kind} of another ${owner}.`);
    }
  }
  const email = query.get('email') ?? query.get('customer_details[email]');
  if (email !== null && !isSameText(emailOf(item), email)) {
    throw new WrongAnswerError(`A list has a ${kind} of another email.`);
  }
  if (item['id'] === query.get('starting_after')) {
    throw new WrongAnswerError('A list does not go on.');
  }
}

/** The endpoint's kind, and what its path says beyond: an id, `search` or nothing. */
function partsOf({ pathname }: URL): { readonly kind?: string; readonly rest: string } {
  const path = pathname.replace('/v1/', '');
  const endpoint = Object.keys(KINDS).find((name) => path === name || path.startsWith(`${name}/`));
  if (endpoint === undefined) return { rest: '' };
  const kind = KINDS[endpoint];
  const rest = decodeURIComponent(path.slice(endpoint.length + 1));
  return kind === undefined ? { rest } : { kind, rest };
}

/**
 * Checks a success of Stripe against its question: a whole list of the right objects of the right owner
 * and mode, or the one object that was asked for, each with what this app reads of it.
 * @throws {WrongAnswerError}
 */
export function refuseWrongAnswer({ url, mode }: Asked, body: unknown): void {
  checkEach(body, mode);
  const { kind, rest } = partsOf(url);
  if (kind === undefined || !isObject(body)) return;
  const isSearch = rest === 'search';
  const isOne = kind === 'account' || kind === 'balance' || (rest !== '' && !isSearch);
  const expected = isOne ? kind : isSearch ? 'search_result' : 'list';
  if (body['object'] !== expected) throw new WrongAnswerError(`The response is no ${expected}.`);
  if (isOne && rest !== '' && body['id'] !== rest) {
    throw new WrongAnswerError(`The response is another ${kind}.`);
  }
  for (const item of isOne ? [] : itemsOf(body)) checkItem(item, kind, url.searchParams);
}
