import type { Currency, Invoice, Movement, Subscription } from '@stripe-payments/core';
import {
  boundedHistory,
  lastMovement,
  mergeHistories,
  movements,
  NO_REVENUE_HISTORY,
  recurringSummary,
  revenueHistory,
} from '@stripe-payments/core';
import { expect } from 'vitest';
import type { Life, Plan } from '../../builders/billed-life.ts';
import { billedLife } from '../../builders/billed-life.ts';
import { fc, test } from '../../builders/laws.ts';

const NOW = Date.parse('2026-11-22T17:30:00Z') / 1_000;
const DAY = 24 * 60 * 60;
const YEAR = 365 * DAY;

const somePlan: fc.Arbitrary<Plan> = fc.record({
  on: fc.integer({ min: NOW - YEAR, max: NOW - DAY }),
  amount: fc.constantFrom(0, 999, 2_000, 5_000),
  quantity: fc.integer({ min: 1, max: 4 }),
  isProrated: fc.boolean(),
});

const someLife = fc
  .record({
    customerId: fc.constantFrom('cus_1', 'cus_2', 'cus_3'),
    currency: fc.constantFrom<Currency>('usd', 'usd', 'eur'),
    plans: fc.array(somePlan, { minLength: 1, maxLength: 4 }),
    trialDays: fc.option(fc.integer({ min: 1, max: 40 })),
    endsAfter: fc.option(fc.integer({ min: 1, max: YEAR })),
  })
  .map(({ plans, trialDays, endsAfter, ...life }): Life => {
    const [first = { on: NOW, amount: 0 }, ...others] = [...plans].sort(
      (left, right) => left.on - right.on,
    );
    return {
      ...life,
      plans: [first, ...others],
      ...(trialDays === null ? {} : { trialEnd: first.on + trialDays * DAY }),
      ...(endsAfter === null ? {} : { endsOn: first.on + endsAfter }),
    };
  });

const someLives = fc
  .array(someLife, { maxLength: 5 })
  .map((lives) => lives.map((life, index): Life => ({ ...life, id: `sub_${String(index)}` })));

interface Objects {
  readonly subscriptions: readonly Subscription[];
  readonly invoices: readonly Invoice[];
}

function objectsOf(lives: readonly Life[]): Objects {
  const billed = lives.map((life) => billedLife(life, NOW));
  return {
    subscriptions: billed.map(({ subscription }) => subscription),
    invoices: billed.flatMap(({ invoices }) => invoices),
  };
}

const historyOf = ({ subscriptions, invoices }: Objects) =>
  revenueHistory(subscriptions, invoices, NOW);

const presentOf = ({ subscriptions }: Objects) => recurringSummary(subscriptions, NOW);

const movementsOf = (objects: Objects): readonly Movement[] =>
  movements(historyOf(objects), presentOf(objects)).toReversed();

const inCurrency = (all: readonly Movement[], currency: Currency): readonly Movement[] =>
  all.filter(({ amount }) => amount.currency === currency);

const CURRENCIES: readonly Currency[] = ['usd', 'eur'];

/** What is known of all that ever was. */
const isWhole = (objects: Objects): boolean => historyOf(objects).unknownUntil === null;

test.prop([someLives])('movements add up to the present MRR of each currency', (lives) => {
  const objects = objectsOf(lives);
  fc.pre(isWhole(objects));
  for (const currency of CURRENCIES) {
    const sum = inCurrency(movementsOf(objects), currency).reduce(
      (total, { amount }) => total + amount.minor,
      0,
    );
    const present = presentOf(objects).mrr.find((amount) => amount.currency === currency);
    expect(sum).toBe(present?.minor ?? 0);
  }
});

test.prop([someLives])(
  'new comes first and once, churn never from zero, reactivation only from zero',
  (lives) => {
    const objects = objectsOf(lives);
    fc.pre(isWhole(objects));
    for (const currency of CURRENCIES) {
      let level = 0;
      inCurrency(movementsOf(objects), currency).forEach(({ kind, amount }, index) => {
        const after = level + amount.minor;
        expect(after).toBeGreaterThanOrEqual(0);
        const expected = (): Movement['kind'] => {
          if (index === 0) return 'new';
          if (after === 0) return 'churn';
          if (level === 0) return 'reactivation';
          return after > level ? 'expansion' : 'contraction';
        };
        expect(kind).toBe(expected());
        level = after;
      });
    }
  },
);

test.prop([someLives, fc.infiniteStream(fc.nat())])(
  'the order in which objects were read is irrelevant',
  (lives, numbers) => {
    const { subscriptions, invoices } = objectsOf(lives);
    const shuffled = <T>(items: readonly T[]): readonly T[] =>
      items
        .map((item) => [numbers.next().value ?? 0, item] as const)
        .sort(([left], [right]) => left - right)
        .map(([, item]) => item);
    const other = {
      subscriptions: shuffled(subscriptions),
      invoices: shuffled(invoices).map((each) => ({ ...each, lines: shuffled(each.lines) })),
    };
    expect(historyOf(other)).toEqual(historyOf({ subscriptions, invoices }));
  },
);

test.prop([someLives])(
  'customers read one by one, and the oldest steps left out, have the same last movement',
  (lives) => {
    const objects = objectsOf(lives);
    const parts = ['cus_1', 'cus_2', 'cus_3'].map((id) =>
      historyOf({
        subscriptions: objects.subscriptions.filter(({ customerId }) => customerId === id),
        invoices: objects.invoices.filter(({ customerId }) => customerId === id),
      }),
    );
    const merged = parts.reduce(
      (before, part) => boundedHistory(mergeHistories(before, part)),
      NO_REVENUE_HISTORY,
    );
    const present = presentOf(objects);
    fc.pre(isWhole(objects));
    expect(lastMovement(merged, present)).toEqual(lastMovement(historyOf(objects), present));
  },
);

/** None is free, and the next invoice bills every change. */
const paidFor = ({ plans: [first, ...others], ...life }: Life): Life => {
  const paid = (plan: Plan): Plan => ({ ...plan, amount: plan.amount + 1, isProrated: true });
  return { ...life, plans: [paid(first), ...others.map(paid)] };
};

test.prop([someLife.map(paidFor)])('what a subscription brings follows its plans', (life) => {
  const objects = objectsOf([life]);
  const found = movementsOf(objects);
  fc.pre(isWhole(objects) && found.every(({ on }) => on !== null));
  const [first] = life.plans;
  const begins = life.trialEnd ?? first.on;
  const until = Math.min(NOW, life.endsOn ?? Infinity);
  for (const { on } of [...life.plans, { on: begins }]) {
    if (on < begins || on >= until) continue;
    const { amount, quantity = 1 } = life.plans.findLast((plan) => plan.on <= on) ?? first;
    const level = found
      .filter((movement) => (movement.on ?? NOW) <= on)
      .reduce((sum, movement) => sum + movement.amount.minor, 0);
    expect(level).toBe(amount * quantity);
  }
});

test.prop([someLives, fc.integer({ min: 1, max: 90 })])(
  'a later computation of the same objects says the same',
  (lives, days) => {
    const ended = lives.map((life): Life => ({ ...life, endsOn: life.endsOn ?? NOW - DAY }));
    const { subscriptions, invoices } = objectsOf(ended);
    fc.pre(subscriptions.every(({ status }) => status === 'canceled'));
    expect(revenueHistory(subscriptions, invoices, NOW + days * DAY)).toEqual(
      revenueHistory(subscriptions, invoices, NOW),
    );
  },
);
