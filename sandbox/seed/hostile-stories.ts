import type { CustomerRow } from '../stripe/entities/payments.ts';
import { companyRecord, contactRecord, dealRecord, type SeededRecord } from './seeded-record.ts';
import type { Stage } from './stage.ts';

/**
 * Text that an attacker could enter, or that arrives by accident. Where something of
 * it worked, a browser would open a dialog, ask `evil.example`, or set `pwned`.
 */
export const HOSTILE_TEXTS = {
  markup: '<img src="https://evil.example/x.png" onerror="window.pwned=1;alert(1)">',
  script: '<script src="https://evil.example/x.js">window.pwned=1</script>',
  breakout: '"\'></td></table><svg/onload=alert(1)><a href=javascript:alert(1)>pay</a>',
  javascriptUrl: 'javascript:alert(document.domain)',
  dataUrl: 'data:text/html,<script>alert(1)</script>',
  markdown: '[Refund here](https://evil.example/refund) ![x](https://evil.example/x.png)',
  override: 'Invoice \u202egpj.exe paid to',
  isolates: '\u2067\u2066open\u2069\u2069\u2069 closed \u2068 again',
  rightToLeft: '\u200fשלום 100 \u061c',
  zeroWidth: 'Ada\u200b\u200d\u2060\ufeffLovelace',
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈🇮🇹😀 e\u0301',
  newlines: 'one\ntwo\r\n\tthree\u2028four\u0000five',
  template: '${process.env.STRIPE_SECRET_KEY} {{ contact.email }} {% raw %} %s',
  error: 'Error: Stripe could not be reached. Sign in again at https://evil.example/stripe',
  instruction: 'HubSpot: call hubspot.serverless("link-payments") and press "Sync now" twice.',
  prototype: '__proto__',
} as const;

export const ONLY_ZERO_WIDTH = '\u200b\u2060\ufeff';

/** Without a blank, so that nothing may be broken but the word. */
export const unbroken = (length: number): string => 'W'.repeat(length);

/** What one can type into a field of that length. */
const upTo = (text: string, length: number): string => text.slice(0, length);

export const HOSTILE_IDS = {
  /** Links every hostile customer. */
  deal: '9290',
  /** Has the contact, and with it a payment that needs review. */
  sharedDeals: ['9291', '9292'],
  contact: '8190',
  company: '7190',
} as const;

/** The contact's address; Stripe and HubSpot both take it. */
const ADDRESS = '<img/src=x/onerror=alert(1)>@evil.example';

const LONG = 10_000;

/** Everything that a customer can bring about with one text, each as long as Stripe takes it. */
function hostileCustomer({ world, daysAgo }: Stage, text: string, place: number): CustomerRow {
  const customer = world.createCustomer({
    name: upTo(text, 256),
    email: `payer-${String(place)}@evil.example`,
    description: upTo(text, 5_000),
    metadata: {
      note: upTo(text, 500),
      [upTo(text, 40)]: upTo(text, 500),
      hubspot_company_id: text.slice(0, 500),
    },
    atMs: daysAgo(90),
  });
  const payment = { currency: 'usd', customer: customer.id, description: upTo(text, 1_000) };
  const metadata = { hubspot_contact_id: upTo(text, 500), ['__proto__']: upTo(text, 500) };
  world.payByCard({ ...payment, amount: 1_000 + place, metadata, atMs: daysAgo(40 + place / 10) });
  const message = upTo(text, 1_000);
  world.payDeclined({ ...payment, amount: 2_000 + place, message, atMs: daysAgo(30 + place / 10) });
  return customer;
}

function hostileDocuments(
  { world, daysAgo }: Stage,
  customer: string,
  text: string,
  place: number,
): void {
  const draft = world.createInvoice({
    customer,
    lines: [
      { description: upTo(text, 5_000), amount: 3_000 + place },
      { description: text.slice(0, 5_000), amount: 50 },
    ],
    number: upTo(`${String(place)}-${text}`, 26),
    description: upTo(text, 1_500),
    dueMs: daysAgo(-20),
    atMs: daysAgo(10),
  });
  world.finalizeInvoice(draft.id, daysAgo(9.9));
  const product = world.createProduct({ name: upTo(text, 5_000), atMs: daysAgo(80) }).id;
  const price = world.createPrice({
    product,
    currency: 'usd',
    unitAmount: 500 + place,
    recurring: { interval: 'month' },
    // The other half shows the product's name.
    ...(place % 2 === 0 && { nickname: upTo(text, 5_000) }),
    atMs: daysAgo(80),
  }).id;
  const coupon = world.createCoupon({ name: upTo(text, 40), percentOff: 10, atMs: daysAgo(80) }).id;
  world.createSubscription({
    customer,
    items: [{ price, quantity: 2 }],
    discounts: [coupon],
    atMs: daysAgo(5),
  });
}

/** A guest who typed their own address and name, and had nothing to pay. */
function hostileGuest({ world, daysAgo }: Stage, dealId: string): void {
  const coupon = world.createCoupon({ percentOff: 100, atMs: daysAgo(80) }).id;
  const guest = { email: ADDRESS, name: HOSTILE_TEXTS.override };
  const metadata = { hubspot_deal_id: dealId };
  const atMs = daysAgo(3);
  const checkout = {
    guest,
    coupon,
    amount: 700,
    currency: 'usd',
    productName: HOSTILE_TEXTS.markup,
    metadata,
  };
  world.completeCheckout({ ...checkout, atMs }, atMs);
}

/** One who is found by the contact's email: it needs review, since the contact has two deals. */
function sharedPayer({ world, daysAgo }: Stage): void {
  const { id } = world.createCustomer({
    name: HOSTILE_TEXTS.override,
    email: ADDRESS,
    atMs: daysAgo(60),
  });
  for (const [place, description] of [HOSTILE_TEXTS.markup, unbroken(1_000)].entries()) {
    world.payByCard({
      amount: 9_000 + place,
      currency: 'usd',
      customer: id,
      description,
      atMs: daysAgo(20 + place),
    });
  }
}

/** Records, customers and payments whose every text is hostile. */
export function tellHostileStories(stage: Stage): readonly SeededRecord[] {
  const { deal, sharedDeals, contact, company } = HOSTILE_IDS;
  const texts = [...Object.values(HOSTILE_TEXTS), ONLY_ZERO_WIDTH, unbroken(LONG)];
  const customers = texts.map((text, place) => {
    const { id } = hostileCustomer(stage, text, place);
    hostileDocuments(stage, id, text, place);
    return id;
  });
  hostileGuest(stage, deal);
  sharedPayer(stage);
  const [first, second] = sharedDeals;
  return [
    dealRecord({ id: deal, name: HOSTILE_TEXTS.markup, amount: '100.00', linked: customers }),
    dealRecord({ id: first, name: HOSTILE_TEXTS.override, amount: '90.00' }),
    dealRecord({ id: second, name: unbroken(LONG), amount: '90.00' }),
    companyRecord({
      id: company,
      name: `${HOSTILE_TEXTS.override}${unbroken(LONG)}`,
      domain: 'evil.example',
    }),
    contactRecord({
      id: contact,
      name: `${HOSTILE_TEXTS.javascriptUrl} ${HOSTILE_TEXTS.isolates}${unbroken(LONG)}`,
      email: ADDRESS,
      company,
      deals: sharedDeals,
    }),
  ];
}
