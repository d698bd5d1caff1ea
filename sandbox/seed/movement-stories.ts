import {
  companyRecord,
  contactRecord,
  planOf,
  STORY_IDS,
  type ContactFacts,
  type SeededRecord,
} from './seeded-record.ts';
import type { Stage } from './stage.ts';

const EXPANDED: ContactFacts = {
  id: STORY_IDS.expanded.contact,
  name: 'Linnea Strand',
  email: 'linnea@strand-boats.example',
  story: 'Her plan grew: three berths instead of one, billed at once.',
  company: STORY_IDS.expanded.company,
};

const CHURNED: ContactFacts = {
  id: STORY_IDS.churned.contact,
  name: 'Jonas Holm',
  email: 'jonas@holm-charter.example',
  story: 'Canceled in the portal, with a reason and a comment.',
  company: STORY_IDS.churned.company,
};

const REACTIVATED: ContactFacts = {
  id: STORY_IDS.reactivated.contact,
  name: 'Elin Strand',
  email: 'elin@strand-boats.example',
  story: 'Canceled in summer and subscribed again last week.',
  company: STORY_IDS.expanded.company,
};

interface Started {
  readonly price: string;
  readonly daysAgo: number;
}

/** The id of the customer's new subscription. */
function subscribed(
  { world, customer, daysAgo }: Stage,
  { name, email }: ContactFacts,
  started: readonly Started[],
): readonly string[] {
  const [first] = started;
  const { id } = customer(name, email, 'US', (first?.daysAgo ?? 0) + 1);
  return started.map(
    ({ price, daysAgo: days }) =>
      world.createSubscription({ customer: id, items: [{ price }], atMs: daysAgo(days) })
        .subscription.id,
  );
}

/** Recurring revenue that moved; the first company has the sum of two of its contacts. */
export function tellMovementStories(stage: Stage): readonly SeededRecord[] {
  const { world, daysAgo } = stage;
  const berth = planOf(stage, { name: 'Berth', unitAmount: 4_500, createdDaysAgo: 120 });
  const winter = planOf(stage, { name: 'Winter storage', unitAmount: 2_900, createdDaysAgo: 120 });
  const slip = planOf(stage, { name: 'Slip reservations', unitAmount: 1_900, createdDaysAgo: 220 });
  const plus = planOf(stage, {
    name: 'Slip reservations plus',
    unitAmount: 3_500,
    createdDaysAgo: 20,
  });

  const [grown = ''] = subscribed(stage, EXPANDED, [{ price: berth, daysAgo: 100.3 }]);
  for (let month = 0; month < 3; month += 1) world.renewSubscription(grown);
  world.changeItem(grown, { quantity: 3, prorations: 'always_invoice', atMs: daysAgo(3.2) });

  const [ended = ''] = subscribed(stage, CHURNED, [{ price: winter, daysAgo: 65.4 }]);
  world.renewSubscription(ended);
  world.cancelSubscription(ended, {
    feedback: 'too_expensive',
    comment: 'We only needed it for one winter. The boat is sold.',
    atMs: daysAgo(6.7),
  });

  const [left = ''] = subscribed(stage, REACTIVATED, [{ price: slip, daysAgo: 200.6 }]);
  world.renewSubscription(left);
  world.cancelSubscription(left, { feedback: 'missing_features', atMs: daysAgo(150.1) });
  world.createSubscription({
    customer: world.store.subscriptions.get(left)?.customer ?? '',
    items: [{ price: plus }],
    atMs: daysAgo(7.9),
  });
  return [
    companyRecord({
      id: STORY_IDS.expanded.company,
      name: 'Strand Boats',
      domain: 'strand-boats.example',
      story: 'Two contacts with subscriptions: one came back, the other grew.',
    }),
    companyRecord({
      id: STORY_IDS.churned.company,
      name: 'Holm Charter',
      domain: 'holm-charter.example',
      story: 'The only subscription was canceled, with a reason and a comment.',
    }),
    contactRecord(EXPANDED),
    contactRecord(CHURNED),
    contactRecord(REACTIVATED),
  ];
}
