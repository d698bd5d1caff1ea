import type { StripePermission } from '../../contract/stripe-permissions.ts';

/** What does not work where the key lacks a permission. */
const without: Record<StripePermission, string> = {
  balance_read: 'The settlement currencies are not shown here. Nothing else is missing.',
  balance_transaction_source_read: 'Fees, net amounts and arrival dates cannot be read.',
  charge_read: 'No payment and no refund can be read.',
  customer_read: 'Nobody is found by address, and no customer can be linked.',
  dispute_read: 'Disputes and their fees cannot be read.',
  payment_intent_read: 'Payments that name a record, or are assigned by a pi_ id, are not found.',
  product_read: 'Subscriptions and invoices do not say what they are for.',
  coupon_read: 'Monthly recurring revenue cannot be told where there is a discount.',
  invoice_read: 'Invoices, what is due and what is past due cannot be read.',
  plan_read: 'Prices cannot be read, so there is no monthly recurring revenue.',
  subscription_read: 'Subscriptions and renewals cannot be read.',
  checkout_session_read: 'Checkouts and guests, who have no customer, are not found.',
  accounts_kyc_basic_read:
    'The account and its readiness are not shown here, and links open the account that was used last.',
};

/** Stripe's requirements by the end of their names; others are shown as Stripe writes them. */
const requirements = {
  'verification.document': 'Proof of identity',
  'verification.additional_document': 'Proof of address',
  'verification.proof_of_liveness': 'Proof that a person is present',
  external_account: 'Bank account for payouts',
  'tos_acceptance.date': "Acceptance of Stripe's terms",
  'tos_acceptance.ip': "Acceptance of Stripe's terms (where from)",
  tax_id: 'Tax number',
  id_number: 'Personal identity number',
  'business_profile.url': 'Website',
  'business_profile.mcc': 'Line of business',
  'business_profile.product_description': 'Description of what is sold',
  'dob.day': 'Date of birth (day)',
  'dob.month': 'Date of birth (month)',
  'dob.year': 'Date of birth (year)',
  'address.line1': 'Street address',
  'address.city': 'City',
  'address.postal_code': 'Postal code',
  'address.state': 'State or province',
  email: 'E-mail address',
  phone: 'Phone number',
  first_name: 'First name',
  last_name: 'Last name',
  owners_provided: 'Confirmation that all owners are named',
  directors_provided: 'Confirmation that all directors are named',
};

/** Stripe's reasons why an account is off; others are shown as Stripe writes them. */
const disabledReasons = {
  'requirements.past_due': 'what Stripe asked for is overdue',
  'requirements.pending_verification': 'Stripe is checking what was handed in',
  'action_required.requested_capabilities': 'a capability has to be requested in Stripe',
  under_review: 'Stripe is looking at the account',
  listed: 'Stripe is comparing a name with lists of prohibited persons',
  platform_paused: 'the platform of this account has paused it',
  'rejected.fraud': 'Stripe suspects fraud',
  'rejected.incomplete_verification': 'what Stripe asked for did not arrive in time',
  'rejected.listed': 'a name is on a list of prohibited persons',
  'rejected.terms_of_service': "it broke Stripe's terms, as Stripe sees it",
  'rejected.other': 'Stripe closed the account',
  'rejected.platform_fraud': 'the platform of this account suspects fraud',
  'rejected.platform_terms_of_service': 'it broke the terms of its platform',
  'rejected.platform_other': 'the platform of this account closed it',
  other: 'Stripe names no reason',
};

/** Texts about the Stripe key and the account that it opens. */
export const setupStripe = {
  stripeKey: {
    kind: 'Kind of key',
    kinds: { restricted: 'Restricted key', full: 'Full secret key' },
    mode: 'Mode',
    fullTitle: 'This key may do everything',
    full: 'Whoever gets it can move money. A restricted key that only reads is enough: create one, run `hs secret update STRIPE_SECRET_KEY`, upload again, and roll the old one in Stripe.',
    permissions: 'Permissions',
    permissionsOf: (present: number, all: number) => `${String(present)} of ${String(all)}`,
    missingTitle: 'The key lacks permissions',
    missingStep:
      'Edit the key in Stripe, give it Read on these, and check again. The key stays the same, so nothing has to be uploaded.',
    untestedTitle: 'Some permissions could not be tested',
    untestedStep: 'Stripe gave no clear answer for these. Check again in a minute.',
    permission: 'Permission (Read)',
    status: 'State',
    consequence: 'Without it',
    statuses: { present: 'Present', missing: 'Missing', unknown: 'Not tested' },
    optional: 'optional',
    without,
    howToTitle: 'A key with the right permissions',
    createLive: 'Create a live key in Stripe',
    createTest: 'Create a test key in Stripe',
    linkNote:
      'The link chooses the permissions beforehand. Stripe does not document it, so compare them with this list, each with Read:',
    writeNote:
      'Writing is needed only to note an assignment in Stripe as well ("Also write it to Stripe"): then Write on what is assigned.',
    thenSecret:
      'Then run `hs secret update STRIPE_SECRET_KEY` with the key (`hs secret add` the first time), and upload again.',
  },
  stripeAccount: {
    name: 'Name',
    country: 'Country',
    currencies: 'Settlement currencies',
    charges: 'Charges',
    payouts: 'Payouts',
    enabled: 'Enabled',
    disabled: 'Stopped',
    disabledBecause: (reason: string) => `Stopped: ${reason}.`,
    disabledReasons,
    noName: 'Without a name',
    noCurrencies: 'None yet',
    needsKey: 'It is shown here once the key works.',
    status: 'Status',
    readiness: {
      ready: 'Ready to transact',
      'in-review': 'In review',
      'action-needed': 'Action needed',
      unreadable: 'Not readable with this key',
    },
    pending: (what: string) => `Stripe is checking: ${what}. There is nothing for you to do.`,
    reviewing: (why: string) => `${why}. There is nothing for you to do.`,
    due: (what: string) => `Stripe asks for: ${what}.`,
    dueBy: (day: string) => `By ${day}.`,
    overdue: 'The time for it is over.',
    onlyStripe:
      'Stripe asks for nothing that would change this. Open the account in Stripe, or ask their support.',
    unsubmitted: "The account's details were not handed in yet. Open it in Stripe and finish them.",
    laterDue: (what: string) => `Later Stripe will ask for: ${what}.`,
    open: 'Open the account in Stripe',
    unreadableNote: 'The figures do not depend on it.',
    requirements,
  },
};
