import type * as english from '../english/changing.ts';
import { coupons } from './coupons.ts';

/** Of what can be done to what exists at Stripe: refunds are asked for in a form of their own. */
export const changes: typeof english.changes = {
  deactivate: 'Annulla link',
  deactivateText: 'Il cliente non può più pagare con questo link.',
  void: 'Annulla fattura',
  voidText:
    'La fattura non può più essere pagata, modificata o riaperta. Stripe la conserva come annullata.',
  send: 'Invia via email',
  sendText: (email) => `Stripe invia la fattura a ${email}.`,
  sendTextUnknown: "Stripe invia la fattura all'email del cliente.",
  paid: 'Contrassegna come pagata',
  paidText: (amount) =>
    `${amount} risulta pagato fuori da Stripe, ad esempio con bonifico o in contanti. Stripe non incassa nulla.`,
  uncollectible: 'Contrassegna come inesigibile',
  uncollectibleText:
    'Non ti aspetti più questo importo. Il cliente può ancora pagare la fattura con il link.',
  cancelNow: 'Annulla ora',
  cancelNowText:
    "L'abbonamento termina ora e non può essere riattivato. Stripe non rimborsa nulla del periodo in corso.",
  cancelAtEnd: 'Annulla a fine periodo',
  cancelAtEndText: (day) => `L'abbonamento resta attivo fino al ${day}, poi termina.`,
  keep: 'Mantieni abbonamento',
  keepText: "L'abbonamento non termina più a fine periodo. Si rinnova come prima.",
  pause: 'Sospendi riscossione',
  pauseText:
    'Stripe continua a creare le fatture come bozze, senza chiederne il pagamento, finché non riprendi la riscossione.',
  staysOpen: (number, amount) =>
    `${number === '' ? 'Una fattura' : `La fattura ${number}`} resta aperta: ${amount} da pagare.`,
  canBePaid:
    'Il cliente può ancora pagare ciò che resta aperto. Per chiuderlo, annulla la fattura o contrassegnala come pagata.',
  isCollected:
    'Stripe continua a riscuotere ciò che resta aperto. Per chiuderlo, annulla la fattura o contrassegnala come pagata.',
  resume: 'Riprendi riscossione',
  resumeText:
    'Stripe riscuote di nuovo le prossime fatture. Le bozze create durante la sospensione restano bozze: finalizzale nella Dashboard di Stripe.',
  cardLink: 'Crea link per la carta',
  cardLinkText:
    'Su questa pagina il cliente aggiorna la carta che Stripe addebita. Il link agisce a nome del cliente e funziona solo per pochi minuti: invialo subito, e solo al cliente.',
  coupon: coupons,
  reading: 'Lettura dello stato attuale',

  item: {
    button: 'Modifica quantità o prezzo',
    item: 'Voce',
    quantity: 'Quantità',
    quantityMistaken: 'Inserisci un numero intero da 1 a 999.999.',
    unit: (currency) => `Prezzo unitario in ${currency}`,
    billing: 'Differenza per il resto di questo periodo',
    billings: {
      'next-invoice': 'Fattura la differenza con la prossima fattura',
      now: 'Fattura subito la differenza',
      none: 'Non fatturare la differenza',
    },
    quantityChange: (before, after) => `Quantità: ${before} → ${after}`,
    unitChange: (before, after) => `Prezzo unitario: ${before} → ${after}`,
    asBefore: (text) => `${text} (come prima)`,
    now: 'Fatturato subito',
    next: (day) => `Prossima fattura ${day}`,
    line: 'Riga',
    discount: 'Sconto',
    tax: 'Imposte',
    total: 'Totale',
    credit: 'Credito del cliente',
    due: 'Da pagare',
    charged: (amount) =>
      `Stripe addebita subito ${amount} sul metodo di pagamento del cliente. Se non riesce, nulla cambia.`,
    sent: (amount) => `Stripe crea subito una fattura di ${amount} per il cliente.`,
    credited: (amount) =>
      `${amount} vengono accreditati al cliente e riducono le prossime fatture. Nulla viene rimborsato.`,
    nothingNow: 'Subito non si paga nulla.',
    nextAmount: (day, amount) => `Prossima fattura ${day}: ${amount}`,
    confirm: 'Modifica abbonamento',
    back: 'Indietro',
  },

  done: {
    changed: 'Abbonamento modificato',
    deactivated: 'Link di pagamento annullato',
    voided: 'Fattura annullata',
    emailed: 'Fattura inviata',
    markedPaid: 'Fattura contrassegnata come pagata',
    markedUncollectible: 'Fattura contrassegnata come inesigibile',
    canceled: 'Abbonamento annullato',
    ending: 'Abbonamento impostato per terminare',
    kept: 'Abbonamento mantenuto',
    paused: 'Riscossione sospesa',
    resumed: 'Riscossione ripresa',
    cardLink: 'Link creato: invialo ora',
  },
};

/** Of a change of a subscription's item. */
export const changeErrors: typeof english.changeErrors = {
  'subscription-not-renewing': {
    message:
      'Questo abbonamento è impostato per terminare, sospeso o non pagato, quindi non si può modificare.',
    nextStep: 'Prima mantienilo, riprendi la riscossione o fai pagare le sue fatture.',
  },
  'item-not-of-subscription': {
    message: "Questa voce non fa più parte dell'abbonamento.",
    nextStep: 'Ricarica la pagina per vedere le voci attuali.',
  },
  'item-by-usage': {
    message: 'Questa voce si fattura a consumo o a scaglioni, quindi non si può modificare qui.',
    nextStep: 'Modificala nella Dashboard di Stripe.',
  },
  'nothing-to-change': {
    message: 'Quantità e prezzo sono quelli attuali.',
    nextStep: "Inserisci un'altra quantità o un altro prezzo.",
  },
  'preview-too-long': {
    message: 'La fattura di questa modifica ha più righe di quante se ne possano mostrare qui.',
    nextStep: 'Modificala nella Dashboard di Stripe.',
  },
  'payment-declined': {
    message: 'Il pagamento della differenza è stato rifiutato, quindi nulla è cambiato.',
    nextStep:
      'Fattura la differenza con la prossima fattura oppure chiedi al cliente di aggiornare la carta.',
  },
};
