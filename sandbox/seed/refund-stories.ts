import { dealOf, type SeededDeal, type Stage } from './stage.ts';

function partiallyRefunded({ world, customer, daysAgo }: Stage): SeededDeal {
  const mira = customer('Mira Castellano', 'mira@castellano-events.example', 'US', 66);
  const { charge } = world.payByCard({
    amount: 320_000,
    currency: 'usd',
    customer: mira.id,
    description: 'Conference, 40 seats',
    atMs: daysAgo(60.2),
  });
  world.refund(charge.id, {
    amount: 80_000,
    reason: 'requested_by_customer',
    atMs: daysAgo(48.9),
  });
  return dealOf({
    dealId: '9011',
    name: 'Castellano Events conference seats',
    story: 'Ten of forty seats were refunded.',
    amount: '3200.00',
    stripeCustomerId: mira.id,
    contactName: 'Mira Castellano',
    contactEmail: 'mira@castellano-events.example',
    companyName: 'Castellano Events',
  });
}

function fullyRefunded({ world, customer, daysAgo }: Stage): SeededDeal {
  const jonas = customer('Jonas Falk', 'jonas.falk@falk-optik.example', 'DE', 57);
  const { charge } = world.payByCard({
    amount: 89_900,
    currency: 'eur',
    customer: jonas.id,
    card: { country: 'DE', last4: '0007' },
    description: 'Starter package',
    atMs: daysAgo(52.6),
  });
  world.refund(charge.id, { reason: 'duplicate', atMs: daysAgo(50.1) });
  return dealOf({
    dealId: '9012',
    name: 'Falk Optik starter package',
    story: 'Fully refunded; the fee stayed with Stripe and the rate had moved.',
    amount: '899.00',
    currencyCode: 'EUR',
    stage: 'closedlost',
    stripeCustomerId: jonas.id,
    contactName: 'Jonas Falk',
    contactEmail: 'jonas.falk@falk-optik.example',
    companyName: 'Falk Optik',
  });
}

function refundFailed({ world, customer, daysAgo }: Stage): SeededDeal {
  const ruth = customer('Ruth Okafor', 'ruth@okafor-legal.example', 'US', 44);
  const { charge } = world.payByCard({
    amount: 45_000,
    currency: 'usd',
    customer: ruth.id,
    description: 'Contract review',
    atMs: daysAgo(40.3),
  });
  const refund = world.refund(charge.id, { amount: 15_000, atMs: daysAgo(33.4) });
  world.failRefund(refund.id, daysAgo(25.8));
  return dealOf({
    dealId: '9013',
    name: 'Okafor Legal contract review',
    story: 'A refund failed because the card is gone, and the money came back.',
    amount: '450.00',
    stripeCustomerId: ruth.id,
    contactName: 'Ruth Okafor',
    contactEmail: 'ruth@okafor-legal.example',
    companyName: 'Okafor Legal',
  });
}

const REFUNDS = 25;

function manyRefunds({ world, customer, daysAgo }: Stage): SeededDeal {
  const tess = customer('Tess Vandermeer', 'tess@vandermeer-schools.example', 'US', 84);
  const { charge } = world.payByCard({
    amount: 500_000,
    currency: 'usd',
    customer: tess.id,
    description: 'Summer camp, 50 places',
    atMs: daysAgo(78.2),
  });
  for (let count = 0; count < REFUNDS; count += 1) {
    world.refund(charge.id, { amount: 10_000, atMs: daysAgo(70 - count * 1.5) });
  }
  return dealOf({
    dealId: '9014',
    name: 'Vandermeer Schools summer camp',
    story: 'One payment with twenty-five refunds.',
    amount: '5000.00',
    stripeCustomerId: tess.id,
    contactName: 'Tess Vandermeer',
    contactEmail: 'tess@vandermeer-schools.example',
    companyName: 'Vandermeer Schools',
  });
}

export const tellRefundStories = (stage: Stage): readonly SeededDeal[] => [
  partiallyRefunded(stage),
  fullyRefunded(stage),
  refundFailed(stage),
  manyRefunds(stage),
];
