import type { NewPrice } from '../stripe/world/billing-requests.ts';
import type { Stage } from './stage.ts';

/** HubSpot's own names of the types that the app is for. */
type SeededObjectType = 'deals' | 'contacts' | 'companies';

interface RecordName {
  readonly objectType: SeededObjectType;
  readonly id: string;
}

/** A record in HubSpot, with what happened at Stripe as its story. */
export interface SeededRecord extends RecordName {
  /** One plain sentence; empty for a record that only stands in another's story. */
  readonly story: string;
  /** HubSpot's own properties. */
  readonly properties: Readonly<Record<string, string>>;
  readonly linkedCustomerIds: readonly string[];
  /** Ids of payments, invoices, subscriptions and checkout sessions. */
  readonly assignedIds: readonly string[];
  readonly associated: readonly RecordName[];
}

interface CommonFacts {
  readonly id: string;
  readonly story?: string;
  readonly linked?: readonly string[];
  readonly assigned?: readonly string[];
}

export interface ContactFacts extends CommonFacts {
  readonly name: string;
  readonly email: string;
  readonly additionalEmails?: readonly string[];
  /** The id of a company that stands earlier in the list. */
  readonly company?: string;
  /** Ids of deals that stand earlier in the list. */
  readonly deals?: readonly string[];
}

interface CompanyFacts extends CommonFacts {
  readonly name: string;
  readonly domain: string;
  readonly deals?: readonly string[];
}

interface DealFacts extends CommonFacts {
  readonly name: string;
  /** Decimal text. */
  readonly amount: string;
  readonly currency?: string;
  readonly stage?: 'closedwon' | 'contractsent' | 'closedlost';
}

const named = (objectType: SeededObjectType, ids: readonly string[] = []): readonly RecordName[] =>
  ids.map((id) => ({ objectType, id }));

const commonOf = ({ id, story = '', linked = [], assigned = [] }: CommonFacts) => ({
  id,
  story,
  linkedCustomerIds: linked,
  assignedIds: assigned,
});

export function contactRecord(facts: ContactFacts): SeededRecord {
  const { name, email, additionalEmails = [], company, deals } = facts;
  const [firstname = '', ...rest] = name.split(' ');
  return {
    ...commonOf(facts),
    objectType: 'contacts',
    properties: {
      firstname,
      lastname: rest.join(' '),
      email,
      // HubSpot keeps the values of a checkbox property with semicolons between them.
      ...(additionalEmails.length > 0 && { hs_additional_emails: additionalEmails.join(';') }),
    },
    associated: [
      ...named('companies', company === undefined ? [] : [company]),
      ...named('deals', deals),
    ],
  };
}

export function companyRecord(facts: CompanyFacts): SeededRecord {
  const { name, domain, deals } = facts;
  return {
    ...commonOf(facts),
    objectType: 'companies',
    properties: { name, domain },
    associated: named('deals', deals),
  };
}

export function dealRecord(facts: DealFacts): SeededRecord {
  const { name, amount, currency = 'USD', stage = 'closedwon' } = facts;
  return {
    ...commonOf(facts),
    objectType: 'deals',
    properties: { dealname: name, amount, deal_currency_code: currency, dealstage: stage },
    associated: [],
  };
}

type PlanFacts = Pick<NewPrice, 'unitAmount' | 'unitAmountDecimal' | 'tiers' | 'tiersMode'> & {
  readonly name: string;
  readonly createdDaysAgo: number;
  readonly currency?: string;
  readonly recurring?: NewPrice['recurring'];
};

/** Makes a product with one price, by default a monthly one; answers with the price's id. */
export function planOf({ world, daysAgo }: Stage, facts: PlanFacts): string {
  const { name, createdDaysAgo, currency = 'usd', recurring, ...amounts } = facts;
  const atMs = daysAgo(createdDaysAgo);
  const product = world.createProduct({ name, atMs });
  const price = world.createPrice({
    ...amounts,
    product: product.id,
    currency,
    recurring: recurring ?? { interval: 'month' },
    atMs,
  });
  return price.id;
}

/** The records of each story: contacts 8xxx, companies 7xxx, deals 92xx. */
export const STORY_IDS = {
  sharedCustomer: { company: '7001', contacts: ['8001', '8002'] },
  threeDeals: { contact: '8003', deals: ['9203', '9204', '9205'] },
  oneDeal: { contact: '8004', deal: '9206' },
  strangeAddress: { contact: '8005', company: '7002', deal: '9207' },
  twoCases: { contact: '8006' },
  additionalAddresses: { contact: '8007' },
  plusAddress: { contact: '8008', otherContact: '8009' },
  guestCheckout: { contact: '8010' },
  claimedPayments: { contact: '8011', deals: ['9208', '9209', '9210'] },
  linkedTwice: { deals: ['9211', '9212'] },
  splitSubscription: { contact: '8012', deals: ['9213', '9214'] },
  companyByDomain: { company: '7007' },
  freeMailDomain: { company: '7008' },
  fiftyContacts: { company: '7006' },
  fiveHundredContacts: { company: '7005' },
  yearlyDiscount: { contact: '8013', deal: '9216' },
  repeatingCoupon: { contact: '8014' },
  onceCoupon: { contact: '8015' },
  severalItems: { contact: '8016' },
  metered: { contact: '8017' },
  tiers: { contact: '8018' },
  trial: { contact: '8019' },
  paused: { contact: '8020' },
  collectionPaused: { contact: '8021' },
  canceledAtPeriodEnd: { contact: '8022' },
  partPaidInvoice: { contact: '8023', deal: '9217' },
  pastDue: { contact: '8024', deal: '9218' },
  creditNote: { contact: '8025', deal: '9219' },
  freeCheckout: { contact: '8026', deal: '9220' },
  twoCurrencies: { contact: '8027', company: '7009' },
  wideItalian: { contact: '8029', company: '7010', deal: '9221' },
  expanded: { contact: '8031', company: '7012' },
  churned: { contact: '8032', company: '7013' },
  reactivated: { contact: '8033' },
  taxedLink: { contact: '8034', deal: '9223' },
  taxedInvoice: { contact: '8035', deal: '9224' },
  rightToLeft: { contact: '8030', company: '7011', deal: '9222' },
} as const;
