import {
  companyRecord,
  contactRecord,
  dealRecord,
  planOf,
  STORY_IDS,
  type SeededRecord,
} from './seeded-record.ts';
import type { Stage } from './stage.ts';

function wideItalian(stage: Stage): readonly SeededRecord[] {
  const { world, customer, daysAgo } = stage;
  const { contact, company, deal } = STORY_IDS.wideItalian;
  const companyName =
    'Società Cooperativa Agricola dell’Alta Val Venosta e della Bassa Atesina – Più Qualità';
  const email = 'amministrazione@cooperativa-altavalvenosta.example';
  const name = 'Niccolò Bartolomeo D’Aragona-Zampieri';
  const payer = customer(companyName, email, 'IT', 64);
  const price = planOf(stage, {
    name: 'Tracciabilità delle partite, abbonamento mensile per stabilimento',
    currency: 'eur',
    unitAmount: 123_450,
    createdDaysAgo: 62,
  });
  const { subscription } = world.createSubscription({
    customer: payer.id,
    items: [{ price, quantity: 2 }],
    description: 'Perché la qualità è già tracciata: più città, più sicurezza',
    card: { country: 'IT', brand: 'mastercard', last4: '4444' },
    atMs: daysAgo(58.7),
  });
  world.renewSubscription(subscription.id, { card: { country: 'IT' } });
  return [
    dealRecord({
      id: deal,
      name: 'Tracciabilità delle partite per gli stabilimenti di Malles, Silandro e Naturno',
      amount: '29628.00',
      currency: 'EUR',
      story: 'Long Italian names with accents and apostrophes.',
      linked: [payer.id],
    }),
    companyRecord({
      id: company,
      name: companyName,
      domain: 'cooperativa-altavalvenosta.example',
      story: 'A long Italian name with accents and an apostrophe.',
      deals: [deal],
    }),
    contactRecord({
      id: contact,
      name,
      email,
      story: 'A long Italian name with accents and an apostrophe.',
      company,
      deals: [deal],
    }),
  ];
}

function rightToLeft(stage: Stage): readonly SeededRecord[] {
  const { world, customer, daysAgo } = stage;
  const { contact, company, deal } = STORY_IDS.rightToLeft;
  const email = 'layla@alnoor-library.example';
  const layla = customer('ليلى الحداد', email, 'AE', 36);
  const draft = world.createInvoice({
    customer: layla.id,
    currency: 'aed',
    lines: [{ description: 'رفوف المكتبة', amount: 735_000 }],
    dueMs: daysAgo(-4.5),
    atMs: daysAgo(25.5),
  });
  const invoice = world.finalizeInvoice(draft.id, daysAgo(25.4));
  world.payInvoice(invoice.id, {
    amount: 300_000,
    card: { country: 'AE' },
    atMs: daysAgo(18.3),
  });
  return [
    dealRecord({
      id: deal,
      name: 'مكتبة النور – رفوف',
      amount: '7350.00',
      currency: 'AED',
      stage: 'contractsent',
      story: 'Arabic names, written from right to left, and an invoice paid in part.',
      linked: [layla.id],
    }),
    companyRecord({
      id: company,
      name: 'مكتبة النور',
      domain: 'alnoor-library.example',
      story: 'An Arabic name, written from right to left.',
      deals: [deal],
    }),
    contactRecord({
      id: contact,
      name: 'ليلى الحداد',
      email,
      story: 'An Arabic name, written from right to left.',
      company,
      deals: [deal],
    }),
  ];
}

export const tellWideStories = (stage: Stage): readonly SeededRecord[] => [
  ...wideItalian(stage),
  ...rightToLeft(stage),
];

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
