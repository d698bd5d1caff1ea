import { countingIn } from '../counting.ts';
import type { subscribing as english } from '../english/subscribing.ts';

const { counted } = countingIn('it');

const days = (count: number): string => counted(count, { one: 'giorno', other: 'giorni' });

/** Of subscriptions that are created from the card that acts. */
export const subscribing: typeof english = {
  methods: {
    link: 'Link di pagamento',
    invoice: 'Fattura',
    'subscription-link': 'Abbonamento con link di pagamento',
    subscription: 'Abbonamento con fattura',
  },
  linkKind: 'Link per abbonamento',
  lines: (often, amount) => `Voci della trattativa, ${often}: ${amount}`,
  interval: 'Intervallo di fatturazione',
  oneTime: (amount) => `Fattura anche le voci una tantum: ${amount}`,
  oneTimeHint: 'Una sola volta, nella prima fattura.',
  starts: 'Inizio',
  startsNow: 'Subito',
  startsLater: 'In un giorno successivo',
  startDay: 'Data di inizio',
  trialDays: 'Prova gratuita in giorni (facoltativa)',
  linkHint: 'Inizia quando il cliente completa la pagina di pagamento.',

  once: 'una volta',
  each: (amount, often) => `${amount} ${often}, fino alla disdetta.`,
  dueByLink: (amount) => `Il cliente paga ${amount} nella pagina.`,
  nothingByLink: 'Il cliente non paga nulla nella pagina, e inserisce una carta.',
  charges: 'Stripe addebita la stessa carta a ogni rinnovo.',
  dueByInvoice: (amount) => `Prima fattura, oggi: ${amount}.`,
  nothingByInvoice: 'Oggi non è dovuto nulla.',
  startsAt: (day) => `Fatturato dal ${day}. Fino ad allora Stripe lo mostra come prova.`,
  trialByLink: (count) =>
    `Prova gratuita di ${days(count)} dal giorno in cui il cliente completa la pagina.`,
  oneTimeFirst: 'Le voci una tantum sono solo nella prima fattura.',
  hasTerm:
    "In HubSpot queste voci terminano con la loro durata. In Stripe l'abbonamento si rinnova fino alla disdetta.",
  leftOut: (count) =>
    `Non incluse: ${counted(count, { one: 'voce', other: 'voci' })} con un altro intervallo. Crea un abbonamento per ogni intervallo.`,
  sendsEach: (email) =>
    `Stripe invia ogni fattura a ${email}, la prima circa un'ora dopo la creazione.`,
  createLink: (amount, often) => `Crea link per ${amount} ${often}`,
  create: (amount, often) => `Crea abbonamento di ${amount} ${often}`,
  showExisting: "Mostra l'abbonamento",
  existing: 'Lo stesso abbonamento è già attivo. Ricevi quello, e non ne viene creato un secondo.',
  done: 'Abbonamento creato',
  doneNext: 'Stripe invia ogni fattura al cliente.',
  running: "Già creato: questo è l'abbonamento attivo",
};
