import type { SetupWords } from '../english/setup.ts';

const without: SetupWords['stripeKey']['without'] = {
  balance_read: 'Le valute di accredito non sono mostrate qui. Non manca altro.',
  balance_transaction_source_read:
    'Commissioni, importi netti e date di arrivo non si possono leggere.',
  charge_read: 'Nessun pagamento e nessun rimborso si può leggere.',
  customer_read: 'Nessuno viene trovato per indirizzo, e nessun cliente può essere collegato.',
  dispute_read: 'Le contestazioni e le loro commissioni non si possono leggere.',
  payment_intent_read:
    'I pagamenti che indicano un record, o assegnati con un ID pi_, non vengono trovati.',
  product_read: 'Abbonamenti e fatture non dicono che cosa riguardano.',
  coupon_read: "Il ricavo mensile ricorrente non si può calcolare dove c'è uno sconto.",
  invoice_read: 'Le fatture, ciò che è dovuto e ciò che è scaduto non si possono leggere.',
  plan_read: "I prezzi non si possono leggere, quindi non c'è ricavo mensile ricorrente.",
  subscription_read: 'Abbonamenti e rinnovi non si possono leggere.',
  checkout_session_read: 'I checkout e gli ospiti, che non sono clienti, non vengono trovati.',
  accounts_kyc_basic_read:
    "L'account e il suo stato non sono mostrati qui, e i link aprono l'ultimo account usato.",
};

const requirements: SetupWords['stripeAccount']['requirements'] = {
  'verification.document': "Documento d'identità",
  'verification.additional_document': "Prova dell'indirizzo",
  'verification.proof_of_liveness': 'Prova della presenza di una persona',
  external_account: 'Conto bancario per gli accrediti',
  'tos_acceptance.date': 'Accettazione delle condizioni di Stripe',
  'tos_acceptance.ip': 'Accettazione delle condizioni di Stripe (da dove)',
  tax_id: 'Partita IVA o codice fiscale',
  id_number: "Numero d'identità personale",
  'business_profile.url': 'Sito web',
  'business_profile.mcc': 'Settore di attività',
  'business_profile.product_description': 'Descrizione di ciò che si vende',
  'dob.day': 'Data di nascita (giorno)',
  'dob.month': 'Data di nascita (mese)',
  'dob.year': 'Data di nascita (anno)',
  'address.line1': 'Via e numero',
  'address.city': 'Città',
  'address.postal_code': 'CAP',
  'address.state': 'Provincia',
  email: 'Indirizzo email',
  phone: 'Numero di telefono',
  first_name: 'Nome',
  last_name: 'Cognome',
  owners_provided: 'Conferma che tutti i titolari sono indicati',
  directors_provided: 'Conferma che tutti gli amministratori sono indicati',
};

const disabledReasons: SetupWords['stripeAccount']['disabledReasons'] = {
  'requirements.past_due': 'è scaduto il termine per ciò che Stripe ha chiesto',
  'requirements.pending_verification': 'Stripe sta verificando ciò che è stato inviato',
  'action_required.requested_capabilities': 'in Stripe va richiesta una funzionalità',
  under_review: "Stripe sta esaminando l'account",
  listed: 'Stripe sta confrontando un nome con gli elenchi di persone vietate',
  platform_paused: 'la piattaforma di questo account lo ha messo in pausa',
  'rejected.fraud': 'Stripe sospetta una frode',
  'rejected.incomplete_verification': 'ciò che Stripe ha chiesto non è arrivato in tempo',
  'rejected.listed': 'un nome è in un elenco di persone vietate',
  'rejected.terms_of_service': 'secondo Stripe ha violato le sue condizioni',
  'rejected.other': "Stripe ha chiuso l'account",
  'rejected.platform_fraud': 'la piattaforma di questo account sospetta una frode',
  'rejected.platform_terms_of_service': 'ha violato le condizioni della sua piattaforma',
  'rejected.platform_other': "la piattaforma di questo account l'ha chiuso",
  other: 'Stripe non ne indica il motivo',
};

export const setupStripe: Pick<SetupWords, 'stripeKey' | 'stripeAccount'> = {
  stripeKey: {
    kind: 'Tipo di chiave',
    kinds: { restricted: 'Chiave con limitazioni', full: 'Chiave segreta completa' },
    mode: 'Modalità',
    fullTitle: 'Questa chiave può fare tutto',
    full: 'Chi la ottiene può spostare denaro. Basta una chiave con limitazioni che può solo leggere: crearne una, eseguire `hs secret update STRIPE_SECRET_KEY`, ripetere il caricamento e sostituire la vecchia in Stripe.',
    permissions: 'Autorizzazioni',
    permissionsOf: (present, all) => `${String(present)} su ${String(all)}`,
    missingTitle: 'Alla chiave mancano delle autorizzazioni',
    missingStep:
      'Modificare la chiave in Stripe, darle la lettura su queste voci e controllare di nuovo. La chiave resta la stessa, quindi non serve alcun caricamento.',
    untestedTitle: 'Alcune autorizzazioni non sono state verificate',
    untestedStep:
      'Stripe non ha dato una risposta chiara su queste voci. Controllare di nuovo tra un minuto.',
    permission: 'Autorizzazione (lettura)',
    status: 'Stato',
    consequence: 'Senza di essa',
    statuses: { present: 'Presente', missing: 'Mancante', unknown: 'Non verificata' },
    optional: 'facoltativa',
    without,
    howToTitle: 'Una chiave con le autorizzazioni giuste',
    createLive: 'Crea una chiave live in Stripe',
    createTest: 'Crea una chiave di test in Stripe',
    linkNote:
      'Il link sceglie già le autorizzazioni. Stripe non lo documenta, quindi confrontarle con questo elenco, ciascuna in lettura:',
    writeNote:
      "La scrittura serve solo per annotare un'assegnazione anche in Stripe: in quel caso su ciò che viene assegnato.",
    thenSecret:
      'Poi eseguire `hs secret update STRIPE_SECRET_KEY` con la chiave (`hs secret add` la prima volta) e ripetere il caricamento.',
  },
  stripeAccount: {
    name: 'Nome',
    country: 'Paese',
    currencies: 'Valute di accredito',
    charges: 'Addebiti',
    payouts: 'Accrediti',
    enabled: 'Attivi',
    disabled: 'Sospesi',
    disabledBecause: (reason) => `Sospeso: ${reason}.`,
    disabledReasons,
    noName: 'Senza nome',
    noCurrencies: 'Ancora nessuna',
    needsKey: 'Viene mostrato qui quando la chiave funziona.',
    status: 'Stato',
    readiness: {
      ready: 'Pronto per le transazioni',
      'in-review': 'In verifica',
      'action-needed': 'Azione richiesta',
      unreadable: 'Non leggibile con questa chiave',
    },
    pending: (what) => `Stripe sta verificando: ${what}. Non c'è nulla da fare.`,
    reviewing: (why) => `${why}. Non c'è nulla da fare.`,
    due: (what) => `Stripe chiede: ${what}.`,
    dueBy: (day) => `Entro il ${day}.`,
    overdue: 'Il termine è scaduto.',
    onlyStripe:
      "Stripe non chiede nulla che possa cambiarlo. Aprire l'account in Stripe o chiedere alla sua assistenza.",
    unsubmitted:
      "I dati dell'account non sono ancora stati inviati. Aprirlo in Stripe e completarli.",
    laterDue: (what) => `In seguito Stripe chiederà: ${what}.`,
    open: "Apri l'account in Stripe",
    unreadableNote: 'Gli importi non ne dipendono.',
    requirements,
  },
};
