import type { Stage } from '../stage.ts';
import type { SeededRecord } from './seeded-record.ts';
import { contactRecord } from './seeded-record.ts';
import { STORY_IDS } from './story-ids.ts';

/** One payment of a new customer with this address. */
function paidFrom(
  { world, customer, daysAgo }: Stage,
  payer: { readonly name: string; readonly email: string },
  amount: number,
  paidDaysAgo: number,
): void {
  const { id } = customer(payer.name, payer.email, 'US', paidDaysAgo + 2);
  world.payByCard({
    amount,
    currency: 'usd',
    customer: id,
    description: 'Order',
    atMs: daysAgo(paidDaysAgo),
  });
}

function twoCases(stage: Stage): SeededRecord {
  const name = 'Elena Rossi';
  paidFrom(stage, { name, email: 'elena.rossi@rossi-tessuti.example' }, 31_000, 58.2);
  paidFrom(stage, { name, email: 'Elena.Rossi@Rossi-Tessuti.example' }, 47_500, 24.9);
  return contactRecord({
    id: STORY_IDS.twoCases.contact,
    name,
    email: 'elena.rossi@rossi-tessuti.example',
    story: 'Two customers have her address, once with capital letters.',
  });
}

function additionalAddresses(stage: Stage): SeededRecord {
  const name = 'Ravi Menon';
  paidFrom(stage, { name, email: 'ravi@menon-optics.example' }, 52_000, 61.8);
  paidFrom(stage, { name, email: 'r.menon@post.example' }, 18_900, 19.1);
  return contactRecord({
    id: STORY_IDS.additionalAddresses.contact,
    name,
    email: 'ravi@menon-optics.example',
    additionalEmails: ['r.menon@post.example', 'ravi.menon@archive.example'],
    story: 'Pays from his own address and from an additional one.',
  });
}

function plusAddress(stage: Stage): readonly SeededRecord[] {
  const { contact, otherContact } = STORY_IDS.plusAddress;
  paidFrom(stage, { name: 'Sam Harlow', email: 'sam@harlow.example' }, 27_500, 36.4);
  paidFrom(stage, { name: 'Samira Harlow', email: 'sam+studio@harlow.example' }, 88_000, 27.3);
  return [
    contactRecord({
      id: contact,
      name: 'Sam Harlow',
      email: 'sam@harlow.example',
      story: 'Another person pays from his address with a plus.',
    }),
    contactRecord({
      id: otherContact,
      name: 'Samira Harlow',
      email: 'sam+studio@harlow.example',
      story: 'Her address has a plus and is not that of Sam.',
    }),
  ];
}

export const tellAddressStories = (stage: Stage): readonly SeededRecord[] => [
  twoCases(stage),
  additionalAddresses(stage),
  ...plusAddress(stage),
];
