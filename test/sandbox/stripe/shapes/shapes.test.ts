import { beforeAll, expect, test } from 'vitest';
import { allAnswers, isWireObject, seededStripe, type Answer, type WireObject } from './answers.ts';
import { checksOf, type Check } from './type-checks.ts';

let checks: ReadonlyMap<string, Check>;
let answers: readonly Answer[];

beforeAll(async () => {
  checks = checksOf('stripe-objects.ts', 'StripeObjects');
  answers = await allAnswers(seededStripe());
});

function checkByType(object: WireObject): readonly string[] {
  const name = String(object['object']);
  return checks.get(name)?.(object, name) ?? [`${name}: no type is known`];
}

/** The types say nothing about the data of an event: its objects are checked as what they are. */
function checkEvent(event: WireObject): readonly string[] {
  const { object, previous_attributes: previous } = isWireObject(event['data'])
    ? event['data']
    : {};
  if (!isWireObject(object)) return ['event.data.object: missing'];
  const before = isWireObject(previous) ? checkByType({ ...object, ...previous }) : [];
  return [...checkByType({ ...event, data: { object: {} } }), ...checkByType(object), ...before];
}

const checkObject = (object: WireObject): readonly string[] =>
  object['object'] === 'event' ? checkEvent(object) : checkByType(object);

const ENVELOPES: Readonly<Record<string, readonly string[]>> = {
  list: ['data', 'has_more', 'object', 'url'],
  search_result: ['data', 'has_more', 'next_page', 'object', 'url'],
};

function checkAnswer({ body }: Answer): readonly string[] {
  const fields = ENVELOPES[String(body['object'])];
  if (fields === undefined) return checkObject(body);
  const found = Object.keys(body).toSorted();
  const wrong = found.join() === fields.join() ? [] : [`list: ${found.join()}`];
  const { data } = body;
  const rows = Array.isArray(data) ? data.filter(isWireObject) : [];
  return [...wrong, ...rows.flatMap((row) => checkObject(row))];
}

function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isWireObject(value)) return [];
  const { object } = value;
  const own = typeof object === 'string' ? [object] : [];
  return [...own, ...Object.values(value).flatMap(namesIn)];
}

test('every answer has exactly the fields of the types of the stripe package', () => {
  const wrong = answers.flatMap((answer) =>
    checkAnswer(answer).map((each) => `${answer.request.slice(0, 80)}: ${each}`),
  );
  expect([...new Set(wrong)]).toEqual([]);
});

test('the answers contain an object of every type', () => {
  const met = new Set(answers.flatMap(({ body }) => namesIn(body)));
  expect([...checks.keys()].filter((name) => !met.has(name))).toEqual([]);
});

test('every expandable field occurs as an id and as an object', () => {
  const charges = answers
    .filter(({ request }) => request.startsWith('GET /v1/charges?'))
    .flatMap(({ body }) => (Array.isArray(body['data']) ? body['data'].filter(isWireObject) : []));
  const kinds = charges.map(({ balance_transaction: found }) => typeof found);
  expect(new Set(kinds)).toEqual(new Set(['string', 'object']));
});

interface Fault {
  readonly fault: string;
  readonly of: string;
  readonly change: (object: WireObject) => WireObject;
  readonly reported: string;
}

const without = (object: WireObject, field: string): WireObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== field));

const within = (object: WireObject, field: string, change: WireObject): WireObject => ({
  ...object,
  [field]: { ...(isWireObject(object[field]) ? object[field] : {}), ...change },
});

const FAULTS: readonly Fault[] = [
  {
    fault: 'an unknown field',
    of: '/v1/charges',
    change: (charge) => ({ ...charge, invoice: null }),
    reported: 'charge.invoice: unknown field',
  },
  {
    fault: 'an unknown field inside',
    of: '/v1/charges',
    change: (charge) => within(charge, 'billing_details', { fax: null }),
    reported: 'charge.billing_details.fax: unknown field',
  },
  {
    fault: 'a missing field',
    of: '/v1/refunds',
    change: (refund) => without(refund, 'receipt_number'),
    reported: 'refund.receipt_number: missing',
  },
  {
    fault: 'null where a value is promised',
    of: '/v1/payment_intents',
    change: (intent) => ({ ...intent, amount_received: null }),
    reported: 'payment_intent.amount_received: null is no number',
  },
  {
    fault: 'another kind of value',
    of: '/v1/invoices',
    change: (invoice) => ({ ...invoice, total: '100' }),
    reported: 'invoice.total: "100" is no number',
  },
  {
    fault: 'an expanded object of another kind',
    of: '/v1/charges',
    change: (charge) => ({ ...charge, balance_transaction: { object: 'refund', id: 're_1' } }),
    reported: 'charge.balance_transaction.object: "refund" is not "balance_transaction"',
  },
  {
    fault: 'a number for a decimal',
    of: '/v1/prices',
    change: (price) => ({ ...price, unit_amount_decimal: 12.5 }),
    reported: 'price.unit_amount_decimal: 12.5 is no decimal',
  },
];

test.each(FAULTS)('reports $fault', ({ of, change, reported }) => {
  const list = answers.find(({ request }) => request.startsWith(`GET ${of}?limit`));
  const data = list?.body['data'];
  const [row] = Array.isArray(data) ? data.filter(isWireObject) : [];
  if (row === undefined) throw new Error(`Nothing was listed by ${of}.`);
  expect(checkObject(row)).toEqual([]);
  expect(checkObject(change(row))).toContain(reported);
});

test('accepts a new value of an open enum, and none of a closed one', () => {
  const check = checks.get('refund');
  const refund = answers
    .flatMap(({ body }) => (Array.isArray(body['data']) ? body['data'].filter(isWireObject) : []))
    .find(({ object }) => object === 'refund');
  expect(check?.({ ...refund, reason: 'regretted' }, 'refund')).toEqual([]);
  expect(check?.({ ...refund, object: 'regret' }, 'refund')).not.toEqual([]);
});
