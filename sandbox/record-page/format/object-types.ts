/** The custom object of payment records, which HubSpot's paths call so in every account. */
export const PAYMENTS = 'p_stripe_payment';

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
  [PAYMENTS]: {
    // An account's own objects have a number in each account; their name does as well.
    objectTypeId: PAYMENTS,
    singular: 'payment',
    plural: 'Payments',
    nameProperties: ['stripe_payment_name'],
    detailProperty: 'stripe_payment_status',
    aboutProperties: [
      'stripe_payment_status',
      'stripe_created_date',
      'stripe_amount_paid',
      'stripe_fee_amount',
      'stripe_net_amount',
      'stripe_match',
    ],
    stripeGroup: 'stripe_payment_information',
  },
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
