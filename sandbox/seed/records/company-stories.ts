import type { Stage } from '../stage.ts';
import type { SeededRecord } from './seeded-record.ts';
import { companyRecord, contactRecord } from './seeded-record.ts';
import { STORY_IDS } from './story-ids.ts';

function companyByDomain({ world, customer, daysAgo }: Stage): SeededRecord {
  const ferries = customer('Fjordline Ferries', 'accounts@fjordline.example', 'US', 75);
  const office = customer('Fjordline Bergen', 'bergen@fjordline.example', 'US', 70);
  world.payByCard({
    amount: 410_000,
    currency: 'usd',
    customer: ferries.id,
    description: 'Deck sensors',
    atMs: daysAgo(64.5),
  });
  world.payByCard({
    amount: 95_500,
    currency: 'usd',
    customer: office.id,
    description: 'Sensor spares',
    atMs: daysAgo(17.9),
  });
  return companyRecord({
    id: STORY_IDS.companyByDomain.company,
    name: 'Fjordline Ferries',
    domain: 'fjordline.example',
    story: 'Has no contacts: its customers are found by the domain of their addresses.',
  });
}

function freeMailDomain({ world, customer, daysAgo }: Stage): SeededRecord {
  const stranger = customer('Chris Nobody', 'chris.nobody@gmail.com', 'US', 22);
  world.payByCard({
    amount: 13_700,
    currency: 'usd',
    customer: stranger.id,
    description: 'Poster',
    atMs: daysAgo(20.3),
  });
  return companyRecord({
    id: STORY_IDS.freeMailDomain.company,
    name: 'Corner Shop Alvarez',
    domain: 'gmail.com',
    story: 'Its domain is that of a free mail service, by which nothing may be found.',
  });
}

function twoCurrencies({ world, customer, daysAgo }: Stage): readonly SeededRecord[] {
  const { contact, company } = STORY_IDS.twoCurrencies;
  const claire = customer('Claire Dufour', 'claire@dufour-voiles.example', 'FR', 130);
  const payment = { customer: claire.id, card: { country: 'FR' } };
  world.payByCard({
    ...payment,
    amount: 220_000,
    currency: 'eur',
    settlementCurrency: 'eur',
    description: 'Main sail',
    atMs: daysAgo(124.6),
  });
  world.payByCard({
    ...payment,
    amount: 135_000,
    currency: 'usd',
    description: 'Spinnaker',
    atMs: daysAgo(77.4),
  });
  world.payByCard({
    ...payment,
    amount: 48_000,
    currency: 'eur',
    settlementCurrency: 'eur',
    description: 'Repair',
    atMs: daysAgo(13.2),
  });
  return [
    companyRecord({
      id: company,
      name: 'Dufour Voiles',
      domain: 'dufour-voiles.example',
      story: 'Paid in euros and in dollars, and settled in both.',
    }),
    contactRecord({
      id: contact,
      name: 'Claire Dufour',
      email: 'claire@dufour-voiles.example',
      story: 'Pays in euros and in dollars.',
      company,
    }),
  ];
}

export const tellCompanyStories = (stage: Stage): readonly SeededRecord[] => [
  companyByDomain(stage),
  freeMailDomain(stage),
  ...twoCurrencies(stage),
];
