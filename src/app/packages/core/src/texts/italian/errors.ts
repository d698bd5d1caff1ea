import type * as english from '../english/errors.ts';
import type { PropertyLabels } from '../language.ts';

const tryAgain = 'Riprova tra un minuto.';
const tryAgainOrAsk =
  'Riprova tra un minuto; se il problema persiste, contatta il tuo amministratore.';
const askAdmin = "Chiedi all'amministratore HubSpot di controllare l'app.";
const reconnect = "Chiedi all'amministratore HubSpot di ricollegare Stripe.";
const giveAccess = "Chiedi all'amministratore HubSpot di concedere l'accesso all'app.";

export const errors = ({
  customers,
  payments,
}: PropertyLabels): ReturnType<typeof english.errors> => ({
  'bad-request': {
    message: "L'app non ha compreso la richiesta.",
    nextStep: 'Ricarica la pagina e riprova.',
  },
  'record-not-found': {
    message: "Questo record non esiste più in HubSpot o l'app non può accedervi.",
    nextStep: 'Ricarica la pagina.',
  },
  'not-configured': {
    message: "Per l'app non è impostata alcuna chiave Stripe.",
    nextStep: reconnect,
  },
  'stripe-key-wrong-kind': {
    message: 'STRIPE_SECRET_KEY non è una chiave segreta o con limitazioni (sk_..., rk_...).',
    nextStep: reconnect,
  },
  'stripe-key-invalid': {
    message: "Stripe non accetta la chiave dell'app. Potrebbe essere stata revocata o sostituita.",
    nextStep: reconnect,
  },
  'stripe-permission': {
    message: "Alla tua chiave Stripe manca un'autorizzazione.",
    nextStep: giveAccess,
  },
  'unknown-customer': {
    message: 'Questo cliente non esiste in Stripe.',
    nextStep: `Controlla l'ID nella Dashboard di Stripe. Se è in "${customers}" in questo record, correggilo lì.`,
  },
  'unknown-payment': {
    message: 'Questo pagamento non esiste in Stripe.',
    nextStep: `Controlla l'ID nella Dashboard di Stripe. Se è in "${payments}" in questo record, correggilo lì.`,
  },
  'unknown-invoice': {
    message: 'Questa fattura non esiste in Stripe.',
    nextStep: "Controlla l'ID (in_...) nella Dashboard di Stripe e correggilo qui.",
  },
  'unknown-subscription': {
    message: 'Questo abbonamento non esiste in Stripe.',
    nextStep: "Controlla l'ID (sub_...) nella Dashboard di Stripe e correggilo qui.",
  },
  'unknown-checkout': {
    message: 'Questa sessione di checkout non esiste in Stripe.',
    nextStep: "Controlla l'ID (cs_...) nella Dashboard di Stripe e correggilo qui.",
  },
  'bad-pasted-id': {
    message:
      'Questo ID o link non è di un pagamento, una fattura, un abbonamento, un checkout o un cliente.',
    nextStep: "Copia l'ID o il link di un pagamento o cliente nella Dashboard di Stripe.",
  },
  'claimed-by-other-deal': {
    message: "Questo pagamento è conteggiato ora in un'altra trattativa.",
    nextStep: 'Spostalo qui: gli importi di entrambe le trattative vengono aggiornati.',
  },
  'linked-to-other-deal': {
    message: "Questo cliente è collegato a un'altra trattativa.",
    nextStep:
      "Seleziona invece i pagamenti di questa trattativa dall'elenco del cliente o scollega lì il cliente.",
  },
  'claimed-in-stripe': {
    message: "I metadati Stripe di questo pagamento indicano un'altra trattativa.",
    nextStep: 'Spostalo comunque qui o correggi i metadati in Stripe.',
  },
  'stripe-write-permission': {
    message: 'Il pagamento è assegnato qui, ma la tua chiave Stripe non può salvarlo in Stripe.',
    nextStep: giveAccess,
  },
  'too-many-ids': {
    message: 'Questo record contiene tutti gli ID Stripe che una proprietà può salvare.',
    nextStep: 'Rimuovi gli ID che non servono più o collega il cliente.',
  },
  'payment-list-expired': {
    message: 'Questo elenco di pagamenti non è più aggiornato.',
    nextStep: 'Ricarica la pagina, poi apri di nuovo il pagamento.',
  },
  'continuation-expired': {
    message: 'I pagamenti caricati finora non sono più aggiornati.',
    nextStep: "Ricomincia dall'inizio per caricarli di nuovo.",
  },
  'claims-unchecked': {
    message: "Impossibile verificare se questi pagamenti appartengono a un'altra trattativa.",
    nextStep: tryAgain,
  },
  'too-many-claims': {
    message: 'Questo record ha troppi clienti o pagamenti Stripe da confrontare.',
    nextStep: 'Collega i clienti del record.',
  },
  'wrong-mode': {
    message: "Questo ID appartiene all'altra modalità di Stripe (live o test).",
    nextStep: "Usa un ID della stessa modalità della chiave dell'app.",
  },
  'bad-id': {
    message: 'Una proprietà Stripe di questo record contiene un valore che non è un ID Stripe.',
    nextStep: `Correggi "${customers}" e "${payments}" in questo record.`,
  },
  'stripe-unreachable': {
    message: 'Stripe non è raggiungibile.',
    nextStep: tryAgain,
  },
  'stripe-wrong-answer': {
    message: 'La risposta di Stripe era incompleta o incoerente, quindi non è stata usata.',
    nextStep: tryAgainOrAsk,
  },
  'stripe-rate-limited': {
    message: 'Stripe sta limitando le richieste di questo account.',
    nextStep: tryAgain,
  },
  'stripe-refused': {
    message: 'Stripe ha rifiutato la richiesta.',
    nextStep: askAdmin,
  },
  'stripe-unreadable': {
    message: "Stripe ha restituito un valore che l'app non riesce a leggere.",
    nextStep: "Controlla il pagamento in Stripe. Se la valuta è nuova, aggiorna l'app.",
  },
  'hubspot-unauthorized': {
    message: "HubSpot non ha accettato il token di accesso dell'app.",
    nextStep: askAdmin,
  },
  'hubspot-permission': {
    message: "All'app manca un ambito di HubSpot.",
    nextStep: giveAccess,
  },
  'hubspot-unreachable': {
    message: 'HubSpot non è raggiungibile.',
    nextStep: tryAgain,
  },
  'hubspot-wrong-answer': {
    message: 'La risposta di HubSpot era incompleta o incoerente, quindi non è stata usata.',
    nextStep: tryAgainOrAsk,
  },
  'hubspot-rate-limited': {
    message: 'HubSpot sta limitando le richieste di questo account.',
    nextStep: tryAgain,
  },
  'hubspot-daily-limit': {
    message: 'Questo account ha usato tutte le richieste API di HubSpot della giornata.',
    nextStep: "Riprendi dopo mezzanotte nel fuso orario dell'account.",
  },
  'hubspot-refused': {
    message: 'HubSpot ha rifiutato la richiesta.',
    nextStep: askAdmin,
  },
  'write-unconfirmed': {
    message: "HubSpot non ha confermato l'aggiornamento.",
    nextStep: 'Sincronizza di nuovo: puoi ripetere senza rischi.',
  },
  'not-set-up': {
    message: 'In questo account HubSpot le proprietà Stripe non esistono ancora.',
    nextStep: "Chiedi all'amministratore HubSpot di crearle.",
  },
  'property-archived': {
    message: "Una proprietà Stripe di cui l'app ha bisogno è archiviata in HubSpot.",
    nextStep: "Chiedi all'amministratore HubSpot di ripristinarla.",
  },
  timeout: {
    message: 'Stripe o HubSpot hanno risposto troppo lentamente: nulla è stato modificato.',
    nextStep: 'Riprova tra qualche minuto.',
  },
  'no-answer': {
    message: "L'app non ha risposto.",
    nextStep:
      "Riprova; se il problema persiste, chiedi al tuo amministratore di controllare i log dell'app.",
  },
  unexpected: {
    message: 'Errore imprevisto.',
    nextStep: 'Riprova; se il problema persiste, contatta il tuo amministratore.',
  },
});

export const pageErrors: typeof english.pageErrors = {
  'unknown-event': {
    message: 'Questo evento non esiste in Stripe.',
    nextStep:
      'Stripe conserva gli eventi per 30 giorni. Esegui un recupero per sincronizzare le modifiche successive.',
  },
  'unknown-list': {
    message: 'HubSpot non ha un elenco con questo ID per questo tipo di record.',
    nextStep: "Copia l'ID dall'elenco in HubSpot (è alla fine dell'indirizzo).",
  },
  'removal-not-confirmed': {
    message: 'La conferma non corrisponde: nessuna proprietà è stata rimossa.',
    nextStep: 'Scrivi stripe_payments e riprova.',
  },
  'setup-unconfirmed': {
    message:
      "L'app non ha risposto in tempo: alcune modifiche potrebbero non essere state applicate.",
    nextStep: 'Controlla di nuovo per vedere che cosa manca. Puoi ripetere senza rischi.',
  },
  'setup-too-slow': {
    message: 'HubSpot era troppo lento per applicare le modifiche.',
    nextStep: 'Riprova tra qualche minuto. Le modifiche applicate restano.',
  },
  'setup-changed': {
    message:
      "Questa proprietà è cambiata dopo la verifica del piano ed è stata lasciata così com'è.",
    nextStep: 'Controlla di nuovo e verifica il nuovo piano.',
  },
  'setup-unfinished': {
    message: "Le modifiche erano troppe per un'unica esecuzione. Quelle applicate restano.",
    nextStep: 'Applica di nuovo: vengono eseguite solo le modifiche rimanenti.',
  },
};

export const missing: typeof english.missing = {
  stripeRead: (names) => `La tua chiave Stripe deve poter leggere ${names}.`,
  stripeWrite: (names) => `La tua chiave Stripe deve poter scrivere ${names}.`,
  scopes: (names) => `All'app servono questi ambiti di HubSpot: ${names}.`,
  properties: (names) => `Proprietà: ${names}.`,
};
