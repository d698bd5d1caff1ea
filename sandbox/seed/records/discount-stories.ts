import type { Stage } from '../stage.ts';
import { planOf } from './plan.ts';
import type { SeededRecord } from './seeded-record.ts';
import { contactRecord, dealRecord } from './seeded-record.ts';
import { STORY_IDS } from './story-ids.ts';

function yearlyDiscount(stage: Stage): readonly SeededRecord[] {
  const { world, customer, daysAgo } = stage;
  const { contact, deal } = STORY_IDS.yearlyDiscount;
  const ines = customer('Ines Moreau', 'ines@moreau-survey.example', 'US', 205);
  const price = planOf(stage, {
    name: 'Survey archive, yearly',
    unitAmount: 120_000,
    recurring: { interval: 'year' },
    createdDaysAgo: 204,
  });
  const coupon = world.createCoupon({
    name: 'Partner, 20 % off',
    percentOff: 20,
    duration: 'forever',
    atMs: daysAgo(204),
  });
  world.createSubscription({
    customer: ines.id,
    items: [{ price }],
    discounts: [coupon.id],
    atMs: daysAgo(200.3),
  });
  return [
    dealRecord({
      id: deal,
      name: 'Moreau Survey archive',
      amount: '960.00',
      story: 'A yearly subscription of 1,200 with a fifth off for ever.',
      linked: [ines.id],
    }),
    contactRecord({
      id: contact,
      name: 'Ines Moreau',
      email: 'ines@moreau-survey.example',
      story: 'Pays by the year, with a fifth off for ever.',
      deals: [deal],
    }),
  ];
}

function repeatingCoupon(stage: Stage): SeededRecord {
  const { world, customer, daysAgo } = stage;
  const petra = customer('Petra Novak', 'petra@novak-print.example', 'US', 75);
  const price = planOf(stage, { name: 'Print queue', unitAmount: 6_000, createdDaysAgo: 74 });
  const coupon = world.createCoupon({
    name: 'Half off for six months',
    percentOff: 50,
    duration: 'repeating',
    durationInMonths: 6,
    atMs: daysAgo(74),
  });
  const { subscription } = world.createSubscription({
    customer: petra.id,
    items: [{ price }],
    discounts: [coupon.id],
    atMs: daysAgo(70.2),
  });
  world.renewSubscription(subscription.id);
  world.renewSubscription(subscription.id);
  return contactRecord({
    id: STORY_IDS.repeatingCoupon.contact,
    name: 'Petra Novak',
    email: 'petra@novak-print.example',
    story: 'Pays half of 60 a month for the first six months.',
  });
}

function onceCoupon(stage: Stage): SeededRecord {
  const { world, customer, daysAgo } = stage;
  const otto = customer('Otto Brandt', 'otto@brandt-archiv.example', 'US', 45);
  const price = planOf(stage, { name: 'Scan service', unitAmount: 4_500, createdDaysAgo: 44 });
  const coupon = world.createCoupon({
    name: 'Welcome, 15 off',
    amountOff: 1_500,
    currency: 'usd',
    duration: 'once',
    atMs: daysAgo(44),
  });
  const { subscription } = world.createSubscription({
    customer: otto.id,
    items: [{ price }],
    discounts: [coupon.id],
    atMs: daysAgo(40.6),
  });
  world.renewSubscription(subscription.id);
  return contactRecord({
    id: STORY_IDS.onceCoupon.contact,
    name: 'Otto Brandt',
    email: 'otto@brandt-archiv.example',
    story: 'Had 15 off the first month of 45.',
  });
}

export const tellDiscountStories = (stage: Stage): readonly SeededRecord[] => [
  ...yearlyDiscount(stage),
  repeatingCoupon(stage),
  onceCoupon(stage),
];
