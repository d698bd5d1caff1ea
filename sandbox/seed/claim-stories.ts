import {
  companyRecord,
  contactRecord,
  dealRecord,
  STORY_IDS,
  type SeededRecord,
} from './seeded-record.ts';
import type { Stage } from './stage.ts';

function claimedPayments({ world, customer, daysAgo }: Stage): readonly SeededRecord[] {
  const { contact, deals } = STORY_IDS.claimedPayments;
  const [left, assigned, named] = deals;
  const ilse = customer('Ilse Vermeer', 'ilse@vermeer-atelier.example', 'US', 48);
  const payment = { currency: 'usd', customer: ilse.id };
  const kitchen = world.payByCard({
    ...payment,
    amount: 175_000,
    description: 'Kitchen glazing',
    atMs: daysAgo(44.1),
  });
  world.payByCard({
    ...payment,
    amount: 59_000,
    description: 'Porch glazing',
    metadata: { hubspot_deal_id: named },
    atMs: daysAgo(31.8),
  });
  world.payByCard({
    ...payment,
    amount: 24_000,
    description: 'Extra pane',
    atMs: daysAgo(8.2),
  });
  return [
    dealRecord({
      id: left,
      name: 'Vermeer Atelier roof glazing',
      amount: '2400.00',
      stage: 'contractsent',
      story: 'Two of the three payments of its contact are claimed by other deals.',
    }),
    dealRecord({
      id: assigned,
      name: 'Vermeer Atelier kitchen glazing',
      amount: '1750.00',
      story: 'A person assigned one payment to this deal.',
      assigned: [kitchen.paymentIntent.id],
    }),
    dealRecord({
      id: named,
      name: 'Vermeer Atelier porch glazing',
      amount: '590.00',
      story: 'The metadata of one payment names this deal.',
    }),
    contactRecord({
      id: contact,
      name: 'Ilse Vermeer',
      email: 'ilse@vermeer-atelier.example',
      story: 'Paid three times for three deals.',
      deals,
    }),
  ];
}

function linkedTwice({ world, customer, daysAgo }: Stage): readonly SeededRecord[] {
  const group = customer('Corbett Hotels', 'treasury@corbett-hotels.example', 'US', 40);
  world.payByCard({
    amount: 340_000,
    currency: 'usd',
    customer: group.id,
    description: 'Lobby furniture',
    atMs: daysAgo(29.7),
  });
  const names = ['Corbett Hotels lobby, Dublin', 'Corbett Hotels lobby, Cork'];
  return STORY_IDS.linkedTwice.deals.map((id, index) =>
    dealRecord({
      id,
      name: names[index] ?? '',
      amount: '3400.00',
      stage: 'contractsent',
      story: 'Two deals link the same customer, so its payment counts on neither.',
      linked: [group.id],
    }),
  );
}

function splitSubscription({ world, customer, daysAgo }: Stage): readonly SeededRecord[] {
  const { contact, deals } = STORY_IDS.splitSubscription;
  const [single, whole] = deals;
  const jonah = customer('Jonah Pell', 'jonah@pell-analytics.example', 'US', 90);
  const product = world.createProduct({ name: 'Analytics seat', atMs: daysAgo(85) });
  const price = world.createPrice({
    product: product.id,
    currency: 'usd',
    unitAmount: 70_000,
    recurring: { interval: 'month' },
    atMs: daysAgo(85),
  });
  const { subscription } = world.createSubscription({
    customer: jonah.id,
    items: [{ price: price.id }],
    atMs: daysAgo(80.3),
  });
  const second = world.renewSubscription(subscription.id);
  world.renewSubscription(subscription.id);
  return [
    dealRecord({
      id: single,
      name: 'Pell Analytics training month',
      amount: '700.00',
      story: 'One payment of the subscription of another deal was put here.',
      assigned: second.payment === null ? [] : [second.payment.charge.id],
    }),
    dealRecord({
      id: whole,
      name: 'Pell Analytics seats',
      amount: '1400.00',
      story: 'A subscription is assigned as a whole; one of its payments is on another deal.',
      assigned: [subscription.id],
    }),
    contactRecord({
      id: contact,
      name: 'Jonah Pell',
      email: 'jonah@pell-analytics.example',
      story: 'Pays a subscription of two deals.',
      deals,
    }),
  ];
}

export const tellClaimStories = (stage: Stage): readonly SeededRecord[] => [
  ...claimedPayments(stage),
  ...linkedTwice(stage),
  ...splitSubscription(stage),
];

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
