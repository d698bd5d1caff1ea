import type { NewSubscription } from '../../stripe/world/billing-requests.ts';
import type { Stage } from '../stage.ts';
import { planOf } from './plan.ts';
import type { ContactFacts, SeededRecord } from './seeded-record.ts';
import { contactRecord } from './seeded-record.ts';
import { STORY_IDS } from './story-ids.ts';

/** A contact with one subscription, found by the address. */
function subscriber(
  { world, customer, daysAgo }: Stage,
  contact: ContactFacts,
  items: NewSubscription['items'],
  startedDaysAgo: number,
): SeededRecord {
  const { id } = customer(contact.name, contact.email, 'US', startedDaysAgo + 1);
  world.createSubscription({ customer: id, items, atMs: daysAgo(startedDaysAgo) });
  return contactRecord(contact);
}

function severalItems(stage: Stage): SeededRecord {
  const base = planOf(stage, { name: 'Studio base', unitAmount: 4_900, createdDaysAgo: 25 });
  const seat = planOf(stage, { name: 'Studio seat', unitAmount: 1_500, createdDaysAgo: 25 });
  return subscriber(
    stage,
    {
      id: STORY_IDS.severalItems.contact,
      name: 'Lea Fontaine',
      email: 'lea@fontaine-studio.example',
      story: 'One subscription of a base price and three seats.',
    },
    [{ price: base }, { price: seat, quantity: 3 }],
    20.1,
  );
}

function metered(stage: Stage): SeededRecord {
  const price = planOf(stage, {
    name: 'Map tiles',
    unitAmountDecimal: '0.25',
    recurring: { interval: 'month', usageType: 'metered' },
    createdDaysAgo: 16,
  });
  return subscriber(
    stage,
    {
      id: STORY_IDS.metered.contact,
      name: 'Kofi Mensah',
      email: 'kofi@mensah-maps.example',
      story: 'Pays by use: what a month is worth is known when it ends.',
    },
    [{ price }],
    14.4,
  );
}

function tiers(stage: Stage): SeededRecord {
  const price = planOf(stage, {
    name: 'Warehouse users',
    tiersMode: 'graduated',
    tiers: [{ upTo: 5, unitAmount: 2_000 }, { unitAmount: 1_500 }],
    createdDaysAgo: 20,
  });
  return subscriber(
    stage,
    {
      id: STORY_IDS.tiers.contact,
      name: 'Agnes Toth',
      email: 'agnes@toth-depot.example',
      story: 'Eight users: five at 20 and three at 15.',
    },
    [{ price, quantity: 8 }],
    18.8,
  );
}

export const tellPriceStories = (stage: Stage): readonly SeededRecord[] => [
  severalItems(stage),
  metered(stage),
  tiers(stage),
];
