import { dealOf, type SeededDeal, type Stage } from './stage.ts';

const TEN_MINUTES = 10 / (24 * 60);

function feePending({ world, customer, daysAgo }: Stage): SeededDeal {
  const iris = customer('Iris Lang', 'iris@lang-botanics.example', 'US', 9);
  world.payByCard({
    amount: 64_000,
    currency: 'usd',
    customer: iris.id,
    description: 'Greenhouse sensors',
    atMs: daysAgo(TEN_MINUTES),
  });
  return dealOf({
    dealId: '9031',
    name: 'Lang Botanics greenhouse sensors',
    story: 'Paid ten minutes ago; the fee is not known yet.',
    amount: '640.00',
    stripeCustomerId: iris.id,
    contactName: 'Iris Lang',
    contactEmail: 'iris@lang-botanics.example',
    companyName: 'Lang Botanics',
  });
}

function debitProcessing({ world, customer, daysAgo }: Stage): SeededDeal {
  const carl = customer('Carl Dubois', 'carl@dubois-freight.example', 'US', 20);
  world.startBankDebit({
    amount: 1_850_000,
    currency: 'usd',
    customer: carl.id,
    description: 'Fleet tracking, one year',
    atMs: daysAgo(1.6),
  });
  return dealOf({
    dealId: '9032',
    name: 'Dubois Freight fleet tracking',
    story: 'A bank debit is on its way.',
    amount: '18500.00',
    stage: 'contractsent',
    stripeCustomerId: carl.id,
    contactName: 'Carl Dubois',
    contactEmail: 'carl@dubois-freight.example',
    companyName: 'Dubois Freight',
  });
}

function debitFailed({ world, customer, daysAgo }: Stage): SeededDeal {
  const lena = customer('Lena Hartmann', 'lena@hartmann-print.example', 'US', 30);
  const { charge } = world.startBankDebit({
    amount: 230_000,
    currency: 'usd',
    customer: lena.id,
    description: 'Brochures',
    last4: '1116',
    atMs: daysAgo(14.4),
  });
  world.bankDebitFails(charge.id, daysAgo(9.9));
  return dealOf({
    dealId: '9033',
    name: 'Hartmann Print brochures',
    story: 'A bank debit was returned for insufficient funds and cost a fee.',
    amount: '2300.00',
    stage: 'contractsent',
    stripeCustomerId: lena.id,
    contactName: 'Lena Hartmann',
    contactEmail: 'lena@hartmann-print.example',
    companyName: 'Hartmann Print',
  });
}

function authorizedOnly({ world, customer, daysAgo }: Stage): SeededDeal {
  const finn = customer('Finn Gallagher', 'finn@gallagher-rentals.example', 'US', 12);
  world.authorize({
    amount: 100_000,
    currency: 'usd',
    customer: finn.id,
    description: 'Security deposit',
    atMs: daysAgo(2.2),
  });
  return dealOf({
    dealId: '9034',
    name: 'Gallagher Rentals security deposit',
    story: 'A deposit is authorized and not captured.',
    amount: '1000.00',
    stage: 'contractsent',
    stripeCustomerId: finn.id,
    contactName: 'Finn Gallagher',
    contactEmail: 'finn@gallagher-rentals.example',
    companyName: 'Gallagher Rentals',
  });
}

function partialCapture({ world, customer, daysAgo }: Stage): SeededDeal {
  const zoe = customer('Zoe Marchetti', 'zoe@marchetti-stays.example', 'US', 27);
  const { charge } = world.authorize({
    amount: 120_000,
    currency: 'usd',
    customer: zoe.id,
    description: 'Four nights, one canceled',
    atMs: daysAgo(22.5),
  });
  // In the older form, whose rest is a refund: an account's history holds both.
  world.capture(charge.id, {
    amount: 90_000,
    apiVersion: '2025-02-24.acacia',
    atMs: daysAgo(19.2),
  });
  return dealOf({
    dealId: '9035',
    name: 'Marchetti Stays four nights',
    story: 'Only three quarters of the authorized amount were captured; nothing was refunded.',
    amount: '900.00',
    stripeCustomerId: zoe.id,
    contactName: 'Zoe Marchetti',
    contactEmail: 'zoe@marchetti-stays.example',
    companyName: 'Marchetti Stays',
  });
}

function declinedThenPaid({ world, customer, daysAgo }: Stage): SeededDeal {
  const theo = customer('Theo Nakamura', 'theo@nakamura-bikes.example', 'US', 17);
  const payment = {
    amount: 54_900,
    currency: 'usd',
    customer: theo.id,
    description: 'Cargo bike',
  } as const;
  const first = world.payDeclined({ ...payment, atMs: daysAgo(11.5) });
  const again = { ...payment, paymentIntent: first.paymentIntent.id };
  world.payDeclined({ ...again, reason: 'incorrect_cvc', atMs: daysAgo(11.49) });
  world.payDeclined({ ...again, reason: 'generic_decline', atMs: daysAgo(11.2) });
  world.payByCard({
    ...again,
    card: { brand: 'mastercard', last4: '5454' },
    atMs: daysAgo(10.8),
  });
  return dealOf({
    dealId: '9036',
    name: 'Nakamura Bikes cargo bike',
    story: 'Declined three times, then paid with another card.',
    amount: '549.00',
    stripeCustomerId: theo.id,
    contactName: 'Theo Nakamura',
    contactEmail: 'theo@nakamura-bikes.example',
    companyName: 'Nakamura Bikes',
  });
}

export const tellUnfinishedStories = (stage: Stage): readonly SeededDeal[] => [
  feePending(stage),
  debitProcessing(stage),
  debitFailed(stage),
  authorizedOnly(stage),
  partialCapture(stage),
  declinedThenPaid(stage),
];
