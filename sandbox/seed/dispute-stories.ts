import { dealOf, type SeededDeal, type Stage } from './stage.ts';

interface DisputedDeal {
  readonly dealId: string;
  readonly person: string;
  readonly company: string;
  readonly domain: string;
  readonly subject: string;
  readonly story: string;
  readonly amount: number;
  readonly paidDaysAgo: number;
}

/** A deal paid by one card payment; what the bank then did is added to its charge. */
function disputedDeal(
  stage: Stage,
  facts: DisputedDeal,
  whatFollowed: (chargeId: string) => void,
): SeededDeal {
  const { person, company, domain, subject, story, amount, paidDaysAgo } = facts;
  const email = `${person.split(' ')[0]?.toLowerCase() ?? 'office'}@${domain}`;
  const customer = stage.customer(person, email, 'US', paidDaysAgo + 4);
  const { charge } = stage.world.payByCard({
    amount,
    currency: 'usd',
    customer: customer.id,
    description: subject,
    atMs: stage.daysAgo(paidDaysAgo),
  });
  whatFollowed(charge.id);
  return dealOf({
    dealId: facts.dealId,
    name: `${company} ${subject.toLowerCase()}`,
    story,
    amount: `${String(amount).slice(0, -2)}.${String(amount).slice(-2)}`,
    stripeCustomerId: customer.id,
    contactName: person,
    contactEmail: email,
    companyName: company,
  });
}

function disputeOpen(stage: Stage): SeededDeal {
  const facts: DisputedDeal = {
    dealId: '9021',
    person: 'Priya Raman',
    company: 'Raman Fitness',
    domain: 'raman-fitness.example',
    subject: 'Rowing machines',
    story: 'The customer disputes the whole payment and an answer is due.',
    amount: 275_000,
    paidDaysAgo: 28.5,
  };
  return disputedDeal(stage, facts, (chargeId) => {
    stage.world.openDispute(chargeId, {
      reason: 'product_not_received',
      atMs: stage.daysAgo(4.2),
    });
  });
}

function disputeWon(stage: Stage): SeededDeal {
  const facts: DisputedDeal = {
    dealId: '9022',
    person: 'Samuel Ortiz',
    company: 'Ortiz Roofing',
    domain: 'ortiz-roofing.example',
    subject: 'Drone survey',
    story: 'A dispute was won: the money came back, the dispute fee did not.',
    amount: 98_000,
    paidDaysAgo: 110.2,
  };
  return disputedDeal(stage, facts, (chargeId) => {
    const dispute = stage.world.openDispute(chargeId, { atMs: stage.daysAgo(88.7) });
    stage.world.winDispute(dispute.id, stage.daysAgo(41.3));
  });
}

function disputeLost(stage: Stage): SeededDeal {
  const facts: DisputedDeal = {
    dealId: '9023',
    person: 'Gwen Abara',
    company: 'Abara Catering',
    domain: 'abara-catering.example',
    subject: 'Wedding menu',
    story: 'A dispute was lost, and its fee with it.',
    amount: 132_500,
    paidDaysAgo: 120.6,
  };
  return disputedDeal(stage, facts, (chargeId) => {
    const dispute = stage.world.openDispute(chargeId, {
      reason: 'fraudulent',
      atMs: stage.daysAgo(101.1),
    });
    stage.world.loseDispute(dispute.id, { atMs: stage.daysAgo(63.8) });
  });
}

function twoDisputes(stage: Stage): SeededDeal {
  const facts: DisputedDeal = {
    dealId: '9024',
    person: 'Hector Lindqvist',
    company: 'Lindqvist Marine',
    domain: 'lindqvist-marine.example',
    subject: 'Engine overhaul',
    story: 'Two parts of one payment were disputed one after the other.',
    amount: 640_000,
    paidDaysAgo: 75.9,
  };
  return disputedDeal(stage, facts, (chargeId) => {
    const first = stage.world.openDispute(chargeId, {
      amount: 200_000,
      atMs: stage.daysAgo(60.4),
    });
    stage.world.winDispute(first.id, stage.daysAgo(32.9));
    stage.world.openDispute(chargeId, {
      amount: 150_000,
      reason: 'general',
      atMs: stage.daysAgo(6.7),
    });
  });
}

function inquiry(stage: Stage): SeededDeal {
  const facts: DisputedDeal = {
    dealId: '9025',
    person: 'Nadia Petrov',
    company: 'Petrov Media',
    domain: 'petrov-media.example',
    subject: 'Podcast package',
    story: "The customer's bank asks about the payment; no money has moved.",
    amount: 72_000,
    paidDaysAgo: 18.3,
  };
  return disputedDeal(stage, facts, (chargeId) => {
    stage.world.openInquiry(chargeId, { atMs: stage.daysAgo(3.1) });
  });
}

export const tellDisputeStories = (stage: Stage): readonly SeededDeal[] => [
  disputeOpen(stage),
  disputeWon(stage),
  disputeLost(stage),
  twoDisputes(stage),
  inquiry(stage),
];
