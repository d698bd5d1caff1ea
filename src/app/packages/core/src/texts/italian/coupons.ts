import type * as english from '../english/coupons.ts';
import { countingIn } from '../counting.ts';

const { counted } = countingIn('it');

/** Of the coupon of a subscription. */
export const coupons: typeof english.coupons = {
  button: 'Applica o rimuovi coupon',
  reading: 'Lettura dei coupon del tuo account',
  notRead: 'Non è stato possibile leggere i coupon',
  applied: (label) => `Applicato ora: ${label}`,
  ofCustomer: (label) =>
    `Coupon proprio del cliente, usato finché l'abbonamento non ne ha uno: ${label}`,
  noneApplied: 'Ora non è applicato nessun coupon.',
  choice: 'Coupon',
  remove: 'Rimuovi il coupon',
  byCode: 'Inserisci un codice',
  code: 'Codice promozionale o ID del coupon',
  codeMissing: 'Inserisci un codice: lettere, cifre, trattini e trattini bassi.',
  incomplete: "Questi sono i coupon più recenti. Inserisci l'ID di uno meno recente.",
  noChoices:
    'Nessun coupon del tuo account è adatto a questo abbonamento. Inserisci un codice promozionale.',
  replaces: 'Il coupon che selezioni sostituisce quello applicato ora.',

  percentOff: (percent) => `sconto del ${percent}`,
  amountOff: (amount) => `sconto di ${amount}`,
  durations: {
    once: (off) => `${off} sulla prossima fattura`,
    forever: (off) => `${off} su ogni fattura`,
    repeating: (off, months) => `${off} per ${counted(months, { one: 'mese', other: 'mesi' })}`,
    until: (off, day) => `${off} fino al ${day}`,
  },

  applies: (label) => `Applicato: ${label}`,
  removes: (label) => `Rimosso: ${label}`,
  removesNone: "Poi l'abbonamento non ha nessun coupon.",
  next: (day) => `Prossima fattura ${day}, con questa modifica`,
  before: (amount) => `Da pagare senza questa modifica: ${amount}`,
  unchanged: "L'importo da pagare resta lo stesso.",
  takesNothing: 'Il coupon non riduce la prossima fattura. Potrebbe terminare prima.',
  onlyNext: 'Le fatture che esistono già non cambiano e nulla viene rimborsato.',
  confirmApply: 'Applica coupon',
  confirmRemove: 'Rimuovi coupon',
  doneApplied: 'Coupon applicato',
  doneRemoved: 'Coupon rimosso',
};

const selectAnother = 'Seleziona un altro coupon.';

/** Of a coupon that can't be applied, or removed. */
export const couponErrors: typeof english.couponErrors = {
  'coupon-unknown': {
    message: 'In Stripe non esiste nessun coupon o codice promozionale con questo codice.',
    nextStep:
      'Controlla il codice. Il coupon potrebbe essere stato eliminato: selezionane un altro.',
  },
  'coupon-expired': { message: 'Questo coupon è scaduto.', nextStep: selectAnother },
  'coupon-used-up': {
    message: 'Questo coupon è già stato usato il numero massimo di volte.',
    nextStep: selectAnother,
  },
  'coupon-not-redeemable': {
    message: 'Stripe non accetta più questo coupon, oppure non per questo cliente.',
    nextStep: selectAnother,
  },
  'coupon-other-currency': {
    message: "Questo coupon è per una valuta diversa da quella dell'abbonamento.",
    nextStep: selectAnother,
  },
  'coupon-other-products': {
    message: 'Questo coupon è per altri prodotti, quindi non riduce questo abbonamento.',
    nextStep: selectAnother,
  },
  'coupon-other-customer': {
    message: 'Questo codice promozionale è per un altro cliente.',
    nextStep: 'Inserisci un altro codice.',
  },
  'coupon-first-time': {
    message: 'Questo codice promozionale vale solo per il primo acquisto di un cliente.',
    nextStep: "Inserisci un altro codice, oppure seleziona il suo coupon dall'elenco.",
  },
  'coupon-minimum': {
    message: "La prossima fattura è inferiore all'importo minimo di questo codice promozionale.",
    nextStep: "Inserisci un altro codice, oppure seleziona il suo coupon dall'elenco.",
  },
  'coupon-applied': {
    message: 'Questo coupon è già applicato.',
    nextStep: 'Seleziona un altro coupon, oppure rimuovi questo.',
  },
  'no-coupon': {
    message: "L'abbonamento non ha un coupon proprio.",
    nextStep:
      'Ricarica la pagina. Il coupon proprio del cliente si rimuove nella Dashboard di Stripe.',
  },
};
