import type { Stage } from '../stage.ts';
import { planOf } from './plan.ts';
import type { SeededRecord } from './seeded-record.ts';
import { companyRecord, contactRecord, dealRecord } from './seeded-record.ts';
import { STORY_IDS } from './story-ids.ts';

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
