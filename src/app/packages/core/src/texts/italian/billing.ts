import type { billing as english } from '../english/billing.ts';
import { countingIn } from '../counting.ts';
import { withArticle } from './day.ts';

const { counted, digits, plural } = countingIn('it');

const invoiceStatus: typeof english.invoiceStatus = {
  draft: 'Bozza',
  open: 'Aperta',
  processing: 'In elaborazione',
  past_due: 'Scaduta',
  paid: 'Pagata',
  void: 'Annullata',
  uncollectible: 'Inesigibile',
  unknown: 'Sconosciuta',
};

const everyInterval: typeof english.everyInterval = {
  day: (days) => plural(days, { one: 'ogni giorno', other: `ogni ${digits(days)} giorni` }),
  week: (weeks) =>
    plural(weeks, { one: 'ogni settimana', other: `ogni ${digits(weeks)} settimane` }),
  month: (months) => plural(months, { one: 'ogni mese', other: `ogni ${digits(months)} mesi` }),
  year: (years) => plural(years, { one: 'ogni anno', other: `ogni ${digits(years)} anni` }),
};

export const billing: typeof english = {
  invoiceStatus,
  everyInterval,
  unknownSubscription: 'Stato sconosciuto',
  scheduled: 'Programmato',
  customersTitle: (customers) => `Clienti (${digits(customers)})`,
  subscriptionsTitle: (subscriptions) => `Abbonamenti (${digits(subscriptions)})`,
  subscription: 'Abbonamento',
  status: 'Stato',
  dates: 'Date',
  monthly: 'Al mese',
  metered: 'A consumo',
  plusMetered: 'più il consumo',
  times: (quantity, name) => `${digits(quantity)} × ${name}`,
  unnamedItem: 'Voce senza nome',
  starts: (day) => `Inizia ${withArticle('il', day)}`,
  startWas: (day) => `Doveva iniziare ${withArticle('il', day)}`,
  renews: (day) => `Si rinnova ${withArticle('il', day)}`,
  renewalWas: (day) => `Doveva rinnovarsi ${withArticle('il', day)}`,
  ends: (day) => `Termina ${withArticle('il', day)}`,
  ended: (day) => `Terminato ${withArticle('il', day)}`,
  trialEnds: (day) => `In prova fino ${withArticle('al', day)}`,
  trialEndWas: (day) => `La prova doveva terminare ${withArticle('il', day)}`,
  discounted: 'Scontato',
  collectionPaused: 'Riscossione in pausa',
  openInvoicesTitle: (invoices) => `Fatture aperte (${digits(invoices)})`,
  otherInvoicesTitle: (invoices) => `Altre fatture (${digits(invoices)})`,
  invoice: 'Fattura',
  draftNumber: 'Ancora senza numero',
  remaining: 'Importo dovuto',
  total: 'Totale',
  due: (day) => `Scade ${withArticle('il', day)}`,
  dueWas: (day) => `Scadeva ${withArticle('il', day)}`,
  nextAttempt: (day) => `Prossimo tentativo ${withArticle('il', day)}`,
  nextAttemptWas: (day) => `Il prossimo tentativo era previsto ${withArticle('il', day)}`,
  attempts: (attempts) => counted(attempts, { one: 'tentativo finora', other: 'tentativi finora' }),
  paidOf: (paid, total) => `Pagati ${paid} su ${total}`,
  credited: (amount) => `${amount} accreditati`,
  paidOutside: (amount) => `${amount} pagati fuori da Stripe o con un credito`,
  copyLink: 'Copia link',
  linkCopied: 'Link di pagamento copiato.',
  copyFailed: 'Impossibile copiare il link. Apri la fattura in Stripe e copialo da lì.',
  pdf: 'Apri PDF',
  andMore: 'e altro',
  freeCheckoutsTitle: (checkouts) => `Checkout gratuiti (${digits(checkouts)})`,
  freeCheckout: (day, amount) =>
    `Completato ${withArticle('il', day)} per ${amount}: non c'era nulla da pagare`,
  failedTitle: (payments) => `Pagamenti non riusciti (${digits(payments)})`,
  forInvoice: (number) => `Per la fattura ${number}`,
  forInvoiceOf: (number, lines) => `Per la fattura ${number}: ${lines}`,
  customer: (customer) => `Cliente: ${customer}`,
  dueLabel: 'Da pagare',
  recurringLabel: 'Ricavi ricorrenti mensili (MRR)',
  coverage: (covered, total) =>
    `${digits(covered)} di ${counted(total, { one: 'contatto', other: 'contatti' })} inclusi`,
  readingParts: 'Lettura di tutti i pagamenti: gli importi appaiono quando è completa.',
  continueFailed: 'Impossibile leggere il resto. Riprovando si riprende da lì.',
  syncStopped:
    'Non è ancora stato salvato nulla. Fai clic su "Sincronizza ora" per riprendere da dove si è interrotta.',
  chartsTitle: 'Per mese',
  chartTitle: (currency) => `Lordo, commissioni e netto per mese, in ${currency}`,
  chartMonth: 'Mese',
  chartAmount: 'Importo',
  chartCut: (months) => `I grafici mostrano gli ultimi ${digits(months)} mesi.`,
  chartPending: (payments) =>
    counted(payments, {
      one: 'pagamento con commissioni in sospeso non è ancora nel grafico.',
      other: 'pagamenti con commissioni in sospeso non sono ancora nei grafici.',
    }),
};
