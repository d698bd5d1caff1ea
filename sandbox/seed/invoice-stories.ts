import {
  contactRecord,
  dealRecord,
  planOf,
  STORY_IDS,
  type SeededRecord,
} from './seeded-record.ts';
import type { Stage } from './stage.ts';

function partPaidInvoice({ world, customer, daysAgo }: Stage): readonly SeededRecord[] {
  const { contact, deal } = STORY_IDS.partPaidInvoice;
  const anders = customer('Anders Nilsen', 'anders@nilsen-boats.example', 'US', 60);
  const draft = world.createInvoice({
    customer: anders.id,
    lines: [
      { description: 'Hull repair', amount: 240_000 },
      { description: 'Dry dock, two weeks', amount: 60_000 },
    ],
    dueMs: daysAgo(10),
    atMs: daysAgo(40.5),
  });
  const invoice = world.finalizeInvoice(draft.id, daysAgo(40.4));
  world.payInvoice(invoice.id, { amount: 120_000, atMs: daysAgo(30.6) });
  world.payInvoice(invoice.id, { atMs: daysAgo(11.1) });
  return [
    dealRecord({
      id: deal,
      name: 'Nilsen Boats hull repair',
      amount: '3000.00',
      story: 'One invoice was paid in two parts.',
      linked: [anders.id],
    }),
    contactRecord({
      id: contact,
      name: 'Anders Nilsen',
      email: 'anders@nilsen-boats.example',
      story: 'Paid one invoice in two parts.',
      deals: [deal],
    }),
  ];
}

function creditNote({ world, customer, daysAgo }: Stage): readonly SeededRecord[] {
  const { contact, deal } = STORY_IDS.creditNote;
  const bianca = customer('Bianca Weiss', 'bianca@weiss-gardens.example', 'US', 20);
  const draft = world.createInvoice({
    customer: bianca.id,
    lines: [
      { description: 'Hedge of 40 metres', amount: 65_000 },
      { description: 'Delivery', amount: 15_000 },
    ],
    dueMs: daysAgo(-16.5),
    atMs: daysAgo(13.5),
  });
  const invoice = world.finalizeInvoice(draft.id, daysAgo(13.4));
  world.issueCreditNote({
    invoice: invoice.id,
    amount: 15_000,
    reason: 'order_change',
    memo: 'Collected by the customer',
    atMs: daysAgo(6.2),
  });
  return [
    dealRecord({
      id: deal,
      name: 'Weiss Gardens hedge',
      amount: '650.00',
      stage: 'contractsent',
      story: 'An open invoice of 800, of which a credit note took 150 off.',
      linked: [bianca.id],
    }),
    contactRecord({
      id: contact,
      name: 'Bianca Weiss',
      email: 'bianca@weiss-gardens.example',
      story: 'Owes what a credit note left of an invoice.',
      deals: [deal],
    }),
  ];
}

function freeCheckout(stage: Stage): readonly SeededRecord[] {
  const { world, customer, daysAgo } = stage;
  const { contact, deal } = STORY_IDS.freeCheckout;
  const joy = customer('Joy Adeyemi', 'joy@adeyemi-kindergarten.example', 'US', 12);
  const price = planOf(stage, {
    name: 'Kindergarten licence',
    unitAmount: 24_000,
    recurring: { interval: 'year' },
    createdDaysAgo: 12,
  });
  const coupon = world.createCoupon({
    name: 'First year free',
    percentOff: 100,
    duration: 'once',
    atMs: daysAgo(12),
  });
  world.completeCheckout(
    {
      customer: joy.id,
      items: [{ price }],
      coupon: coupon.id,
      atMs: daysAgo(11.3),
    },
    daysAgo(11.3),
  );
  return [
    dealRecord({
      id: deal,
      name: 'Adeyemi Kindergarten licence',
      amount: '0.00',
      story: 'A checkout with everything off: nothing was paid, and it is there to be seen.',
      linked: [joy.id],
    }),
    contactRecord({
      id: contact,
      name: 'Joy Adeyemi',
      email: 'joy@adeyemi-kindergarten.example',
      story: 'Went through a checkout that cost nothing.',
      deals: [deal],
    }),
  ];
}

function guestCheckout({ world, daysAgo }: Stage): SeededRecord {
  world.completeCheckout(
    {
      guest: { email: 'wanda.kowalska@kowalska-teas.example', name: 'Wanda Kowalska' },
      amount: 7_850,
      currency: 'usd',
      productName: 'Tea tasting',
      atMs: daysAgo(9.6),
    },
    daysAgo(9.6),
  );
  return contactRecord({
    id: STORY_IDS.guestCheckout.contact,
    name: 'Wanda Kowalska',
    email: 'wanda.kowalska@kowalska-teas.example',
    story: 'Paid once as a guest: only the checkout knows her address.',
  });
}

export const tellInvoiceStories = (stage: Stage): readonly SeededRecord[] => [
  ...partPaidInvoice(stage),
  ...creditNote(stage),
  ...freeCheckout(stage),
  guestCheckout(stage),
];
