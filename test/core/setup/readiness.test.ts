import type { AccountRequirements, Readiness, StripeAccountFacts } from '@stripe-payments/core';
import { readinessOf } from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { fc, test } from '../../builders/laws.ts';

const none: AccountRequirements = {
  currentlyDue: [],
  pastDue: [],
  eventuallyDue: [],
  pendingVerification: [],
  deadlineSeconds: null,
  disabledReason: null,
  errors: [],
};

type Switches = Pick<StripeAccountFacts, 'chargesEnabled' | 'payoutsEnabled' | 'detailsSubmitted'>;

const ON: Switches = { chargesEnabled: true, payoutsEnabled: true, detailsSubmitted: true };
const OFF: Switches = { chargesEnabled: false, payoutsEnabled: false, detailsSubmitted: true };

const account = (
  requirements: Partial<AccountRequirements> | null,
  switches: Partial<Switches> = {},
): StripeAccountFacts => ({
  id: 'acct_1',
  name: 'Northwind',
  country: 'US',
  currency: 'usd',
  ...ON,
  ...switches,
  requirements: requirements === null ? null : { ...none, ...requirements },
});

const needed = (
  due: readonly string[] = [],
  rest: Partial<Extract<Readiness, { status: 'action-needed' }>> = {},
): Readiness => ({
  status: 'action-needed',
  due,
  isOverdue: false,
  deadlineSeconds: null,
  errors: [],
  ...rest,
});

const DEADLINE = 1_796_000_000;

/** Accounts as Stripe describes them (docs.stripe.com/connect/handling-api-verification). */
const CASES: readonly (readonly [string, StripeAccountFacts, Readiness])[] = [
  ['nothing is asked for', account({}), { status: 'ready' }],
  ['something will be asked for', account({ eventuallyDue: ['tax_id'] }), { status: 'ready' }],
  ['a deadline without anything due', account({ deadlineSeconds: DEADLINE }), { status: 'ready' }],
  [
    'something is checked while payments go on',
    account({ pendingVerification: ['tax_id'] }),
    { status: 'in-review', pending: ['tax_id'] },
  ],
  [
    'something is checked before payments start',
    account(
      {
        pendingVerification: ['tax_id'],
        disabledReason: 'requirements.pending_verification',
      },
      OFF,
    ),
    { status: 'in-review', pending: ['tax_id'] },
  ],
  [
    'a capability waits for a check and there is no reason',
    account({ pendingVerification: ['tax_id'] }, { chargesEnabled: false }),
    { status: 'in-review', pending: ['tax_id'] },
  ],
  [
    'Stripe looks at the account',
    account({ disabledReason: 'under_review' }, OFF),
    { status: 'in-review', pending: [] },
  ],
  [
    'the account may be on a list of sanctions',
    account({ disabledReason: 'listed' }, OFF),
    { status: 'in-review', pending: [] },
  ],
  [
    'something is due by a day',
    account({ currentlyDue: ['tax_id'], deadlineSeconds: DEADLINE }),
    needed(['tax_id'], { deadlineSeconds: DEADLINE }),
  ],
  [
    'something was due, which is told first and once',
    account(
      {
        currentlyDue: ['external_account', 'tax_id'],
        pastDue: ['tax_id'],
        disabledReason: 'requirements.past_due',
      },
      OFF,
    ),
    needed(['tax_id', 'external_account'], { isOverdue: true }),
  ],
  [
    'payouts alone are off for want of a bank account',
    account({ pastDue: ['external_account'] }, { payoutsEnabled: false }),
    needed(['external_account'], { isOverdue: true }),
  ],
  [
    'what was handed in is wrong',
    account({ errors: ['The document has expired.'] }),
    needed([], { errors: ['The document has expired.'] }),
  ],
  [
    'something is due and something else is checked',
    account({ currentlyDue: ['email'], pendingVerification: ['tax_id'] }),
    needed(['email']),
  ],
  ['the application was never sent', account({}, { detailsSubmitted: false }), needed()],
  [
    'no capability was asked for',
    account({ disabledReason: 'action_required.requested_capabilities' }, OFF),
    needed(),
  ],
  ['the account is rejected', account({ disabledReason: 'rejected.fraud' }, OFF), needed()],
  [
    'it is rejected, whatever is still checked',
    account({ disabledReason: 'rejected.fraud', pendingVerification: ['tax_id'] }, OFF),
    needed(),
  ],
  ['a platform has paused it', account({ disabledReason: 'platform_paused' }, OFF), needed()],
  ['a reason that is new to us', account({ disabledReason: 'brand_new' }, OFF), needed()],
  ['charges are off for no reason', account({}, { chargesEnabled: false }), needed()],
  ['payouts are off for no reason', account({}, { payoutsEnabled: false }), needed()],
  ['nothing may be read', account(null), { status: 'unreadable' }],
  ['nothing may be read of a stopped account', account(null, OFF), { status: 'unreadable' }],
];

describe('readiness', () => {
  test.each(CASES)('%s', (_name, facts, readiness) => {
    expect(readinessOf(facts)).toEqual(readiness);
  });
});

const fields = fc.uniqueArray(fc.constantFrom('tax_id', 'email', 'external_account', 'phone'));
const reasons = fc.constantFrom(
  null,
  'requirements.past_due',
  'requirements.pending_verification',
  'under_review',
  'listed',
  'rejected.fraud',
  'other',
);

const someRequirements: fc.Arbitrary<AccountRequirements> = fc.record({
  currentlyDue: fields,
  pastDue: fields,
  eventuallyDue: fields,
  pendingVerification: fields,
  deadlineSeconds: fc.constantFrom(null, DEADLINE),
  disabledReason: reasons,
  errors: fc.array(fc.constant('It is wrong.'), { maxLength: 1 }),
});

const someSwitches: fc.Arbitrary<Switches> = fc.record({
  chargesEnabled: fc.boolean(),
  payoutsEnabled: fc.boolean(),
  detailsSubmitted: fc.boolean(),
});

test.prop([someSwitches])('an account whose requirements are hidden is never ready', (switches) => {
  expect(readinessOf(account(null, switches)).status).toBe('unreadable');
});

test.prop([someRequirements, someSwitches])(
  'a due requirement outweighs all else, and all are listed, overdue first',
  (requirements, switches) => {
    const readiness = readinessOf(account(requirements, switches));
    const { pastDue, currentlyDue } = requirements;
    if (pastDue.length + currentlyDue.length === 0) return;
    expect(readiness.status).toBe('action-needed');
    if (readiness.status !== 'action-needed') return;
    expect(readiness.due.slice(0, pastDue.length)).toEqual(pastDue);
    expect(readiness.due.toSorted()).toEqual(
      [...new Set([...pastDue, ...currentlyDue])].toSorted(),
    );
    expect(readiness.isOverdue).toBe(pastDue.length > 0);
  },
);

test.prop([someRequirements, someSwitches])(
  'a ready account has charges and payouts enabled and no obstacle',
  (requirements, switches) => {
    const facts = account(requirements, switches);
    if (readinessOf(facts).status !== 'ready') return;
    expect(switches).toEqual(ON);
    expect({ ...requirements, eventuallyDue: [], deadlineSeconds: null }).toEqual(none);
  },
);
