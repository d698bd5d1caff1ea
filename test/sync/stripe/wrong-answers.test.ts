import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Given } from '../services.ts';
import { serve, settled, wired } from '../services.ts';
import type { Ask, Item } from './true-answers.ts';
import {
  charge,
  customer,
  incomplete,
  invoice,
  list,
  LISTS,
  refund,
  session,
  sink,
  subscription,
  transaction,
} from './true-answers.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const paged = (pages: readonly Item[]) => {
  let page = 0;
  return (): Item => pages[Math.min(page++, pages.length - 1)] ?? {};
};

const owners = { customer: 'cus_2', charge: 'ch_2', email: 'z@b.example' };

/** What a list may say that is not so: each has to be an incomplete read. */
const LIES: readonly (readonly [string, (row: Item) => () => Item])[] = [
  ['is empty and has more', () => paged([list([], true)])],
  ['does not say whether it has more', (row) => paged([list([row], null)])],
  ['has more, as text', (row) => paged([list([row], 'false')])],
  ['does not go on', (row) => paged([list([row], true)])],
  [
    'has a row on two pages',
    (row) => paged([list([row], true), list([{ ...row, id: `${String(row['id'])}x` }, row])]),
  ],
  ['has a row twice', (row) => paged([list([row, row])])],
  ['has a row without an ID', (row) => paged([list([{ ...row, id: undefined }])])],
  ["has another owner's row", (row) => paged([list([{ ...row, ...owners }])])],
  ['has a row of the other mode', (row) => paged([list([{ ...row, livemode: true }])])],
  ['has a row of another kind', (row) => paged([list([{ ...row, object: 'payout' }])])],
  ['has no data', () => paged([{ object: 'list', has_more: false }])],
  ['has a scalar for data', () => paged([{ object: 'list', data: 'ok', has_more: false }])],
  ['has null among its rows', (row) => paged([list([row, null])])],
  ['is an error with status 200', () => paged([{ error: { message: 'No.' } }])],
  ['is no list', (row) => paged([row])],
  ['is empty JSON', () => paged([{}])],
];

/** Answers the path with what is given, and everything else truly. */
function stripeWith(path: string, answer: () => Item): (sent: { readonly path: string }) => Given {
  return (sent) => {
    if (sent.path === path) return { status: 200, body: answer() };
    if (sent.path === '/v1/charges/ch_1') return { status: 200, body: charge };
    const object = sent.path.endsWith('/search') ? 'search_result' : 'list';
    return { status: 200, body: { ...list([]), object } };
  };
}

describe.each(LISTS)('%s', (path, row, ask) => {
  test('with what is so is read', async () => {
    serve(stripeWith(path, paged([list([row])])));
    expect((await settled(ask(wired().stripe))).error).toBeUndefined();
  });

  test.each(LIES)('that %s is an incomplete read', async (_name, lie) => {
    const requests = serve(stripeWith(path, lie(row)));
    const { error, elapsedMs } = await settled(ask(wired().stripe));
    expect(error).toMatchObject({ code: 'stripe-wrong-answer' });
    expect(requests.length).toBeLessThan(8);
    expect(elapsedMs).toBeLessThan(1_000);
  });
});

describe('one object that was asked for', () => {
  const ONE: readonly (readonly [string, Item, Ask])[] = [
    ['/v1/charges/ch_1', charge, (stripe) => stripe.chargesOfPayment('ch_1')],
    ['/v1/customers/cus_1', customer, (stripe) => stripe.customer('cus_1')],
    ['/v1/invoices/in_1', invoice, (stripe) => stripe.invoice('in_1')],
    ['/v1/subscriptions/sub_1', subscription, (stripe) => stripe.subscription('sub_1')],
    ['/v1/checkout/sessions/cs_1', session, (stripe) => stripe.checkout('cs_1')],
  ];

  test.each(ONE)(
    '%s is read, and is not another, of another kind or mode',
    async (path, row, ask) => {
      const asked = async (answer: Item): Promise<unknown> => {
        serve(stripeWith(path, () => answer));
        return (await settled(ask(wired().stripe))).error;
      };
      expect(await asked(row)).toBeUndefined();
      for (const lie of [{ id: 'xx_9' }, { object: 'payout' }, { livemode: true }]) {
        expect(await asked({ ...row, ...lie })).toMatchObject({ code: 'stripe-wrong-answer' });
      }
    },
  );
});

describe('a charge', () => {
  test.each([
    ['without an amount', { amount: undefined }],
    ['with an amount beyond what a number holds', { amount: 2 ** 53 }],
    ['without a time', { created: undefined }],
    ['without the sums of its fee', { balance_transaction: { ...transaction, fee: null } }],
    ['whose refunds are cut in JSON', { refunds: { object: 'list' } }],
    ['whose refunds have one twice', { refunds: list([refund, refund]), amount_refunded: 80 }],
    ["with another charge's refund", { refunds: list([{ ...refund, charge: 'ch_2' }]) }],
  ])('%s is an incomplete read', async (_name, fields) => {
    const answer = list([{ ...charge, ...fields }]);
    serve(stripeWith('/v1/charges', () => answer));
    const { error } = await settled(wired().stripe.chargesOfCustomer('cus_1', sink));
    expect(error).toMatchObject({ code: 'stripe-wrong-answer' });
  });

  test('whose refunds come to less than it says is an incomplete read', async () => {
    const lying = { ...charge, amount_refunded: 40 };
    const complete = async (refunds: readonly unknown[]): Promise<unknown> => {
      serve((sent) =>
        sent.path === '/v1/refunds'
          ? { status: 200, body: list(refunds) }
          : { status: 200, body: lying },
      );
      return (await settled(incomplete(wired().stripe, { hasMoreRefunds: true }))).error;
    };
    expect(await complete([refund])).toBeUndefined();
    expect(await complete([])).toMatchObject({ code: 'stripe-wrong-answer' });
  });

  test('that is disputed has a dispute', async () => {
    const disputed = { ...charge, disputed: true };
    serve((sent) => ({
      status: 200,
      body: sent.path === '/v1/disputes' ? list([]) : disputed,
    }));
    const { error } = await settled(incomplete(wired().stripe, {}));
    expect(error).toMatchObject({ code: 'stripe-wrong-answer' });
  });
});
