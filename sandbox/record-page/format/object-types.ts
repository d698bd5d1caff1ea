import { PAYMENT_TYPES } from '../api/wire.ts';

export type PaymentType = (typeof PAYMENT_TYPES)[number];

export const isPaymentType = (objectType: string): objectType is PaymentType =>
  PAYMENT_TYPES.some((each) => each === objectType);

export const PAYMENT_COLUMNS = [
  'stripe_payment_status',
  'stripe_created_date',
  'stripe_amount_paid',
  'stripe_fee_amount',
  'stripe_net_amount',
  'stripe_match',
];

export interface ObjectTypeFacts {
  readonly objectTypeId: string;
  readonly singular: string;
  readonly plural: string;
  readonly nameProperties: readonly string[];
  /** Shown beside the name in a list. */
  readonly detailProperty: string;
  readonly aboutProperties: readonly string[];
  /** The group of the app's properties. */
  readonly stripeGroup: string;
}

const STRIPE_GROUP = 'stripe_payments';

const paymentFacts = (objectTypeId: PaymentType, stripeGroup: string): ObjectTypeFacts => ({
  objectTypeId,
  singular: 'payment',
  plural: 'Payments',
  nameProperties: ['stripe_payment_name'],
  detailProperty: 'stripe_payment_status',
  aboutProperties: [...PAYMENT_COLUMNS, 'stripe_payout_date', 'stripe_failure_reason'],
  stripeGroup,
});

const factsByName: Readonly<Record<string, ObjectTypeFacts>> = {
  deals: {
    objectTypeId: '0-3',
    singular: 'deal',
    plural: 'Deals',
    nameProperties: ['dealname'],
    detailProperty: 'amount',
    aboutProperties: [
      'dealname',
      'amount',
      'deal_currency_code',
      'dealstage',
      'closedate',
      'createdate',
    ],
    stripeGroup: STRIPE_GROUP,
  },
  contacts: {
    objectTypeId: '0-1',
    singular: 'contact',
    plural: 'Contacts',
    nameProperties: ['firstname', 'lastname'],
    detailProperty: 'email',
    aboutProperties: ['firstname', 'lastname', 'email', 'phone', 'lifecyclestage', 'createdate'],
    stripeGroup: STRIPE_GROUP,
  },
  companies: {
    objectTypeId: '0-2',
    singular: 'company',
    plural: 'Companies',
    nameProperties: ['name'],
    detailProperty: 'domain',
    aboutProperties: ['name', 'domain', 'country', 'phone', 'lifecyclestage', 'createdate'],
    stripeGroup: STRIPE_GROUP,
  },
  // An account's own objects have a number in each account; their name does as well.
  p_stripe_payment: paymentFacts('p_stripe_payment', 'stripe_payment_information'),
  '0-101': paymentFacts('0-101', STRIPE_GROUP),
};

/** The types that the page lists, in the order of its menu. */
export const LISTED_TYPES = ['deals', 'contacts', 'companies'] as const;

export function objectTypeFacts(objectType: string): ObjectTypeFacts {
  const facts = factsByName[objectType];
  if (facts === undefined) throw new Error(`This page has no records of the type ${objectType}.`);
  return facts;
}

export function recordName(
  facts: ObjectTypeFacts,
  properties: Readonly<Record<string, string | null>>,
): string {
  const parts = facts.nameProperties.map((name) => properties[name] ?? '');
  return parts.filter((part) => part !== '').join(' ') || `Unnamed ${facts.singular}`;
}
