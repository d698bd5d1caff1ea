import type * as english from '../english/acting-errors.ts';
import { changeErrors } from './changing.ts';
import { couponErrors } from './coupons.ts';
import { requestFieldErrors } from './request-field-errors.ts';

const prepareAgain = 'Controlla di nuovo la richiesta, poi conferma.';
const reviewAgain = 'Controlla di nuovo e conferma il nuovo testo.';
const inStripe = 'Esegui questa operazione nella Dashboard di Stripe.';
const askAdmin = "Chiedi all'amministratore HubSpot di controllare le chiavi dell'app.";

export const actingErrors: typeof english.actingErrors = {
  ...requestFieldErrors,
  'actions-off': {
    message: 'Le azioni sono disattivate: non è impostata alcuna chiave Stripe per la scrittura.',
    nextStep: "Chiedi all'amministratore HubSpot di attivare le azioni.",
  },
  'action-not-on': {
    message: 'Questa azione è disattivata.',
    nextStep: "Chiedi all'amministratore HubSpot di attivarla.",
  },
  'write-key-wrong-kind': {
    message: 'STRIPE_WRITE_KEY non è una chiave segreta o con limitazioni (sk_..., rk_...).',
    nextStep: askAdmin,
  },
  'write-key-wrong-mode': {
    message: 'STRIPE_WRITE_KEY e STRIPE_SECRET_KEY non sono entrambe live o entrambe di test.',
    nextStep: askAdmin,
  },
  'write-key-invalid': {
    message: 'Stripe non accetta STRIPE_WRITE_KEY. Potrebbe essere stata revocata o sostituita.',
    nextStep: askAdmin,
  },
  'write-key-permission': {
    message: "Alla chiave Stripe per le azioni manca un'autorizzazione.",
    nextStep: "Chiedi all'amministratore HubSpot di concederla a STRIPE_WRITE_KEY in Stripe.",
  },
  timeout: {
    message: 'Stripe o HubSpot hanno risposto troppo lentamente.',
    nextStep:
      "Controlla l'elenco delle richieste e dei pagamenti, poi riprova: puoi ripetere senza rischi.",
  },
  'stripe-unreachable': {
    message: 'Impossibile raggiungere Stripe.',
    nextStep: 'Riprova tra un minuto: puoi ripetere senza rischi.',
  },
  'action-unconfirmed': {
    message: "Stripe non ha confermato l'operazione.",
    nextStep: 'Conferma di nuovo: puoi ripetere senza rischi e nulla viene eseguito due volte.',
  },
  'preview-changed': {
    message: "Qualcosa è cambiato dopo la verifica: l'operazione non è stata eseguita.",
    nextStep: prepareAgain,
  },
  'confirmation-missing': {
    message: 'La proprietà di conferma di questo record è vuota.',
    nextStep: 'Inserisci il testo mostrato, su questo record, salvalo e continua.',
  },
  'confirmation-differs': {
    message: 'La proprietà di conferma di questo record contiene un altro testo.',
    nextStep: 'Sostituiscilo con esattamente il testo mostrato, salvalo e continua.',
  },
  'confirmation-not-by-user': {
    message:
      'Il testo di conferma è stato scritto da un programma, o HubSpot non indica un utente: nulla è stato eseguito.',
    nextStep:
      'Svuota la proprietà e salva, poi inserisci tu il testo, in HubSpot, su questo record.',
  },
  'confirmation-expired': {
    message: 'Questo testo di conferma è scaduto: nulla è stato eseguito.',
    nextStep: reviewAgain,
  },
  'confirmation-other': {
    message: 'Questo testo di conferma non è per questa operazione: nulla è stato eseguito.',
    nextStep: reviewAgain,
  },
  'confirmation-unreadable': {
    message:
      'HubSpot non mostra chi ha modificato la proprietà di conferma: nulla è stato eseguito.',
    nextStep: inStripe,
  },
  'payment-not-captured': {
    message: "Per questo pagamento non è stato incassato nulla: non c'è nulla da rimborsare.",
    nextStep: 'Ricarica la pagina per vederne lo stato.',
  },
  'payment-disputed': {
    message: 'Questo pagamento è contestato: Stripe non lo rimborsa finché la banca non ha deciso.',
    nextStep: 'Rispondi alla contestazione o accettala nella Dashboard di Stripe.',
  },
  'payment-passed-on': {
    message: 'Una parte di questo pagamento è stata trasferita a un account connesso.',
    nextStep: 'Rimborsalo nella Dashboard di Stripe, dove scegli chi sostiene il rimborso.',
  },
  'nothing-to-refund': {
    message: "Su questo pagamento non c'è più nulla da rimborsare.",
    nextStep: 'Ricarica la pagina per vedere che cosa è stato rimborsato.',
  },
  'refund-too-large': {
    message: "L'importo supera quanto resta da rimborsare.",
    nextStep: 'Inserisci un importo inferiore.',
  },
  'no-currency': {
    message: 'Questa trattativa non ha una valuta.',
    nextStep: 'Imposta la valuta della trattativa e riprova.',
  },
  'no-line-items': {
    message: 'Questa trattativa non ha righe una tantum.',
    nextStep: 'Aggiungi righe alla trattativa oppure inserisci un importo.',
  },
  'no-recurring-lines': {
    message: 'Questa trattativa non ha righe con questo intervallo di fatturazione.',
    nextStep: 'Seleziona un altro intervallo oppure inserisci un importo.',
  },
  'tax-location-unknown': {
    message: 'Stripe non conosce la posizione del cliente e non può calcolare le imposte.',
    nextStep:
      'Aggiungi in Stripe il paese e il codice postale del cliente, poi conferma di nuovo. La fattura resta in bozza.',
  },
  'tax-location-missing': {
    message: 'Stripe non conosce la posizione del cliente e non può calcolare le imposte.',
    nextStep:
      'Aggiungi in Stripe il cliente con paese e codice postale, poi controlla di nuovo. Oppure richiedi il pagamento senza imposte.',
  },
  'customer-other-currency': {
    message: "Stripe fattura già questo cliente in un'altra valuta.",
    nextStep: 'Usa quella valuta oppure seleziona un altro cliente.',
  },
  'line-items-unusable': {
    message: 'Alcune righe non possono essere richieste.',
    nextStep: 'Correggi prezzo, quantità, sconto o valuta, oppure inserisci un importo.',
  },
  'too-many-lines': {
    message:
      'Stripe accetta al massimo 20 righe in un link di pagamento o in un abbonamento e 250 in una fattura.',
    nextStep: 'Richiedile con una fattura oppure inserisci un unico importo.',
  },
  'no-deal-amount': {
    message: 'Questa trattativa non ha un importo né righe di cui chiedere una parte.',
    nextStep: "Imposta l'importo della trattativa oppure inserisci un importo.",
  },
  'payee-not-of-record': {
    message: 'Questo cliente o contatto non appartiene a questo record.',
    nextStep: 'Ricarica la pagina e seleziona di nuovo il cliente.',
  },
  'payee-without-email': {
    message: "Questo contatto non ha un'email.",
    nextStep: "Aggiungi l'email del contatto in HubSpot e riprova.",
  },
  'payee-is-customer': {
    message: "Esiste ormai un cliente Stripe con l'email di questo contatto.",
    nextStep: "Ricarica l'elenco e seleziona quel cliente.",
  },
  'invoice-differs': {
    message: 'In Stripe la fattura ha un totale diverso da quello verificato: è rimasta una bozza.',
    nextStep: 'Controllala nella Dashboard di Stripe, poi eliminala o finalizzala lì.',
  },
  'not-requested-here': {
    message: 'Questo link di pagamento o questa fattura non sono stati richiesti su questo record.',
    nextStep: 'Apri il record su cui è stata fatta la richiesta.',
  },
  'link-not-active': {
    message: 'Questo link di pagamento è già stato pagato o annullato.',
    nextStep: 'Ricarica la pagina per vederne lo stato.',
  },
  'invoice-draft': {
    message: 'Questa fattura è ancora una bozza.',
    nextStep: 'Finalizzala nella Dashboard di Stripe o richiedi di nuovo il pagamento.',
  },
  'invoice-paid': {
    message: 'Questa fattura è già pagata.',
    nextStep:
      'Ricarica la pagina per vedere come. Per restituire il denaro, rimborsa il pagamento.',
  },
  'invoice-uncollectible': {
    message: 'Questa fattura è contrassegnata come inesigibile.',
    nextStep: 'Contrassegnala come pagata o annullala, oppure richiedi di nuovo il pagamento.',
  },
  'invoice-void': {
    message: 'Questa fattura è annullata.',
    nextStep: 'Richiedi di nuovo il pagamento per creare una nuova fattura.',
  },
  'invoice-being-paid': {
    message: 'Un pagamento di questa fattura è in corso, ad esempio un addebito bancario.',
    nextStep: "Attendi che riesca o fallisca. Se riesce, rimborsalo per restituire l'importo.",
  },
  'invoice-charged': {
    message: 'Stripe addebita questa fattura automaticamente, quindi non la invia da pagare.',
    nextStep: 'Copia il link e invialo tu al cliente.',
  },
  'subscription-not-of-record': {
    message: 'Questo abbonamento non è di un cliente collegato a questo record.',
    nextStep: 'Collega il suo cliente a questo record o apri il record di quel cliente.',
  },
  'subscription-ended': {
    message: 'Questo abbonamento è terminato.',
    nextStep: 'Ricarica la pagina. Per addebitare di nuovo il cliente, crea un nuovo abbonamento.',
  },
  'subscription-ending': {
    message: 'Questo abbonamento è già impostato per terminare alla fine del periodo.',
    nextStep: 'Ricarica la pagina per vedere quando.',
  },
  'subscription-paused': {
    message: 'La riscossione è già sospesa.',
    nextStep: 'Ricarica la pagina per vedere lo stato.',
  },
  'subscription-not-ending': {
    message: 'Questo abbonamento non è impostato per terminare.',
    nextStep: 'Ricarica la pagina per vedere lo stato.',
  },
  'subscription-not-paused': {
    message: 'La riscossione non è sospesa.',
    nextStep: 'Ricarica la pagina per vedere lo stato.',
  },
  'subscription-not-begun': {
    message: 'Manca il primo pagamento di questo abbonamento, che quindi non è iniziato.',
    nextStep: 'Attendi il pagamento oppure annullalo ora.',
  },
  ...changeErrors,
  ...couponErrors,
  'portal-not-saved': {
    message: 'Il portale clienti del tuo account Stripe non è configurato.',
    nextStep:
      'Salva le sue impostazioni nella Dashboard di Stripe in Impostazioni > Billing > Portale clienti, poi riprova.',
  },
  'customer-not-failing': {
    message: 'Nessun pagamento di questo cliente è fallito o scaduto.',
    nextStep: 'Ricarica la pagina per vedere lo stato attuale.',
  },
};
