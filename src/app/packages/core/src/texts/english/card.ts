import type { FeeKind } from '../../ledger/fee-kind.ts';
import type { ChargeStatus } from '../../status/charge-status.ts';
import { countingIn } from '../plural.ts';
import { billing } from './billing.ts';
import { disputeReasons } from './disputes.ts';
import { links } from './links.ts';
import { records } from './records.ts';
import { sidebar } from './sidebar.ts';

const { counted, digits, plural } = countingIn('en');

const chargeStatus: Record<ChargeStatus, string> = {
  processing: 'Processing',
  authorized: 'Authorized',
  released: 'Authorization released',
  paid: 'Paid',
  partially_refunded: 'Partially refunded',
  refunded: 'Refunded',
  disputed: 'Disputed',
  failed: 'Failed',
  unknown: 'Unknown',
};

const feeKinds: Record<FeeKind, string> = {
  processing: 'Processing fees',
  tax: 'Tax on fees',
  application: 'Application fees',
  passthrough: 'Fees passed through',
  withheld_tax: 'Tax withheld',
  dispute: 'Dispute fees',
  unclassified: 'Other fees',
};

/** Methods and card brands; one that is not here is shown in Stripe's own word. */
const methods = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
  card: 'Card',
  link: 'Link',
  paypal: 'PayPal',
  klarna: 'Klarna',
  ideal: 'iDEAL',
  bancontact: 'Bancontact',
  customer_balance: 'Bank transfer',
  us_bank_account: 'Bank account',
  sepa_debit: 'SEPA debit',
  bacs_debit: 'Bacs debit',
  acss_debit: 'Pre-authorized debit',
};

/** Texts of the cards. Names, amounts and dates arrive formatted. */
export const card = {
  chargeStatus,
  feeKinds,
  methods,
  disputeReasons,
  records,
  links,
  billing,
  sidebar,
  longText: { showAll: 'Show all', showLess: 'Show less' },
  header: {
    feesPending: 'Fees pending',
    testMode: 'Test mode',
    liveAsOf: (moment: string) => `Read from Stripe at ${moment}`,
    savedAsOf: (age: string) => `Saved figures, synced ${age}`,
    neverSynced: 'Not synced yet',
    refreshing: 'Reading Stripe',
  },
  sync: {
    button: 'Sync now',
    running: 'Reading Stripe and writing the properties',
    stillRunning: 'Still reading. A record with many payments takes longer',
    nothingChanged: 'Everything was up to date',
    nothingChangedDetail: 'The saved figures already matched Stripe.',
    changed: (changes: number) =>
      `${counted(changes, { one: 'property', other: 'properties' })} updated`,
    failed: 'The sync did not finish',
    empty: 'empty',
    change: (from: string, to: string) => `${from} → ${to}`,
    whatChanged: 'What changed',
  },
  figures: {
    dealAmount: 'Deal amount',
    paid: 'Paid',
    refunded: 'Refunded',
    disputed: 'Disputed',
    takenBack: 'Taken back',
    net: 'Net received',
    notSet: 'Not set',
    pending: 'Pending',
    none: 'Nothing yet',
    severalCurrencies: 'Several currencies',
    currency: 'Currency',
    gross: 'Gross',
    fees: 'Fees',
    unpaid: (amount: string) => `${amount} of the deal amount is not paid yet.`,
    overpaid: (amount: string) => `The customer paid ${amount} more than the deal amount.`,
    paidInFull: 'The deal amount is paid in full.',
    wasPaidInFull: 'The deal amount was paid in full.',
    givenBack: (amount: string) => `${amount} of what was paid went back to the customer.`,
    disputedSince: (amount: string) =>
      `${amount} of what was paid is disputed or lost in a dispute.`,
    otherCurrency: (deal: string, paid: string) =>
      `The deal is in ${deal} and was paid in ${paid}, so the two are not compared.`,
    fundsAvailable: (day: string) => `The last of the money is available on ${day}.`,
    feesPending:
      'Stripe has not written all fees yet. It does within an hour or so; until then net is not final.',
    severalCurrenciesHint: 'Amounts in different currencies are never added up.',
  },
  fees: {
    title: 'Fees and exchange rate',
    gross: 'Gross',
    refunded: 'Refunded',
    disputed: 'Disputed',
    other: 'Not classified',
    total: 'All fees',
    net: 'Net',
    netSoFar: 'Net so far',
    settledIn: (currency: string) => `Settled in ${currency}`,
    settledSoFar: (currency: string) => `Settled in ${currency} so far`,
    rate: 'Effective fee rate',
    ofGross: (percent: string) => `${percent} % of gross`,
    exchange: 'Exchange rate',
    exchangeRate: (from: string, rate: string, to: string) => `1 ${from} = ${rate} ${to}`,
    exchangeRates: (lowest: string, highest: string) => `${lowest} to ${highest}`,
    accountFees:
      'Fees that Stripe charges to the account as a whole, such as Billing, Radar or interchange-plus costs, are not part of a payment and not included.',
  },
  payments: {
    title: (payments: number) => `Payments (${digits(payments)})`,
    date: 'Date',
    amount: 'Amount',
    status: 'Status',
    fee: 'Fee',
    net: 'Net',
    openInStripe: 'Open in Stripe',
    refunded: (amount: string) => `${amount} refunded`,
    capturedPart: (captured: string) => `${captured} captured`,
    pending: 'Pending',
    noValue: '–',
    cardNumber: (brand: string, last4: string) => `${brand} ••\u00a0${last4}`,
    failed: (reason: string, nextStep: string) => `${reason}. ${nextStep}`,
    processing: 'On its way. The bank usually decides within a few days',
    authorized: 'Reserved and not taken yet: capture it in Stripe before the reservation ends',
    released: 'The reservation ended and no money moved',
    unknown: 'Stripe reports a state that this app does not know. Look at the payment in Stripe',
    respond: 'Answer the bank in Stripe',
    respondBy: (day: string) => `Answer the bank in Stripe by ${day}`,
    inquiry: 'The bank asks about this payment, and no money has moved. Answer it in Stripe',
    inquiryBy: (day: string) =>
      `The bank asks about this payment, and no money has moved. Answer it in Stripe by ${day}`,
    inquiryUnderReview: 'The bank asked about this payment and looks at your answer',
    inquiryClosed: 'The bank asked about this payment and let it stand',
    disputeUnderReview: 'The bank is looking at your answer',
    refundFailed: (amount: string) =>
      `A refund of ${amount} failed and the money came back. Agree on another way with the customer`,
    disputeLost: 'The dispute was lost',
    disputeWon: 'A dispute was won',
    disputePrevented: 'A dispute was prevented',
    disputeReason: (state: string, reason: string) => `${state}. Reason: ${reason}`,
    disputeOther: (status: string) => `Dispute at Stripe: ${status}`,
  },
  notes: {
    searchUnavailable: (record: string) =>
      `Stripe does not offer search for this account, so payments that only name ${record} in their metadata are not found.`,
    claimedElsewhere: (payments: number, record: string) =>
      `${counted(payments, {
        one: `payment of its customers belongs to ${record} and is`,
        other: `payments of its customers belong to ${record} and are`,
      })} not counted here.`,
    rowsOmitted: (shown: number, total: number) =>
      `The list shows the newest ${digits(shown)} of ${digits(total)} payments; the figures count all of them.`,
    unclassified: (rows: number) =>
      counted(rows, {
        one: 'balance transaction could not be classified. The net amount includes it.',
        other: 'balance transactions could not be classified. The net amount includes them.',
      }),
  },
  states: {
    loading: 'Reading payments from Stripe',
    loadingStep: 'This takes a few seconds. The figures appear by themselves.',
    noCustomerTitle: 'No Stripe customer is linked',
    noCustomer: (record: string) =>
      `Nothing in Stripe could be matched with ${record}. Link its customer, or assign a payment.`,
    noPaymentsTitle: 'No payments yet',
    noPayments: (customers: string, record: string) =>
      `No payment of ${customers} belongs to ${record}. Payments appear here as soon as the customer pays.`,
    partialTitle: 'Some payments could not be read',
    partial: 'The figures below are incomplete, so they are shown and not saved.',
    staleTitle: 'These are the saved figures',
    setupTitle: 'The setup is not finished',
    permissionTitle: 'A permission is missing',
    stripeTitle: 'Stripe could not be read',
    crmTitle: 'The CRM could not be read',
    unreadableTitle: 'The payments could not be read',
    disputesTitle: (disputes: number) =>
      plural(disputes, {
        one: 'A dispute needs an answer',
        other: `${digits(disputes)} disputes need an answer`,
      }),
    disputesStep: 'Answer in Stripe; without an answer in time the customer keeps the money.',
    disputesStepBy: (day: string) =>
      `Answer in Stripe by ${day}; without an answer in time the customer keeps the money.`,
    latestFailed: (reason: string) => `The latest attempt failed: ${reason}`,
    tryAgain: 'Try again',
    reference: (reference: string) => `Reference: ${reference}`,
  },
};
