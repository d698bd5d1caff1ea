import { expect } from 'vitest';
import { fc, test } from '../../../builders/laws.ts';
import type { Fault, World } from './fake-world.ts';
import { fakeWorld, ticketFor } from './fake-world.ts';
import { actions, asking, changing } from './sequence-actions.ts';

const steps = fc.record({
  action: actions,
  /** Who enters the text, if it is entered. */
  entered: fc.constantFrom('by a user', 'by a user', 'by an API', 'not', 'an older one'),
  faults: fc.array(
    fc.constantFrom<Fault>(
      'none',
      'none',
      'none',
      'lost',
      'unanswered',
      'killed-before',
      'killed-after',
    ),
    { maxLength: 14 },
  ),
  times: fc.constantFrom('once', 'twice', 'at once'),
  waitMs: fc.constantFrom(0, 0, 0, 9 * 60_000, 25 * 60 * 60_000),
});

type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;

/** Texts that a user has entered in HubSpot's interface. */
type Entered = Set<string>;

async function take(world: World, step: Step, entered: Entered): Promise<void> {
  const { action, faults, times } = step;
  world.stripe.nowMs += step.waitMs;
  const { digest, confirmation } = await action.prepare(world);
  const text = confirmation?.text;
  if (text !== undefined) {
    if (step.entered === 'by a user') {
      world.enter(text);
      entered.add(text);
    } else if (step.entered === 'by an API') {
      world.enter(text, { sourceType: 'API' });
    } else if (step.entered === 'an older one') {
      world.enter([...entered].at(-1) ?? 'none');
    }
  }
  const confirm = (met: readonly Fault[]): Promise<unknown> =>
    action.confirm(world, met, { digest, confirmation: text }).catch(() => undefined);
  if (times === 'at once') await Promise.all([confirm(faults), confirm(faults.toReversed())]);
  else await confirm(faults);
  if (times !== 'once') await confirm([]);
}

const referencesIn = ({ notes }: World): readonly string[] =>
  [...notes.values()].map((body) => /\[[0-9a-f]{12}\]/.exec(body)?.[0] ?? 'none');

const counts = (keys: readonly (string | null)[]): readonly number[] => [
  ...keys
    .reduce(
      (sums, key) => sums.set(key, (sums.get(key) ?? 0) + 1),
      new Map<string | null, number>(),
    )
    .values(),
];

const atMostOnce = (keys: readonly (string | null)[]): void => {
  expect(counts(keys).filter((count) => count > 1)).toEqual([]);
};

test.prop([fc.array(steps, { minLength: 1, maxLength: 8 })], { numRuns: 500 })(
  'what exists at Stripe is what was confirmed, each once, whatever is lost or killed',
  async (taken) => {
    const world = fakeWorld();
    world.contacts = new Map([['51', { email: 'new@example.com' }]]);
    const entered: Entered = new Set();
    for (const step of taken) await take(world, step, entered).catch(() => undefined);
    const { refunds: made, requests, customers, emails, endings } = world.stripe;
    const confirmed = (action: string): number =>
      [...entered].filter((text) => text.startsWith(action)).length;
    expect(made.filter(({ confirmation }) => !entered.has(confirmation ?? ''))).toEqual([]);
    atMostOnce(made.map(({ confirmation }) => confirmation));
    expect(made.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBeLessThanOrEqual(2_000);
    expect(emails.length).toBeLessThanOrEqual(confirmed('SEND'));
    for (const [action, status] of [
      ['VOID', 'canceled'],
      ['PAID', 'paid'],
      ['UNCOLLECTIBLE', 'uncollectible'],
    ] as const) {
      const ended = endings.filter((each) => each.status === status);
      expect(ended.length).toBeLessThanOrEqual(confirmed(action));
    }
    atMostOnce(endings.map(({ id, status }) => `${id} ${status}`));
    const texts = world.stripe.begun.map(
      ({ metadata }) => metadata['hubspot_confirmation'] ?? null,
    );
    expect(texts.filter((text) => !entered.has(text ?? ''))).toEqual([]);
    atMostOnce(texts);
    const confirmedChanges = world.stripe.subscriptionChanges.filter(
      ({ what }) => !/false/.test(what),
    );
    expect(confirmedChanges.filter(({ confirmation }) => !entered.has(confirmation ?? ''))).toEqual(
      [],
    );
    atMostOnce(confirmedChanges.map(({ confirmation }) => confirmation));
    const open = [...requests.values()].filter(
      ({ status }) => status === 'open' || status === 'draft',
    );
    atMostOnce(open.map(({ fingerprint }) => fingerprint));
    atMostOnce([...customers.values()].map(({ email }) => email));
    if (taken.every(({ times }) => times !== 'once')) atMostOnce(referencesIn(world));
  },
);

test('a sequence reaches what it is about: a refund, an email, a void, a subscription, three kinds of requests', async () => {
  const world = fakeWorld();
  const entered: Entered = new Set();
  const plain: Omit<Step, 'action'> = {
    entered: 'by a user',
    faults: [],
    times: 'at once',
    waitMs: 0,
  };
  const subject = { kind: 'amount', amount: '250.00', currency: 'usd', description: 'S' } as const;
  const every = [
    asking({ method: 'link', subject, collectsTax: false }),
    asking({
      method: 'invoice',
      subject,
      collectsTax: false,
      payee: { customerId: 'cus_1' },
      daysUntilDue: 0,
      delivery: 'email',
    }),
    asking({
      method: 'subscription',
      subject: { ...subject, interval: { unit: 'month', count: 1 } },
      collectsTax: false,
      payee: { customerId: 'cus_1' },
      daysUntilDue: 0,
    }),
    changing(() => ({
      kind: 'refund',
      paymentId: 'ch_1',
      ticket: ticketFor('ch_1'),
      amount: null,
      reason: null,
    })),
    changing(({ stripe }) => ({
      kind: 'void-invoice',
      id: [...stripe.requests.keys()].find((id) => id.startsWith('in_')) ?? '',
    })),
  ];
  for (const action of every) await take(world, { ...plain, action }, entered);
  const { refunds: made, requests, emails, endings } = world.stripe;
  expect([made.length, requests.size, emails.length, endings.length]).toEqual([1, 3, 1, 1]);
  expect(world.stripe.begun).toHaveLength(1);
});
