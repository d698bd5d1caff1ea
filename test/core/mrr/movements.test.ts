import { describe, expect, test } from 'vitest';
import type { Life } from '../../builders/billed-life.ts';
import { allOf, DAY, JUNE, lastOf, NOW, on, stripeHas } from '../../builders/movements-of.ts';

describe('one subscription', () => {
  test('is new when it starts', () => {
    expect(allOf(stripeHas({ plans: [{ on: JUNE, amount: 2_000 }] }))).toEqual([
      ['new', 2_000, '2026-06-05'],
    ]);
  });

  test('is new when its trial ends, and nothing before', () => {
    const plans = [{ on: JUNE, amount: 2_000 }] as const;
    const trialEnd = on('2026-07-01T09:00:00Z');
    expect(allOf(stripeHas({ plans, trialEnd }))).toEqual([['new', 2_000, '2026-07-01']]);
    expect(lastOf(stripeHas({ plans, trialEnd: NOW + DAY }))).toBe('none');
  });

  test('that never started is none, also where it ended in its trial', () => {
    const plans = [{ on: JUNE, amount: 2_000 }] as const;
    const [trialEnd, endsOn] = [JUNE + 14 * DAY, JUNE + 3 * DAY];
    expect(lastOf(stripeHas({ plans, trialEnd, endsOn }))).toBe('none');
    for (const status of ['incomplete', 'incomplete_expired']) {
      expect(lastOf(stripeHas({ plans, overrides: { status } }))).toBe('none');
    }
  });

  test.each([
    ['another plan', { amount: 5_000 }, ['expansion', 3_000]],
    ['a smaller plan', { amount: 500 }, ['contraction', -1_500]],
    ['more of it', { amount: 2_000, quantity: 3 }, ['expansion', 4_000]],
  ] as const)('%s moves on the day of the change', (_, plan, movement) => {
    const change = { on: on('2026-08-20T12:00:00Z'), ...plan };
    const found = allOf(stripeHas({ plans: [{ on: JUNE, amount: 2_000 }, change] }));
    expect(found).toEqual([
      ['new', 2_000, '2026-06-05'],
      [...movement, '2026-08-20'],
    ]);
  });

  test('a change that nothing was billed for moves with the next period', () => {
    const change = { on: on('2026-08-20T12:00:00Z'), amount: 5_000, isProrated: false };
    const found = allOf(stripeHas({ plans: [{ on: JUNE, amount: 2_000 }, change] }));
    expect(found.at(-1)).toEqual(['expansion', 3_000, '2026-09-05']);
  });

  test('a change that no invoice tells yet has no date', () => {
    const change = { on: on('2026-11-20T12:00:00Z'), amount: 5_000 };
    const found = allOf(stripeHas({ plans: [{ on: JUNE, amount: 2_000 }, change] }));
    expect(found.at(-1)).toEqual(['expansion', 3_000, null]);
  });

  test('several changes in one period are as many movements', () => {
    const plans = [
      { on: JUNE, amount: 2_000 },
      { on: on('2026-08-10T12:00:00Z'), amount: 2_000, quantity: 5 },
      { on: on('2026-08-12T12:00:00Z'), amount: 2_000, quantity: 4 },
    ] as const;
    expect(allOf(stripeHas({ plans })).slice(1)).toEqual([
      ['expansion', 8_000, '2026-08-10'],
      ['contraction', -2_000, '2026-08-12'],
    ]);
  });

  test('churns when it ends, with the reason and the comment', () => {
    const cancellation = {
      reason: 'cancellation_requested',
      feedback: 'too_expensive',
      comment: 'Season is over.',
    };
    const endsOn = on('2026-10-17T08:00:00Z');
    const ended = stripeHas({ plans: [{ on: JUNE, amount: 2_000 }], endsOn, cancellation });
    expect(lastOf(ended)).toEqual({
      kind: 'churn',
      amount: { minor: -2_000, currency: 'usd' },
      on: endsOn,
      cancellation,
    });
  });

  test('that is paused churns on that day', () => {
    const pausedAt = on('2026-11-19T08:00:00Z');
    const overrides = { status: 'paused', pausedAt };
    const paused = stripeHas({ plans: [{ on: JUNE, amount: 2_000 }], overrides });
    expect(allOf(paused).at(-1)).toEqual(['churn', -2_000, '2026-11-19']);
  });

  test('that is unpaid churned on a day that Stripe does not tell', () => {
    const unpaid = stripeHas({
      plans: [{ on: JUNE, amount: 2_000 }],
      overrides: { status: 'unpaid' },
    });
    expect(allOf(unpaid).at(-1)).toEqual(['churn', -2_000, null]);
  });
});

describe('several subscriptions of a customer', () => {
  const first: Life = {
    id: 'sub_1',
    plans: [{ on: JUNE, amount: 2_000 }],
    endsOn: on('2026-09-10T15:00:00Z'),
  };

  test('one after a while is a reactivation', () => {
    const again: Life = { id: 'sub_2', plans: [{ on: on('2026-10-08T10:00:00Z'), amount: 3_000 }] };
    expect(allOf(stripeHas(first, again))).toEqual([
      ['new', 2_000, '2026-06-05'],
      ['churn', -2_000, '2026-09-10'],
      ['reactivation', 3_000, '2026-10-08'],
    ]);
  });

  test.each([
    ['an hour before', '2026-09-10T14:00:00Z'],
    ['an hour after', '2026-09-10T16:00:00Z'],
    ['in the evening', '2026-09-11T02:00:00Z'],
  ])('one that begins %s the other ends is one movement', (_, begins) => {
    const next: Life = { id: 'sub_2', plans: [{ on: on(begins), amount: 5_000 }] };
    expect(allOf(stripeHas(first, next)).map(([kind, amount]) => [kind, amount])).toEqual([
      ['new', 2_000],
      ['expansion', 3_000],
    ]);
  });

  test('one beside the other is an expansion, and its end a contraction with its reason', () => {
    const cancellation = { reason: null, feedback: 'unused', comment: null };
    const other: Life = {
      id: 'sub_2',
      plans: [{ on: on('2026-07-01T10:00:00Z'), amount: 1_000 }],
      endsOn: on('2026-08-01T10:00:00Z'),
      cancellation,
    };
    const both = stripeHas({ plans: [{ on: JUNE, amount: 2_000 }] }, other);
    expect(allOf(both)).toEqual([
      ['new', 2_000, '2026-06-05'],
      ['expansion', 1_000, '2026-07-01'],
      ['contraction', -1_000, '2026-08-01'],
    ]);
    expect(lastOf(both)).toMatchObject({ cancellation });
  });

  test('of other customers are not one for the other', () => {
    const next: Life = {
      id: 'sub_2',
      customerId: 'cus_2',
      plans: [{ on: on('2026-09-10T16:00:00Z'), amount: 5_000 }],
    };
    expect(allOf(stripeHas(first, next)).map(([kind]) => kind)).toEqual([
      'new',
      'churn',
      'reactivation',
    ]);
  });

  test('in two currencies move apart', () => {
    const euros: Life = {
      id: 'sub_2',
      currency: 'eur',
      plans: [{ on: on('2026-07-01T10:00:00Z'), amount: 1_000 }],
    };
    expect(lastOf(stripeHas({ plans: [{ on: JUNE, amount: 2_000 }] }, euros))).toMatchObject({
      kind: 'new',
      amount: { minor: 1_000, currency: 'eur' },
    });
  });
});
