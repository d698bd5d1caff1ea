import type * as english from '../english/payment-names.ts';

export const chargeStatus: typeof english.chargeStatus = {
  processing: 'In elaborazione',
  waiting: 'In attesa del cliente',
  authorized: 'Autorizzato',
  released: 'Autorizzazione rilasciata',
  paid: 'Pagato',
  partially_refunded: 'Rimborsato parzialmente',
  refunded: 'Rimborsato',
  disputed: 'Contestato',
  dispute_lost: 'Contestazione persa',
  failed: 'Non\u00a0riuscito',
  incomplete: 'Incompleto',
  unknown: 'Sconosciuto',
};

export const feeKinds: typeof english.feeKinds = {
  processing: 'Commissioni di elaborazione',
  tax: 'Imposte sulle commissioni',
  application: "Commissioni dell'applicazione",
  passthrough: 'Commissioni riaddebitate',
  withheld_tax: 'Ritenute fiscali',
  dispute: 'Commissioni di contestazione',
  unclassified: 'Altre commissioni',
};

export const methods: typeof english.methods = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
  card: 'Carta',
  link: 'Link',
  paypal: 'PayPal',
  klarna: 'Klarna',
  ideal: 'iDEAL',
  bancontact: 'Bancontact',
  customer_balance: 'Bonifico bancario',
  us_bank_account: 'Conto bancario',
  sepa_debit: 'Addebito SEPA',
  bacs_debit: 'Addebito Bacs',
  acss_debit: 'Addebito preautorizzato',
};
