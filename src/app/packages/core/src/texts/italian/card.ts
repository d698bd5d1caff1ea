import type { Texts } from '../english.ts';
import { countingIn } from '../plural.ts';
import { billing } from './billing.ts';
import { disputeReasons } from './disputes.ts';
import { links } from './links.ts';
import { records } from './records.ts';
import { sidebar } from './sidebar.ts';

const { counted, digits, plural } = countingIn('it');

const chargeStatus: Texts['card']['chargeStatus'] = {
  processing: 'In elaborazione',
  authorized: 'Autorizzato',
  released: 'Autorizzazione rilasciata',
  paid: 'Incassato',
  partially_refunded: 'Rimborsato in parte',
  refunded: 'Rimborsato',
  disputed: 'Contestato',
  failed: 'Non riuscito',
  unknown: 'Sconosciuto',
};

const feeKinds: Texts['card']['feeKinds'] = {
  processing: 'Commissioni di elaborazione',
  tax: 'Imposte sulle commissioni',
  application: "Commissioni dell'applicazione",
  passthrough: 'Commissioni riaddebitate',
  withheld_tax: 'Ritenute fiscali',
  dispute: 'Commissioni di contestazione',
  unclassified: 'Altre commissioni',
};

const methods: Texts['card']['methods'] = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
  card: 'Carta',
  link: 'Link',
  paypal: 'PayPal',
  klarna: 'Klarna',
  ideal: 'iDEAL',
  bancontact: 'Bancontact',
  customer_balance: 'Bonifico bancario',
  us_bank_account: 'Conto bancario',
  sepa_debit: 'Addebito SEPA',
  bacs_debit: 'Addebito Bacs',
  acss_debit: 'Addebito preautorizzato',
};

export const card: Texts['card'] = {
  chargeStatus,
  feeKinds,
  methods,
  disputeReasons,
  records,
  links,
  billing,
  sidebar,
  longText: { showAll: 'Mostra tutto', showLess: 'Mostra meno' },
  header: {
    feesPending: 'Commissioni in attesa',
    testMode: 'Modalità test',
    liveAsOf: (moment) => `Letto da Stripe: ${moment}`,
    savedAsOf: (age) => `Importi salvati, ultima sincronizzazione ${age}`,
    neverSynced: 'Mai sincronizzato',
    refreshing: 'Lettura da Stripe in corso',
  },
  sync: {
    button: 'Sincronizza ora',
    running: 'Lettura da Stripe e scrittura delle proprietà in corso',
    stillRunning: 'Lettura ancora in corso. Con molti pagamenti occorre più tempo',
    nothingChanged: 'Tutto era già aggiornato',
    nothingChangedDetail: 'Gli importi salvati corrispondevano già a quelli di Stripe.',
    changed: (changes) =>
      counted(changes, { one: 'proprietà aggiornata', other: 'proprietà aggiornate' }),
    failed: 'La sincronizzazione non è terminata',
    empty: 'vuoto',
    change: (from, to) => `${from} → ${to}`,
    whatChanged: 'Che cosa è cambiato',
  },
  figures: {
    dealAmount: 'Importo della trattativa',
    paid: 'Incassato',
    refunded: 'Rimborsato',
    disputed: 'Contestato',
    takenBack: 'Restituito',
    net: 'Netto ricevuto',
    notSet: 'Non indicato',
    pending: 'In attesa',
    none: 'Ancora nulla',
    severalCurrencies: 'Più valute',
    currency: 'Valuta',
    gross: 'Lordo',
    fees: 'Commissioni',
    unpaid: (amount) => `Restano da incassare ${amount} dell'importo della trattativa.`,
    overpaid: (amount) => `Il cliente ha pagato ${amount} in più dell'importo della trattativa.`,
    paidInFull: "L'importo della trattativa è stato interamente incassato.",
    wasPaidInFull: "L'importo della trattativa era stato interamente incassato.",
    givenBack: (amount) => `${amount} di quanto incassato sono tornati al cliente.`,
    disputedSince: (amount) =>
      `${amount} di quanto incassato sono contestati o persi in una contestazione.`,
    otherCurrency: (deal, paid) =>
      `La trattativa è in ${deal} ed è stata pagata in ${paid}: i due importi non vengono confrontati.`,
    fundsAvailable: (day) => `L'ultima parte dell'importo sarà disponibile il ${day}.`,
    feesPending:
      "Stripe non ha ancora registrato tutte le commissioni. Di norma lo fa entro un'ora; fino ad allora il netto non è definitivo.",
    severalCurrenciesHint: 'Gli importi in valute diverse non vengono mai sommati.',
  },
  fees: {
    title: 'Commissioni e tasso di cambio',
    gross: 'Lordo',
    refunded: 'Rimborsato',
    disputed: 'Contestato',
    other: 'Non classificato',
    total: 'Totale commissioni',
    net: 'Netto',
    netSoFar: 'Netto finora',
    settledIn: (currency) => `Accreditato in ${currency}`,
    settledSoFar: (currency) => `Accreditato finora in ${currency}`,
    rate: 'Incidenza effettiva delle commissioni',
    ofGross: (percent) => `${percent}% del lordo`,
    exchange: 'Tasso di cambio',
    exchangeRate: (from, rate, to) => `1 ${from} = ${rate} ${to}`,
    exchangeRates: (lowest, highest) => `da ${lowest} a ${highest}`,
    accountFees:
      "Le commissioni che Stripe addebita all'account nel suo complesso, ad esempio per Billing, Radar o interchange plus, non fanno parte di un pagamento e non sono incluse.",
  },
  payments: {
    title: (payments) => `Pagamenti (${digits(payments)})`,
    date: 'Data',
    amount: 'Importo',
    status: 'Stato',
    fee: 'Commissioni',
    net: 'Netto',
    openInStripe: 'Apri in Stripe',
    refunded: (amount) => `rimborsati ${amount}`,
    capturedPart: (captured) => `incassati ${captured}`,
    pending: 'In attesa',
    noValue: '–',
    cardNumber: (brand, last4) => `${brand} ••\u00a0${last4}`,
    failed: (reason, nextStep) => `${reason}. ${nextStep}`,
    processing: 'In arrivo. Di solito la banca decide entro pochi giorni',
    authorized:
      'Importo riservato e non ancora incassato: acquisirlo in Stripe prima che la riserva scada',
    released: 'La riserva è scaduta senza alcun movimento di denaro',
    unknown: "Stripe segnala uno stato sconosciuto all'app. Esaminare il pagamento in Stripe",
    respond: 'Rispondere alla banca in Stripe',
    respondBy: (day) => `Rispondere alla banca in Stripe entro il ${day}`,
    inquiry:
      'La banca chiede informazioni su questo pagamento; il denaro non si è mosso. Rispondere in Stripe',
    inquiryBy: (day) =>
      `La banca chiede informazioni su questo pagamento; il denaro non si è mosso. Rispondere in Stripe entro il ${day}`,
    inquiryUnderReview:
      'La banca ha chiesto informazioni su questo pagamento e sta esaminando la risposta',
    inquiryClosed: 'La banca ha chiesto informazioni su questo pagamento e lo ha confermato',
    disputeUnderReview: 'La banca sta esaminando la risposta',
    refundFailed: (amount) =>
      `Un rimborso di ${amount} non è riuscito e il denaro è tornato indietro. Concordare con il cliente un'altra modalità`,
    disputeLost: 'La contestazione è stata persa',
    disputeWon: 'Una contestazione è stata vinta',
    disputePrevented: 'Una contestazione è stata evitata',
    disputeReason: (state, reason) => `${state}. Motivo: ${reason}`,
    disputeOther: (status) => `Contestazione presso Stripe: ${status}`,
  },
  notes: {
    searchUnavailable: (record) =>
      `Per questo account Stripe non offre la ricerca: i pagamenti che indicano ${record} solo nei metadati non vengono trovati.`,
    claimedElsewhere: (payments, record) =>
      `${counted(payments, {
        one: `pagamento dei suoi clienti appartiene a ${record} e non viene conteggiato`,
        other: `pagamenti dei suoi clienti appartengono a ${record} e non vengono conteggiati`,
      })} qui.`,
    rowsOmitted: (shown, total) =>
      `L'elenco mostra ${plural(shown, { one: 'il pagamento più recente', other: `i ${digits(shown)} pagamenti più recenti` })} su ${digits(total)}; gli importi li comprendono tutti.`,
    unclassified: (rows) =>
      counted(rows, {
        one: 'movimento del saldo non è stato classificato. Il netto lo comprende.',
        other: 'movimenti del saldo non sono stati classificati. Il netto li comprende.',
      }),
  },
  states: {
    loading: 'Lettura dei pagamenti da Stripe in corso',
    loadingStep: 'Occorre qualche secondo. Gli importi compaiono da soli.',
    noCustomerTitle: 'Nessun cliente Stripe collegato',
    noCustomer: (record) =>
      `Nulla in Stripe è risultato riconducibile a ${record}. Collegare il cliente, oppure assegnare un pagamento.`,
    noPaymentsTitle: 'Ancora nessun pagamento',
    noPayments: (customers, record) =>
      `Nessun pagamento di ${customers} appartiene a ${record}. I pagamenti compaiono qui non appena il cliente paga.`,
    partialTitle: 'Non è stato possibile leggere alcuni pagamenti',
    partial: 'Gli importi qui sotto sono incompleti: vengono mostrati ma non salvati.',
    staleTitle: 'Questi sono gli importi salvati',
    setupTitle: 'La configurazione non è completa',
    permissionTitle: "Manca un'autorizzazione",
    stripeTitle: 'Non è stato possibile leggere da Stripe',
    crmTitle: 'Non è stato possibile leggere dal CRM',
    unreadableTitle: 'Non è stato possibile leggere i pagamenti',
    disputesTitle: (disputes) =>
      plural(disputes, {
        one: 'Una contestazione attende risposta',
        other: `${digits(disputes)} contestazioni attendono risposta`,
      }),
    disputesStep:
      'Rispondere in Stripe; senza una risposta in tempo utile il denaro resta al cliente.',
    disputesStepBy: (day) =>
      `Rispondere in Stripe entro il ${day}; senza una risposta in tempo utile il denaro resta al cliente.`,
    latestFailed: (reason) => `L'ultimo tentativo non è riuscito: ${reason}`,
    tryAgain: 'Riprova',
    reference: (reference) => `Riferimento: ${reference}`,
  },
};
