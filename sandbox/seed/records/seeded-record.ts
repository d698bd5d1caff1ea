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

export interface CompanyFacts extends CommonFacts {
  readonly name: string;
  readonly domain: string;
  readonly deals?: readonly string[];
}

export interface DealFacts extends CommonFacts {
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
