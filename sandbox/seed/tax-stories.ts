import { contactRecord, dealRecord, STORY_IDS, type SeededRecord } from './seeded-record.ts';
import type { Stage } from './stage.ts';

/** The link asks for the deal's amount; its payer enters an address in Italy, and Stripe adds 22 %. */
function taxedLink({ world, daysAgo }: Stage): readonly SeededRecord[] {
  const { contact, deal } = STORY_IDS.taxedLink;
  const email = 'chiara@conti-ceramiche.example';
  const metadata = { hubspot_deal_id: deal };
  const atMs = daysAgo(21);
  const { id: product } = world.createProduct({ name: 'Website relaunch', atMs });
  const price = world.createPrice({ product, unitAmount: 50_000, currency: 'eur', atMs }).id;
  world.completeCheckout({
    items: [{ price }],
    guest: { email, name: 'Chiara Conti' },
    createsCustomer: true,
    isTaxAutomatic: true,
    taxRates: [{ percentage: 22, isInclusive: false }],
    metadata,
    paymentIntentMetadata: metadata,
    atMs: daysAgo(6.2),
  });
  return [
    dealRecord({
      id: deal,
      name: 'Conti Ceramiche website',
      amount: '500.00',
      currency: 'EUR',
      story: 'Paid by a link that added 22 % of tax: paid in full, and not overpaid.',
    }),
    contactRecord({
      id: contact,
      name: 'Chiara Conti',
      email,
      story: 'Paid 610.00 for a deal of 500.00: the rest is tax.',
      deals: [deal],
    }),
  ];
}

/** Without tax (`automatic_tax` is off), then a second invoice to which Stripe adds it. */
function taxedInvoice({ world, customer, daysAgo }: Stage): readonly SeededRecord[] {
  const { contact, deal } = STORY_IDS.taxedInvoice;
  const { id } = customer('Paolo Ferri', 'paolo@ferri-cantieri.example', 'IT', 40);
  const metadata = { hubspot_deal_id: deal };
  const invoiced = (amount: number, label: string, isTaxed: boolean, sentDaysAgo: number) => {
    const draft = world.createInvoice({
      customer: id,
      currency: 'eur',
      lines: [{ description: label, amount }],
      ...(isTaxed && { taxRates: [{ percentage: 22, isInclusive: false }] }),
      dueMs: daysAgo(sentDaysAgo - 30),
      metadata,
      atMs: daysAgo(sentDaysAgo),
    });
    return world.finalizeInvoice(draft.id, daysAgo(sentDaysAgo - 0.1)).id;
  };
  world.payInvoice(invoiced(40_000, 'Deposit, without tax', false, 32), { atMs: daysAgo(25.4) });
  invoiced(60_000, 'Rest, with tax', true, 8);
  return [
    dealRecord({
      id: deal,
      name: 'Ferri Cantieri scaffolding',
      amount: '1000.00',
      currency: 'EUR',
      story: 'A deposit was invoiced without tax and paid; the rest is open, with 22 % of tax.',
      linked: [id],
    }),
    contactRecord({
      id: contact,
      name: 'Paolo Ferri',
      email: 'paolo@ferri-cantieri.example',
      story: 'Paid a deposit without tax; the rest is asked for with tax.',
      deals: [deal],
    }),
  ];
}

export const tellTaxStories = (stage: Stage): readonly SeededRecord[] => [
  ...taxedLink(stage),
  ...taxedInvoice(stage),
];
