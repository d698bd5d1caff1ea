import type { DashboardPage } from '@stripe-payments/core';
import { dashboardUrl, kindOfStripeId } from '@stripe-payments/core';
import { expect } from 'vitest';
import { fc, test } from '../../builders/laws.ts';

const LIVE = { mode: 'live', accountId: 'acct_1Ab' } as const;

test.each([
  [LIVE, 'payments', 'pi_1', 'https://dashboard.stripe.com/acct_1Ab/payments/pi_1'],
  [LIVE, 'payments', 'ch_1', 'https://dashboard.stripe.com/acct_1Ab/payments/ch_1'],
  [LIVE, 'payments', 'py_1', 'https://dashboard.stripe.com/acct_1Ab/payments/py_1'],
  [LIVE, 'customers', 'cus_1', 'https://dashboard.stripe.com/acct_1Ab/customers/cus_1'],
  [LIVE, 'invoices', 'in_1', 'https://dashboard.stripe.com/acct_1Ab/invoices/in_1'],
  [
    { mode: 'test', accountId: 'acct_1Ab' },
    'subscriptions',
    'sub_1',
    'https://dashboard.stripe.com/acct_1Ab/test/subscriptions/sub_1',
  ],
  [
    { mode: 'test', accountId: null },
    'payments',
    'pi_1',
    'https://dashboard.stripe.com/test/payments/pi_1',
  ],
] as const)('%j: the page among %s of %s', (account, page, id, url) => {
  expect(dashboardUrl(account, page, id)).toBe(url);
});

const NO_IDS = [
  '',
  'pi_',
  'pi_1/../../customers/cus_1',
  'pi_1/..',
  '..',
  'pi_1?redirect=https://evil.example',
  'pi_1#',
  'pi_1%2f..',
  'pi_1\\evil',
  'pi_1@evil.example',
  '@evil.example',
  'pi_1\n',
  ' pi_1',
  'pi_1\u202e',
  'pi_é',
  'PI_1',
  'pi_1_secret_2',
  `pi_${'1'.repeat(251)}`,
  'javascript:alert(1)',
];

test.each([...NO_IDS, 'cus_1', 'in_1', 'acct_1', 'evt_1'])('%j gives no payment URL', (id) => {
  expect(dashboardUrl(LIVE, 'payments', id)).toBeNull();
});

test.each([...NO_IDS, 'cus_1', 'pi_1'])('the account id %j gives no URL', (accountId) => {
  expect(dashboardUrl({ mode: 'live', accountId }, 'payments', 'pi_1')).toBeNull();
});

test.each(['sub_sched_1', 'pi_1_secret_2', 'cs_test_a1_secret_b2', '1', 'cus', 'cus_'])(
  '%s is an id of no kind',
  (text) => {
    expect(kindOfStripeId(text)).toBeUndefined();
  },
);

const PAGES: readonly DashboardPage[] = ['payments', 'customers', 'subscriptions', 'invoices'];
const PREFIXES = ['pi_', 'ch_', 'py_', 'cus_', 'sub_', 'in_', 'acct_', '', '../', '@', '//'];

const someId = fc
  .tuple(fc.constantFrom(...PREFIXES), fc.string({ unit: 'binary', maxLength: 12 }))
  .map((parts) => parts.join(''));

test.prop([fc.constantFrom(...PAGES), fc.option(someId, { nil: null }), someId, fc.boolean()], {
  numRuns: 2_000,
})(
  'every URL is on the Dashboard, with a path made of the ids alone',
  (page, accountId, id, isTest) => {
    const url = dashboardUrl({ mode: isTest ? 'test' : 'live', accountId }, page, id);
    if (url === null) return;
    const { origin, pathname, search, hash, href } = new URL(url);
    expect(href).toBe(url);
    expect(origin).toBe('https://dashboard.stripe.com');
    expect([search, hash]).toEqual(['', '']);
    const account = accountId === null ? [] : [accountId];
    expect(pathname.slice(1).split('/')).toEqual([
      ...account,
      ...(isTest ? ['test'] : []),
      page,
      id,
    ]);
  },
);
