import type { TimelineTexts } from '../timeline-note.ts';

/** Empty where the price of a subscription is not known. */
const di = (amount: string): string => (amount === '' ? '' : ` di ${amount}`);

/** @param each empty where the first bill is like the others. */
const bills = (first: string, each: string): string =>
  each === '' ? first : `${first} la prima volta e ${each} le successive,`;

/** Of the note that an action leaves on the record's timeline. */
export const timeline: TimelineTexts = {
  deeds: {
    link: (amount) => `Link di pagamento di ${amount} creato in Stripe.`,
    invoice: (amount, number) => `Fattura${number} di ${amount} creata in Stripe.`,
    'invoice-sent': (amount, number) =>
      `Fattura${number} di ${amount} creata in Stripe e inviata al cliente via email.`,
    'subscription-link': (amount, _number, each) =>
      `Link di pagamento per un abbonamento di ${bills(amount, each)} creato in Stripe.`,
    subscription: (amount, _number, each) =>
      `Abbonamento di ${bills(amount, each)} creato in Stripe, pagato con fattura.`,
    refund: (amount) => `${amount} rimborsati in Stripe.`,
    'deactivate-link': (amount) => `Link di pagamento di ${amount} annullato.`,
    'send-invoice': (amount, number) =>
      `Fattura${number} di ${amount} inviata al cliente via email da Stripe.`,
    'void-invoice': (amount, number) => `Fattura${number} di ${amount} annullata.`,
    'mark-paid': (amount, number) =>
      `Fattura${number} di ${amount} contrassegnata come pagata fuori da Stripe.`,
    'mark-uncollectible': (amount, number) =>
      `Fattura${number} di ${amount} contrassegnata come inesigibile.`,
    'card-link': () => 'Link per aggiornare la carta creato in Stripe.',
    'cancel-now': (amount) => `Abbonamento${di(amount)} annullato.`,
    'cancel-at-period-end': (amount) =>
      `Abbonamento${di(amount)} impostato per terminare alla fine del periodo.`,
    'keep-subscription': (amount) =>
      `L'abbonamento${di(amount)} non termina più alla fine del periodo.`,
    'pause-collection': (amount) => `Riscossione sospesa per l'abbonamento${di(amount)}.`,
    'resume-collection': (amount) => `Riscossione ripresa per l'abbonamento${di(amount)}.`,
    'change-item': (amount) =>
      amount === ''
        ? 'Abbonamento modificato.'
        : `Abbonamento modificato: ${amount} a ogni intervallo.`,
    'apply-coupon': (amount, name) => `Coupon${name} applicato all'abbonamento${di(amount)}.`,
    'remove-coupon': (amount) => `Coupon dell'abbonamento${di(amount)} rimosso.`,
  },
  confirmedBy: (userId) => `Confermato dall'utente HubSpot ${userId}.`,
  open: 'Apri in Stripe',
  reference: (reference) => `Pagamenti Stripe ${reference}`,
};
