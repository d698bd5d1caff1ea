import { countingIn } from '../counting.ts';
import type { common as english } from '../english/common.ts';
import { withArticle } from './day.ts';

const { counted, digits, plural } = countingIn('it');

/** The same texts as in English. */
export const common: typeof english = {
  unnamed: 'Senza nome',
  guest: 'Ospite',
  refunded: (amount) => `${amount} rimborsati`,
  unapplied: (amount) => `${amount} ricevuti, non ancora applicati`,
  ofDeal: (amount) => `${amount} dell'importo della trattativa`,
  givenBack: (amount) => `Rimborsati ${amount}.`,
  lostInDispute: (amount) => `${amount} persi in una contestazione.`,
  /** How often, by Stripe's intervals. */
  everyInterval: {
    day: (days) => plural(days, { one: 'ogni giorno', other: `ogni ${digits(days)} giorni` }),
    week: (weeks) =>
      plural(weeks, { one: 'ogni settimana', other: `ogni ${digits(weeks)} settimane` }),
    month: (months) => plural(months, { one: 'ogni mese', other: `ogni ${digits(months)} mesi` }),
    year: (years) => plural(years, { one: 'ogni anno', other: `ogni ${digits(years)} anni` }),
  },
  dueWas: (day) => `Scadeva ${withArticle('il', day)}`,
  net: 'Netto',
  noValue: '–',
  pending: 'In sospeso',
  feeOf: (fee) => `Commissioni: ${fee}`,
  openInStripe: 'Apri in Stripe',
  dueLabel: 'Da pagare',
  recurringLabel: 'Ricavi ricorrenti mensili (MRR)',
  coverage: (covered, total) =>
    `${digits(covered)} di ${counted(total, { one: 'contatto', other: 'contatti' })} inclusi`,
  syncStopped:
    'Non è ancora stato salvato nulla. Fai clic su "Sincronizza ora" per riprendere da dove si è interrotta.',
  review: 'Verifica i pagamenti',
  copyLink: 'Copia link fattura',
  linkCopied: 'Link copiato.',
  copyFailed: 'Impossibile copiare il link. Apri la fattura in Stripe e copialo da lì.',
};
