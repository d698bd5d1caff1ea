import {
  companyRecord,
  contactRecord,
  dealRecord,
  STORY_IDS,
  type SeededRecord,
} from './seeded-record.ts';
import type { Stage } from './stage.ts';

function sharedCustomer({ world, customer, daysAgo }: Stage): readonly SeededRecord[] {
  const { company, contacts } = STORY_IDS.sharedCustomer;
  const northwind = customer('Northwind Traders', 'billing@northwind.example', 'US', 90);
  const payment = { currency: 'usd', customer: northwind.id };
  world.payByCard({
    ...payment,
    amount: 120_000,
    description: 'Harbour survey',
    atMs: daysAgo(84.2),
  });
  world.payByCard({
    ...payment,
    amount: 86_000,
    description: 'Mooring plan',
    atMs: daysAgo(33.6),
  });
  return [
    companyRecord({
      id: company,
      name: 'Northwind Traders',
      domain: 'northwind.example',
      story: 'Two contacts share one customer: its payments count once.',
    }),
    contactRecord({
      id: contacts[0],
      name: 'Nora Lindgren',
      email: 'nora.lindgren@northwind.example',
      story: 'Shares her customer with a colleague.',
      company,
      linked: [northwind.id],
    }),
    contactRecord({
      id: contacts[1],
      name: 'Viktor Salo',
      email: 'viktor.salo@northwind.example',
      story: 'Shares his customer with a colleague.',
      company,
      linked: [northwind.id],
    }),
  ];
}

function threeDeals({ world, customer, daysAgo }: Stage): readonly SeededRecord[] {
  const { contact, deals } = STORY_IDS.threeDeals;
  const maya = customer('Maya Okonkwo', 'maya@okonkwo-gallery.example', 'US', 50);
  const payment = { currency: 'usd', customer: maya.id };
  world.payByCard({
    ...payment,
    amount: 150_000,
    description: 'Spring opening',
    atMs: daysAgo(41.3),
  });
  world.payByCard({
    ...payment,
    amount: 64_500,
    description: 'Catalogue print',
    atMs: daysAgo(12.7),
  });
  const names = ['Spring opening', 'Summer residency', 'Autumn auction'];
  return [
    ...deals.map((id, index) =>
      dealRecord({
        id,
        name: `Okonkwo Gallery ${names[index]?.toLowerCase() ?? ''}`,
        amount: '1500.00',
        stage: 'contractsent',
        story: 'One of three open deals of a contact who paid twice: a person decides.',
      }),
    ),
    contactRecord({
      id: contact,
      name: 'Maya Okonkwo',
      email: 'maya@okonkwo-gallery.example',
      story: 'Paid twice and has three open deals.',
      deals,
    }),
  ];
}

function oneDeal({ world, customer, daysAgo }: Stage): readonly SeededRecord[] {
  const { contact, deal } = STORY_IDS.oneDeal;
  const tomas = customer('Tomas Herrera', 'tomas@herrera-bikes.example', 'US', 30);
  world.payByCard({
    amount: 98_500,
    currency: 'usd',
    customer: tomas.id,
    description: 'Workshop fittings',
    atMs: daysAgo(21.4),
  });
  return [
    dealRecord({
      id: deal,
      name: 'Herrera Bikes workshop fittings',
      amount: '985.00',
      story: 'The contact paid and has this one deal, so the payment counts here by its address.',
    }),
    contactRecord({
      id: contact,
      name: 'Tomas Herrera',
      email: 'tomas@herrera-bikes.example',
      story: 'Paid once and has one deal.',
      deals: [deal],
    }),
  ];
}

function strangeAddress({ world, customer, daysAgo }: Stage): readonly SeededRecord[] {
  const { contact, company, deal } = STORY_IDS.strangeAddress;
  const payer = customer('Pinewood Payables', 'invoices@payables-desk.example', 'US', 28);
  world.payByCard({
    amount: 212_000,
    currency: 'usd',
    customer: payer.id,
    description: 'Trail signs',
    atMs: daysAgo(16.5),
  });
  return [
    dealRecord({
      id: deal,
      name: 'Pinewood Park trail signs',
      amount: '2120.00',
      stage: 'contractsent',
      story: 'Paid from an address that belongs to no contact: a person has to link the customer.',
    }),
    companyRecord({ id: company, name: 'Pinewood Park', domain: 'pinewood-park.example' }),
    contactRecord({
      id: contact,
      name: 'Hazel Brennan',
      email: 'hazel@pinewood-park.example',
      story: 'Her payments come from an address that is not hers.',
      company,
      deals: [deal],
    }),
  ];
}

export const tellPayerStories = (stage: Stage): readonly SeededRecord[] => [
  ...sharedCustomer(stage),
  ...threeDeals(stage),
  ...oneDeal(stage),
  ...strangeAddress(stage),
];

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
