import { WrongAnswerError } from '../http/answer.ts';
import type { Fields } from './answer-kinds.ts';
import { isObject, KINDS, NEEDED } from './answer-kinds.ts';
import type { KeyKind } from './client.ts';

/** A request to Stripe, as far as its answer has to fit. */
export interface Asked {
  readonly url: URL;
  readonly mode: KeyKind['mode'];
  /** True for a request that makes or changes one object. */
  readonly isWrite?: boolean;
}

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

/** An invoice names its subscription with what it was made by. */
function ownerOf(item: Fields, owner: (typeof OWNERS)[number]): unknown {
  const { parent } = item;
  const isBilled = owner === 'subscription' && item['object'] === 'invoice' && isObject(parent);
  const details = isBilled ? parent['subscription_details'] : item;
  return isObject(details) ? idIn(details[owner]) : undefined;
}

/** @throws {WrongAnswerError} for what was not asked for. */
function checkItem(item: Fields, kind: string, query: URLSearchParams): void {
  if (item['object'] !== kind) throw new WrongAnswerError(`A list of ${kind}s has another object.`);
  for (const owner of OWNERS) {
    const asked = query.get(owner);
    if (asked !== null && ownerOf(item, owner) !== asked) {
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

/** What stands in a path where an id does, and answers an object with an id of its own. */
const PREVIEW = 'create_preview';

/** @throws {WrongAnswerError} unless it is the object that was made, or the one that was changed. */
function checkWritten(body: Fields, kind: string, rest: string): void {
  const { object: made, id } = body;
  if (made !== kind) throw new WrongAnswerError(`The response is no ${kind}.`);
  // Behind the id, the path says what is done with it.
  const [asked = ''] = rest.split('/');
  const isNew = asked === '' || asked === PREVIEW;
  const isRight = isNew ? typeof id === 'string' && id !== '' : id === asked;
  if (!isRight) throw new WrongAnswerError(`The response is another ${kind}.`);
}

/** Lists of what an object consists of, behind its id. */
const NESTED = '/line_items';

/**
 * Checks a success of Stripe against its question: a whole list of the right objects of the right owner
 * and mode, or the one object that was asked for, each with what this app reads of it.
 * @throws {WrongAnswerError}
 */
export function refuseWrongAnswer({ url, mode, isWrite = false }: Asked, body: unknown): void {
  checkEach(body, mode);
  const { kind, rest } = partsOf(url);
  if (kind === undefined || !isObject(body)) return;
  if (isWrite) {
    checkWritten(body, kind, rest);
    return;
  }
  const isSearch = rest === 'search';
  const isNested = rest.endsWith(NESTED);
  const isOne = kind === 'account' || kind === 'balance' || (rest !== '' && !isSearch && !isNested);
  const expected = isOne ? kind : isSearch ? 'search_result' : 'list';
  if (body['object'] !== expected) throw new WrongAnswerError(`The response is no ${expected}.`);
  if (isOne && rest !== '' && body['id'] !== rest) {
    throw new WrongAnswerError(`The response is another ${kind}.`);
  }
  for (const item of isOne ? [] : itemsOf(body))
    checkItem(item, isNested ? 'item' : kind, url.searchParams);
}
