import type { StripeWorld } from '../../sandbox/stripe/world/index.ts';
import { fc } from './laws.ts';

const DAY_MS = 86_400_000;

/** The version of a request that leaves a refund for what is given up of an authorization. */
const OLDER = { apiVersion: '2025-02-24.acacia' };

/** How a payment was taken; `part-older` and `canceled-older` by requests in the form before 2025-03-31. */
const TAKEN = [
  'at-once',
  'outside',
  'authorized',
  'canceled',
  'canceled-older',
  'part',
  'part-older',
  'twice',
] as const;

/** What happens to one payment at Stripe. Amounts in minor units of `currency`. */
export interface PaymentStory {
  readonly taken: (typeof TAKEN)[number];
  readonly currency: string;
  readonly amount: number;
  readonly refunds: readonly {
    readonly amount: number;
    readonly end: 'done' | 'waiting' | 'failed';
  }[];
  readonly dispute: {
    readonly amount: number;
    readonly end: 'open' | 'answered' | 'won' | 'lost' | 'lost-in-part' | 'inquiry';
  } | null;
}

/** Of which Stripe settles two as they are and converts the others, at another rate every day. */
export const SETTLED = ['usd', 'eur'] as const;

const someStory: fc.Arbitrary<PaymentStory> = fc.record({
  taken: fc.constantFrom('at-once', ...TAKEN),
  currency: fc.constantFrom('usd', 'eur', 'gbp', 'chf'),
  amount: fc.integer({ min: 10_000, max: 2_000_000 }),
  refunds: fc.array(
    fc.record({
      amount: fc.integer({ min: 1, max: 1_500 }),
      end: fc.constantFrom('done', 'waiting', 'failed'),
    }),
    { maxLength: 3 },
  ),
  dispute: fc.option(
    fc.record({
      amount: fc.integer({ min: 5_000, max: 3_000_000 }),
      end: fc.constantFrom('open', 'answered', 'won', 'lost', 'lost-in-part', 'inquiry'),
    }),
  ),
});

export const someStories = fc.array(someStory, { minLength: 1, maxLength: 5 });

/** What of the authorization was captured. */
export function capturedOf({ taken, amount }: PaymentStory): number {
  switch (taken) {
    case 'at-once':
    case 'outside':
      return amount;
    case 'authorized':
    case 'canceled':
    case 'canceled-older':
      return 0;
    case 'part':
    case 'part-older':
      return amount - 2_500;
    case 'twice':
      return amount - 1_000;
  }
}

function take(world: StripeWorld, story: PaymentStory, customer: string, atMs: number): string {
  const { taken, amount, currency } = story;
  const payment = { amount, currency, customer, atMs };
  const laterMs = atMs + DAY_MS;
  if (taken === 'at-once') return world.payByCard(payment).charge.id;
  if (taken === 'outside') return world.payByCard({ ...payment, settlesOutside: true }).charge.id;
  const { id } = world.authorize({ ...payment, isMulticapture: taken === 'twice' }).charge;
  const captured = capturedOf(story);
  if (taken === 'canceled') world.cancelAuthorization(id, { atMs: laterMs });
  if (taken === 'canceled-older') world.cancelAuthorization(id, { ...OLDER, atMs: laterMs });
  if (taken === 'part') world.capture(id, { amount: captured, atMs: laterMs });
  if (taken === 'part-older') world.capture(id, { ...OLDER, amount: captured, atMs: laterMs });
  if (taken === 'twice') {
    world.capture(id, { amount: 1_000, isFinal: false, atMs: laterMs });
    world.capture(id, { amount: captured - 1_000, atMs: laterMs + DAY_MS });
  }
  return id;
}

/** What comes back of a dispute that is lost in part: a third of it. */
export const returnedOf = (amount: number): number => Math.floor(amount / 3);

function contest(
  world: StripeWorld,
  chargeId: string,
  { amount, end }: NonNullable<PaymentStory['dispute']>,
  atMs: number,
): void {
  if (end === 'inquiry') {
    world.openInquiry(chargeId, { amount, atMs });
    return;
  }
  const { id } = world.openDispute(chargeId, { amount, atMs });
  const endMs = atMs + 20 * DAY_MS;
  if (end === 'won') world.winDispute(id, endMs);
  if (end === 'lost') world.loseDispute(id, { atMs: endMs });
  if (end === 'lost-in-part') world.loseDispute(id, { atMs: endMs, returned: returnedOf(amount) });
}

/** Lets the story happen, from two months ago on; the charge's id. */
export function enact(
  world: StripeWorld,
  story: PaymentStory,
  { customer, nowMs }: { readonly customer: string; readonly nowMs: number },
): string {
  const chargeId = take(world, story, customer, nowMs - 60 * DAY_MS);
  if (capturedOf(story) === 0) return chargeId;
  for (const { amount, end } of story.refunds) {
    const atMs = nowMs - 45 * DAY_MS;
    const refund = world.refund(chargeId, { amount, atMs, isWaiting: end === 'waiting' });
    if (end === 'failed') world.failRefund(refund.id, atMs + DAY_MS);
  }
  if (story.dispute !== null) contest(world, chargeId, story.dispute, nowMs - 30 * DAY_MS);
  return chargeId;
}
