import type { Billed } from '../stripe/world/billing-requests.ts';
import {
  contactRecord,
  dealRecord,
  planOf,
  STORY_IDS,
  type ContactFacts,
  type SeededRecord,
} from './seeded-record.ts';
import type { Stage } from './stage.ts';

interface Started {
  readonly planName: string;
  readonly amount: number;
  readonly startedDaysAgo: number;
  readonly trialEndMs?: number;
}

/** A contact with one monthly subscription; what becomes of it is added next. */
function subscriber(
  stage: Stage,
  contact: ContactFacts,
  { planName, amount, startedDaysAgo, trialEndMs }: Started,
): Billed {
  const { world, customer, daysAgo } = stage;
  const { id } = customer(contact.name, contact.email, 'US', startedDaysAgo + 1);
  const price = planOf(stage, {
    name: planName,
    unitAmount: amount,
    createdDaysAgo: startedDaysAgo + 1,
  });
  return world.createSubscription({
    customer: id,
    items: [{ price }],
    ...(trialEndMs !== undefined && { trialEndMs }),
    atMs: daysAgo(startedDaysAgo),
  });
}

function trial(stage: Stage): SeededRecord {
  const contact: ContactFacts = {
    id: STORY_IDS.trial.contact,
    name: 'Noor Haddad',
    email: 'noor@haddad-bakery.example',
    story: 'Tries a subscription of 39 a month until next week.',
  };
  const planName = 'Bakery orders';
  const trialEndMs = stage.daysAgo(-9.5);
  subscriber(stage, contact, { planName, amount: 3_900, startedDaysAgo: 4.5, trialEndMs });
  return contactRecord(contact);
}

function paused(stage: Stage): SeededRecord {
  const contact: ContactFacts = {
    id: STORY_IDS.paused.contact,
    name: 'Dev Kapoor',
    email: 'dev@kapoor-fitness.example',
    story: 'The subscription is paused: nothing is invoiced until it resumes.',
  };
  const started = { planName: 'Class planner', amount: 5_500, startedDaysAgo: 17.2 };
  const { subscription } = subscriber(stage, contact, started);
  stage.world.pauseSubscription(subscription.id, stage.daysAgo(3.3));
  return contactRecord(contact);
}

function collectionPaused(stage: Stage): SeededRecord {
  const contact: ContactFacts = {
    id: STORY_IDS.collectionPaused.contact,
    name: 'Ulla Berg',
    email: 'ulla@berg-keramik.example',
    story: 'The subscription runs on and its invoices are not collected for now.',
  };
  const started = { planName: 'Kiln control', amount: 8_000, startedDaysAgo: 15.9 };
  const { subscription } = subscriber(stage, contact, started);
  stage.world.pauseCollection(subscription.id, { atMs: stage.daysAgo(2.1) });
  return contactRecord(contact);
}

function canceledAtPeriodEnd(stage: Stage): SeededRecord {
  const contact: ContactFacts = {
    id: STORY_IDS.canceledAtPeriodEnd.contact,
    name: 'Mateo Silva',
    email: 'mateo@silva-surf.example',
    story: 'Canceled: the subscription runs to the end of the month and not further.',
  };
  const started = { planName: 'Wave reports', amount: 2_500, startedDaysAgo: 10.7 };
  const { subscription } = subscriber(stage, contact, started);
  const cancellation = { when: 'at-period-end', atMs: stage.daysAgo(1.4) } as const;
  stage.world.cancelSubscription(subscription.id, cancellation);
  return contactRecord(contact);
}

function pastDue(stage: Stage): readonly SeededRecord[] {
  const { contact: id, deal } = STORY_IDS.pastDue;
  const contact: ContactFacts = {
    id,
    name: 'Ruben Costa',
    email: 'ruben@costa-freight.example',
    story: 'His card was declined for this month; Stripe tries again.',
    deals: [deal],
  };
  const started = { planName: 'Route planner', amount: 12_000, startedDaysAgo: 31.2 };
  const { subscription } = subscriber(stage, contact, started);
  stage.world.renewSubscription(subscription.id, { payment: 'fails' });
  return [
    dealRecord({
      id: deal,
      name: 'Costa Freight route planner',
      amount: '1440.00',
      story: 'The renewal was declined, so an invoice is past due and will be tried again.',
      linked: [subscription.customer],
    }),
    contactRecord(contact),
  ];
}

export const tellSubscriptionStories = (stage: Stage): readonly SeededRecord[] => [
  trial(stage),
  paused(stage),
  collectionPaused(stage),
  canceledAtPeriodEnd(stage),
  ...pastDue(stage),
];
