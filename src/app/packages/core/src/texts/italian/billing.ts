import type { Texts } from '../english.ts';
import { countingIn } from '../plural.ts';

const { counted, digits, plural } = countingIn('it');

type Billing = Texts['card']['billing'];

const invoiceStatus: Billing['invoiceStatus'] = {
  draft: 'Bozza',
  open: 'Aperta',
  past_due: 'Scaduta',
  paid: 'Pagata',
  void: 'Annullata',
  uncollectible: 'Inesigibile',
  unknown: 'Sconosciuta',
};

const everyInterval: Billing['everyInterval'] = {
  day: (days) => plural(days, { one: 'ogni giorno', other: `ogni ${digits(days)} giorni` }),
  week: (weeks) =>
    plural(weeks, { one: 'ogni settimana', other: `ogni ${digits(weeks)} settimane` }),
  month: (months) => plural(months, { one: 'ogni mese', other: `ogni ${digits(months)} mesi` }),
  year: (years) => plural(years, { one: 'ogni anno', other: `ogni ${digits(years)} anni` }),
};

export const billing: Billing = {
  invoiceStatus,
  everyInterval,
  unknownSubscription: 'Stato sconosciuto',
  customersTitle: (customers) => `Clienti (${digits(customers)})`,
  subscriptionsTitle: (subscriptions) => `Abbonamenti (${digits(subscriptions)})`,
  subscription: 'Abbonamento',
  status: 'Stato',
  dates: 'Date',
  monthly: 'Al mese',
  metered: 'A consumo',
  plusMetered: 'più il consumo',
  times: (quantity, name) => `${digits(quantity)} volte ${name}`,
  unnamedItem: 'Voce senza nome',
  renews: (day) => `Si rinnova il ${day}`,
  ends: (day) => `Termina il ${day}`,
  ended: (day) => `Terminato il ${day}`,
  trialEnds: (day) => `In prova fino al ${day}`,
  discounted: 'Scontato',
  collectionPaused: "L'incasso è in pausa",
  openInvoicesTitle: (invoices) => `Fatture aperte (${digits(invoices)})`,
  otherInvoicesTitle: (invoices) => `Altre fatture (${digits(invoices)})`,
  invoice: 'Fattura',
  draftNumber: 'Senza numero',
  remaining: 'Da pagare',
  total: 'Totale',
  due: (day) => `Scadenza: ${day}`,
  nextAttempt: (day) => `Prossimo tentativo il ${day}`,
  attempts: (attempts) => counted(attempts, { one: 'tentativo finora', other: 'tentativi finora' }),
  paidOf: (paid, total) => `Pagati ${paid} su ${total}`,
  credited: (amount) => `${amount} di note di credito`,
  payBy: 'Pagina di pagamento',
  copyLink: 'Copia link',
  linkCopied: 'Il link alla pagina di pagamento è stato copiato.',
  copyFailed: 'Non è stato possibile copiare il link. Aprire la fattura in Stripe e copiarlo lì.',
  pdf: 'Apri PDF',
  andMore: 'e altro',
  freeCheckoutsTitle: (checkouts) => `Checkout a costo zero (${digits(checkouts)})`,
  freeCheckout: (day, amount) => `Completato il ${day} per ${amount}: non c'era nulla da pagare`,
  failedTitle: (payments) => `Pagamenti non riusciti (${digits(payments)})`,
  forInvoice: (number) => `Per la fattura ${number}`,
  forInvoiceOf: (number, lines) => `Per la fattura ${number}: ${lines}`,
  customer: (customer) => `Cliente: ${customer}`,
  dueLabel: 'Da incassare',
  recurringLabel: 'Ricavi mensili ricorrenti',
  rate: (from, rate, to) => `al cambio 1 ${from} = ${rate} ${to}`,
  coverage: (covered, total) =>
    `${counted(covered, { one: 'contatto esaminato', other: 'contatti esaminati' })} su ${digits(total)}`,
  coverageStep:
    'Gli importi riguardano solo questi contatti. Nulla viene salvato finché non sono esaminati tutti.',
  continueReading: 'Continua la lettura',
  continueFailed:
    'Non è stato possibile leggere la parte successiva. Quanto letto finora resta valido.',
  syncStopped:
    'Non è stato ancora salvato nulla. Premere "Sincronizza ora" per riprendere da dove si è interrotta.',
  chartsTitle: 'Per mese',
  chartTitle: (currency) => `Lordo, commissioni e netto per mese, in ${currency}`,
  chartMonth: 'Mese',
  chartAmount: 'Importo',
  chartCut: (months) => `I grafici mostrano gli ultimi ${digits(months)} mesi.`,
  chartPending: (payments) =>
    counted(payments, {
      one: 'pagamento con commissioni in attesa non è ancora nel grafico.',
      other: 'pagamenti con commissioni in attesa non sono ancora nei grafici.',
    }),
};
