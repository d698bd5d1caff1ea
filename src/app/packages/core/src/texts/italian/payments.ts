import type * as english from '../english/payments.ts';
import { countingIn } from '../counting.ts';

const { counted, digits, plural } = countingIn('it');

export const records: typeof english.records = {
  this: { deal: 'questa trattativa', contact: 'questo contatto', company: 'questa azienda' },
  another: {
    deal: "un'altra trattativa",
    contact: 'un altro contatto',
    company: "un'altra azienda",
  },
};

export const longText: typeof english.longText = {
  showAll: 'Mostra tutto',
  showLess: 'Mostra meno',
};

export const header: typeof english.header = {
  feesPending: 'Commissioni in sospeso',
  invoiceOpen: 'Fattura aperta',
  freeCheckout: 'Checkout gratuito',
  incomplete: 'Incompleto',
  incompleteAccess: (names) => `Incompleto: nessun accesso a ${names}`,
  mode: 'Modalità Stripe',
  testMode: 'Modalità di test',
  liveAsOf: (moment) => `In tempo reale da Stripe, ${moment}`,
  savedAsOf: (age) => `Salvato in HubSpot, sincronizzato ${age}`,
  upToDateAsOf: (age) => `Aggiornato, sincronizzato ${age}`,
  upToDateChecked: (age) => `Aggiornato, verificato ${age}`,
  neverSynced: 'Non ancora sincronizzato',
  refreshing: 'Caricamento da Stripe',
};

export const changes: typeof english.changes = {
  empty: 'vuoto',
  change: (from, to) => `${from} → ${to}`,
};

export const sync: typeof english.sync = {
  button: 'Sincronizza ora',
  running: 'Sincronizzazione dei pagamenti da Stripe',
  stillRunning:
    'Sincronizzazione ancora in corso. I record con molti pagamenti richiedono più tempo',
  nothingChanged: 'Già aggiornato',
  nothingChangedDetail: 'Gli importi salvati corrispondono già a quelli di Stripe.',
  changed: (changes) =>
    counted(changes, { one: 'proprietà aggiornata', other: 'proprietà aggiornate' }),
  failed: 'Sincronizzazione non completata',
  whatChanged: 'Che cosa è cambiato',
};

export const figures: typeof english.figures = {
  dealAmount: 'Importo della trattativa',
  paid: 'Pagato',
  refunded: 'Rimborsato',
  disputed: 'Contestato',
  lost: 'Perso in contestazioni',
  refundedAndDisputed: 'Rimborsato e contestato',
  net: 'Netto ricevuto',
  netConverted: (currency) => `Netto, convertito in ${currency}`,
  notSet: 'Non impostato',
  notComparable: 'Non confrontabile',
  notAvailable: 'Non disponibile',
  none: 'Ancora nessuno',
  nothingToPay: 'Nulla da pagare',
  severalCurrencies: 'Più valute',
  currency: 'Valuta',
  gross: 'Lordo',
  includes: (currencies) => `Comprende ${currencies}`,
  fees: 'Commissioni',
  paidOf: (paid, amount) => `Pagati ${paid} di ${amount}`,
  paidOver: (paid, over) => `Pagati ${paid}, ${over} in più della trattativa`,
  paidTaxed: (paid, amount) => `Pagati ${paid} per ${amount} più imposte`,
  paidKept: (paid, amount) => `Rimasti ${paid} di ${amount}`,
  netSoFar: (amount, payments) =>
    `${amount} finora, ${counted(payments, { one: 'pagamento', other: 'pagamenti' })} in sospeso`,
  unpaid: (amount) => `Restano da pagare ${amount}.`,
  invoicedMore: (due, more) => `Sono fatturati ${due}, ${more} in più (ad esempio per le imposte).`,
  invoiced: (due, rest) => `Di questi, ${due} sono fatturati e ${rest} non ancora.`,
  overpaid: (amount) => `Il cliente ha pagato ${amount} in più dell'importo della trattativa.`,
  paidInFull: "L'importo della trattativa è stato pagato per intero.",
  paidWithTax: "L'importo della trattativa è stato pagato per intero, con le imposte.",
  paidInStripeLabel: 'Pagato tramite Stripe',
  paidOutsideLabel: 'Pagato fuori da Stripe',
  paidOutside: (amount) =>
    `${amount} pagati su fatture fuori da Stripe o con il credito del cliente.`,
  paidBeside: (amount) => `Pagati anche ${amount}, che non vengono convertiti.`,
  disputedSince: (amount) => `${amount} in contestazione fino alla decisione della banca.`,
  disputedInAll: (amount) => `${amount} contestati.`,
  customerPaid: (amount) => `Il cliente ha visto e pagato ${amount}.`,
  otherCurrency: (deal, paid) =>
    `La trattativa è in ${deal} ed è stata pagata in ${paid}: gli importi non vengono confrontati.`,
  severalCurrenciesHint: 'Gli importi in valute diverse non vengono sommati.',
};

export const fees: typeof english.fees = {
  title: 'Commissioni e tasso di cambio',
  other: 'Non classificato',
  total: 'Totale commissioni',
  netSoFar: 'Netto finora',
  settledIn: (currency) => `Accreditato in ${currency}`,
  settledSoFar: (currency) => `Accreditato finora in ${currency}`,
  rate: 'Incidenza effettiva delle commissioni',
  ofGross: (percent) => `${percent}% del lordo`,
  exchange: 'Tasso di cambio',
  exchangeRate: (from, rate, to) => `1 ${from} = ${rate} ${to}`,
  exchangeRates: (lowest, highest) => `da ${lowest} a ${highest}`,
  accountFees:
    'Il netto è prima delle commissioni a livello di account, come quelle di Billing, Radar o i costi interchange plus.',
};

export const payments: typeof english.payments = {
  title: (payments) => `Pagamenti (${digits(payments)})`,
  date: 'Data',
  amount: 'Importo',
  status: 'Stato',
  capturedPart: (captured, authorized) => `Acquisiti ${captured} dei ${authorized} autorizzati`,
  hubSpot: {
    tied: 'Abbinato dal record di pagamento di HubSpot. Incassato dal collegamento Stripe di HubSpot',
    untied: 'Incassato dal collegamento Stripe di HubSpot',
    'no-access':
      "Incassato dal collegamento Stripe di HubSpot. Per leggere il record di pagamento serve l'ambito crm.objects.commercepayments.read",
  },
  cardNumber: (brand, last4) => `${brand}\u00a0••\u00a0${last4}`,
  year: 'Anno',
  allStatuses: 'Tutti gli stati',
  allYears: 'Tutti gli anni',
  total: (payments) => `Totale di ${counted(payments, { one: 'pagamento', other: 'pagamenti' })}`,
  pendingBeside: (amounts, payments) => `${amounts} + ${digits(payments)} in sospeso`,
  panelTitle: (amount, day) => `Pagamento di ${amount}, ${day}`,
  method: 'Metodo',
  purpose: 'Descrizione',
  match: 'Abbinamento',
  history: 'Cronologia',
  when: 'Quando',
  what: 'Che cosa è successo',
  opening: 'Caricamento del pagamento da Stripe',
  notOpened: 'Impossibile caricare la cronologia',
  openedInPart: 'Manca una parte della cronologia',
  receipt: 'Ricevuta',
};

export const notes: typeof english.notes = {
  searchUnavailable: (record) =>
    `La ricerca di Stripe non è disponibile per questo account: i pagamenti con ${record} solo nei metadati non vengono trovati.`,
  claimedElsewhere: (payments, record) =>
    `${counted(payments, {
      one: `pagamento di questi clienti appartiene a ${record} e non viene conteggiato`,
      other: `pagamenti di questi clienti appartengono a ${record} e non vengono conteggiati`,
    })} qui.`,
  lostInMerge: (names) =>
    `Due record sono stati uniti. Collegare o assegnare anche ${names}? Fai clic su "Abbina pagamenti".`,
  rowsOmitted: (shown, total) =>
    `${plural(shown, { one: 'Elenco con il pagamento più recente', other: `Elenco con i ${digits(shown)} pagamenti più recenti` })} su ${digits(total)}. Gli importi li comprendono tutti.`,
  reviewOmitted: (shown, total) =>
    `Elenco con ${digits(shown)} di ${digits(total)} pagamenti da verificare.`,
  showMore: 'Mostra altri',
  propertiesArchived: (labels) =>
    `Archiviate in HubSpot e quindi non aggiornate: ${labels}. Un amministratore può ripristinarle nella pagina di configurazione dell'app.`,
  unclassified: (transactions) =>
    counted(transactions, {
      one: 'transazione del saldo non è stata classificata. Il netto la comprende.',
      other: 'transazioni del saldo non sono state classificate. Il netto le comprende.',
    }),
  unsettled: {
    'refund-pending': (amount) => `${amount} in corso di rimborso. Il netto non li deduce ancora.`,
    'refund-returning': (amount) =>
      `${amount} di un rimborso non riuscito stanno tornando nel tuo saldo Stripe. Il netto non li comprende ancora.`,
    'dispute-returning': (amount) =>
      `${amount} di una contestazione vinta stanno tornando nel tuo saldo Stripe. Il netto non li comprende ancora.`,
    'settled-outside': (amount) =>
      `${amount} accreditati fuori da Stripe. Lordo, commissioni e netto non li comprendono.`,
    'passed-on': (amount) =>
      `${amount} trasferiti ad account connessi. Il netto è prima di questi trasferimenti.`,
  },
};

export const states: typeof english.states = {
  setupTitle: 'La configurazione non è completa',
  notConnectedTitle: 'Stripe non è collegato al momento',
  permissionTitle: "Manca un'autorizzazione",
  stripeTitle: 'Impossibile leggere da Stripe',
  hubspotTitle: 'Impossibile leggere o aggiornare HubSpot',
  busyTitle: 'HubSpot è occupato',
  busy: 'Al momento ci sono troppe richieste a HubSpot. Nuovo tentativo tra 10 secondi.',
  unreadableTitle: 'Impossibile leggere i pagamenti',
  details: 'Dettagli',
  openApp: "Apri la pagina dell'app",
  tryAgain: 'Riprova',
  reference: (reference) => `ID richiesta: ${reference}`,
};

export const recordStates: typeof english.recordStates = {
  loading: 'Caricamento dei pagamenti da Stripe',
  loadingStep: 'Di solito bastano pochi secondi.',
  noCustomerTitle: 'Nessun cliente Stripe collegato',
  noCustomer: (record) =>
    `Nessun pagamento in Stripe corrisponde a ${record}. Collega un cliente o assegna un pagamento per vederlo qui.`,
  noPaymentsTitle: 'Ancora nessun pagamento',
  noPayments: (customers, record) =>
    `Nessun pagamento di ${customers} conta per ${record}. I nuovi pagamenti compaiono qui quando il cliente paga.`,
  partialTitle: 'Impossibile leggere alcuni pagamenti',
  partial: 'Gli importi che ne dipendono sono omessi e non viene salvato nulla.',
  stale: "Gli importi qui sotto sono quelli dell'ultima sincronizzazione.",
  showPayments: 'Mostra i pagamenti',
};
