import { CUSTOMERS_LABEL, PAYMENTS_LABEL } from '../account-labels.ts';
import type { Texts } from '../english.ts';

const tryAgain = 'Riprovare tra un minuto.';
const askAdmin = "Chiedere a chi ha installato l'app di verificarne la configurazione.";

export const errors: Texts['errors'] = {
  'bad-request': {
    message: 'La richiesta non è stata compresa.',
    nextStep: 'Ricaricare la pagina e riprovare.',
  },
  'record-not-found': {
    message: "Questo record non è più nel CRM, oppure l'app non può vederlo.",
    nextStep: 'Ricaricare la pagina.',
  },
  'not-configured': {
    message: "Per l'app non è impostata alcuna chiave Stripe.",
    nextStep: 'Eseguire `hs secret add STRIPE_SECRET_KEY`, poi di nuovo `hs project upload`.',
  },
  'stripe-key-wrong-kind': {
    message:
      'STRIPE_SECRET_KEY non contiene una chiave segreta o una chiave con limitazioni (sk_..., rk_...).',
    nextStep:
      'Creare una chiave con limitazioni nella dashboard Stripe, eseguire `hs secret update STRIPE_SECRET_KEY` e ripetere il caricamento.',
  },
  'stripe-key-invalid': {
    message: "Stripe non accetta la chiave dell'app. Potrebbe essere stata revocata o sostituita.",
    nextStep:
      'Eseguire `hs secret update STRIPE_SECRET_KEY` con una chiave valida e ripetere il caricamento.',
  },
  'stripe-permission': {
    message: "Alla chiave Stripe manca un'autorizzazione.",
    nextStep: "Aggiungere l'autorizzazione alla chiave con limitazioni nella dashboard Stripe.",
  },
  'unknown-customer': {
    message: 'Questo cliente non esiste in Stripe.',
    nextStep: `Correggere "${CUSTOMERS_LABEL}" su questo record.`,
  },
  'unknown-payment': {
    message: 'Questo pagamento non esiste in Stripe.',
    nextStep: `Correggere "${PAYMENTS_LABEL}" su questo record.`,
  },
  'unknown-invoice': {
    message: 'Questa fattura non esiste in Stripe.',
    nextStep: "Verificare l'ID (in_...) nella dashboard Stripe e correggerlo qui.",
  },
  'unknown-subscription': {
    message: 'Questo abbonamento non esiste in Stripe.',
    nextStep: "Verificare l'ID (sub_...) nella dashboard Stripe e correggerlo qui.",
  },
  'unknown-checkout': {
    message: 'Questa sessione di checkout non esiste in Stripe.',
    nextStep: "Verificare l'ID (cs_...) nella dashboard Stripe e correggerlo qui.",
  },
  'bad-pasted-id': {
    message:
      "Il testo incollato non è un ID di Stripe né l'indirizzo di una pagina della dashboard Stripe.",
    nextStep:
      "Aprire il cliente o il pagamento nella dashboard Stripe e copiarne l'ID o l'indirizzo della pagina.",
  },
  'claimed-by-other-deal': {
    message: "Questo pagamento è già assegnato a un'altra trattativa.",
    nextStep: "Aprire prima quella trattativa e rimuovere l'assegnazione.",
  },
  'claimed-in-stripe': {
    message: "In Stripe i metadati di questo pagamento indicano un'altra trattativa.",
    nextStep: 'Assegnarlo comunque a questa, oppure correggere i metadati in Stripe.',
  },
  'stripe-write-permission': {
    message: "L'assegnazione qui è registrata, ma la chiave non può annotarla in Stripe.",
    nextStep:
      "Non occorre altro. Per indicare la trattativa anche in Stripe, aggiungere alla chiave con limitazioni l'autorizzazione di scrittura.",
  },
  'too-many-ids': {
    message:
      'Questo record contiene già tutti gli ID di Stripe che una proprietà può accogliere (65.536 caratteri).',
    nextStep: 'Rimuovere gli ID che non servono più, oppure collegare il cliente.',
  },
  'continuation-expired': {
    message: 'I dati letti in precedenza sono troppo vecchi per proseguire.',
    nextStep: "Ripetere la lettura dall'inizio.",
  },
  'claims-unchecked': {
    message: "Non è stato possibile verificare se questi pagamenti spettano a un'altra trattativa.",
    nextStep: tryAgain,
  },
  'wrong-mode': {
    message:
      "Questo ID appartiene all'altra modalità di Stripe: test e produzione non si mescolano mai.",
    nextStep: "Usare l'ID della modalità a cui si riferisce la chiave dell'app.",
  },
  'bad-id': {
    message: 'Una proprietà Stripe di questo record contiene un valore che non è un ID di Stripe.',
    nextStep: `Correggere "${CUSTOMERS_LABEL}" e "${PAYMENTS_LABEL}" su questo record.`,
  },
  'stripe-unreachable': {
    message: 'Stripe non è raggiungibile.',
    nextStep: tryAgain,
  },
  'stripe-rate-limited': {
    message: 'Al momento Stripe limita le richieste di questo account.',
    nextStep: tryAgain,
  },
  'stripe-refused': {
    message: 'Stripe ha rifiutato la richiesta.',
    nextStep: askAdmin,
  },
  'hubspot-unauthorized': {
    message: "Il CRM non ha accettato il token di accesso dell'app.",
    nextStep: "Caricare di nuovo il progetto o reinstallare l'app.",
  },
  'hubspot-permission': {
    message: "Nel CRM l'app non può eseguire questa operazione: manca un ambito (scope).",
    nextStep: "Aggiungere l'ambito all'app, caricarla e installarla di nuovo.",
  },
  'hubspot-unreachable': {
    message: 'Il CRM non è raggiungibile.',
    nextStep: tryAgain,
  },
  'hubspot-rate-limited': {
    message: 'Al momento il CRM limita le richieste di questo account.',
    nextStep: tryAgain,
  },
  'hubspot-refused': {
    message: 'Il CRM ha rifiutato la richiesta.',
    nextStep: askAdmin,
  },
  'removal-not-confirmed': {
    message: 'Le proprietà non sono state rimosse: la conferma non corrisponde.',
    nextStep: 'Scrivere `stripe_payments` e riprovare.',
  },
  'setup-unconfirmed': {
    message:
      "L'app non ha risposto in tempo: una parte potrebbe essere fatta e un'altra ancora da fare.",
    nextStep:
      'Controllare di nuovo: si vede che cosa resta da fare. Farlo due volte non fa alcun danno.',
  },
  'setup-too-slow': {
    message: 'Il CRM era così lento che in un intero tentativo non è stato fatto nulla.',
    nextStep: 'Riprovare tra qualche minuto. Ciò che è fatto resta.',
  },
  'setup-changed': {
    message:
      'Questa proprietà è cambiata da quando è stato fatto il piano: il passo non è stato eseguito.',
    nextStep: 'Controllare di nuovo e rivedere il piano.',
  },
  'setup-unfinished': {
    message: "Un'esecuzione non è bastata per tutto. Ciò che è fatto resta fatto.",
    nextStep: 'Ripetere: si fa solo ciò che manca.',
  },
  'write-unconfirmed': {
    message:
      'Il CRM non ha confermato la scrittura: le proprietà potrebbero contenere valori vecchi o nuovi.',
    nextStep: 'Ripetere la sincronizzazione: scrive gli stessi importi senza alcun rischio.',
  },
  'not-set-up': {
    message: 'In questo account le proprietà Stripe non esistono ancora.',
    nextStep:
      "Chi ha installato l'app le crea nella sua pagina di configurazione, o con `npm run setup`.",
  },
  timeout: {
    message:
      "La lettura completa ha richiesto più tempo di quanto ne conceda un'esecuzione. Non è stato modificato nulla.",
    nextStep: 'Riprovare: di solito il secondo tentativo è più rapido.',
  },
  'no-answer': {
    message: "L'app non ha risposto.",
    nextStep:
      "Riprovare. Se il problema persiste, chiedere a chi ha installato l'app di esaminarne i log.",
  },
  unexpected: {
    message: 'Si è verificato un errore imprevisto.',
    nextStep: "Riprovare. Se il problema persiste, segnalarlo a chi gestisce l'app.",
  },
};
