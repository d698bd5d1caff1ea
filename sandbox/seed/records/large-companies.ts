import type { Stage } from '../stage.ts';
import type { SeededRecord } from './seeded-record.ts';
import { companyRecord, contactRecord } from './seeded-record.ts';
import { STORY_IDS } from './story-ids.ts';

const FIRST_NAMES = [
  ...['Anna', 'Bruno', 'Carla', 'Dario', 'Edith', 'Felix', 'Greta', 'Hugo', 'Irma', 'Jakob'],
  ...['Klara', 'Leon', 'Marta', 'Nils', 'Olga', 'Paul', 'Rosa', 'Simon', 'Tilda', 'Urs'],
  ...['Vera', 'Willi', 'Xenia', 'Yann', 'Zita'],
] as const;
const LAST_NAMES = [
  ...['Ammann', 'Berger', 'Caduff', 'Derungs', 'Egli', 'Frei', 'Gasser', 'Huber', 'Imhof', 'Jost'],
  ...['Keller', 'Lutz', 'Meier', 'Noser', 'Ott', 'Pfister', 'Roth', 'Suter', 'Truog', 'Zindel'],
] as const;

interface LargeCompany {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly story: string;
  readonly firstContactId: number;
  readonly contactCount: number;
  /** Every so many contacts one is a customer who paid once. */
  readonly payingEvery: number;
}

interface Member {
  readonly name: string;
  readonly email: string;
}

/** Members write from their valleys' domains, so that the company's own finds none of them. */
function memberOf({ domain }: LargeCompany, index: number): Member {
  const first = FIRST_NAMES[index % FIRST_NAMES.length] ?? '';
  const last = LAST_NAMES[Math.floor(index / FIRST_NAMES.length) % LAST_NAMES.length] ?? '';
  const valley = String((index % 12) + 1);
  return {
    name: `${first} ${last}`,
    email: `${first}.${last}@valley-${valley}-${domain}`.toLowerCase(),
  };
}

/** Amounts differ, so that a sum that leaves one out or counts one twice is never right. */
const amountOf = (index: number): number => 10_000 + index * 137;

function membersOf(stage: Stage, company: LargeCompany): readonly SeededRecord[] {
  const { world, customer, daysAgo } = stage;
  return Array.from({ length: company.contactCount }, (_, index) => {
    const member = memberOf(company, index);
    if (index % company.payingEvery === 0) {
      const payer = customer(member.name, member.email, 'US', 300);
      world.payByCard({
        amount: amountOf(index),
        currency: 'usd',
        customer: payer.id,
        description: 'Membership',
        atMs: daysAgo(280.4 - (index * 270) / company.contactCount),
      });
    }
    return contactRecord({
      ...member,
      id: String(company.firstContactId + index),
      company: company.id,
    });
  });
}

function largeCompany(stage: Stage, company: LargeCompany): readonly SeededRecord[] {
  const { world, customer, daysAgo } = stage;
  const { id, name, domain, story } = company;
  const office = customer(`${name}, office`, `office@${domain}`, 'US', 310);
  world.payByCard({
    amount: 250_000,
    currency: 'usd',
    customer: office.id,
    description: 'Annual contribution',
    atMs: daysAgo(290.1),
  });
  return [companyRecord({ id, name, domain, story }), ...membersOf(stage, company)];
}

export const tellLargeCompanyStories = (stage: Stage): readonly SeededRecord[] => [
  ...largeCompany(stage, {
    id: STORY_IDS.fiftyContacts.company,
    name: 'Glacier Guides Guild',
    domain: 'glacier-guides.example',
    story: 'Has fifty contacts; five of them and its office have paid.',
    firstContactId: 8400,
    contactCount: 50,
    payingEvery: 10,
  }),
  ...largeCompany(stage, {
    id: STORY_IDS.fiveHundredContacts.company,
    name: 'Alpine Hut Federation',
    domain: 'alpine-huts.example',
    story: 'Has five hundred contacts; twenty of them and its office have paid.',
    firstContactId: 8500,
    contactCount: 500,
    payingEvery: 25,
  }),
];
