import type * as english from '../english/changing.ts';

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
  resume: 'Riprendi riscossione',
  resumeText:
    'Stripe riscuote di nuovo le prossime fatture. Le bozze create durante la sospensione restano bozze: finalizzale nella Dashboard di Stripe.',
  cardLink: 'Crea link per la carta',
  cardLinkText:
    'Su questa pagina il cliente aggiorna la carta che Stripe addebita. Il link agisce a nome del cliente e funziona solo per pochi minuti: invialo subito, e solo al cliente.',
  reading: 'Lettura dello stato attuale',

  done: {
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
