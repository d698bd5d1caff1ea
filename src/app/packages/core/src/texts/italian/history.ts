import type * as english from '../english/history.ts';
import { withArticle } from './day.ts';
import { refundFailures } from './refund-failures.ts';

export const history: typeof english.history = {
  timesIn: (zone) => `Gli orari sono nel fuso orario ${zone}.`,
  started: 'Pagamento avviato',
  paid: 'Pagato',
  confirmed: "Pagato. Stripe non conserva l'orario della conferma della banca",
  authorized: 'Autorizzato',
  captured: 'Acquisito',
  captureBy: "Ultimo giorno per l'acquisizione",
  released: 'Autorizzazione scaduta o annullata. Non è stato trasferito denaro',
  failed: (reason) => `Non riuscito. ${reason}`,
  fee: 'Commissione di Stripe',
  feePending: 'Commissione di Stripe in sospeso',
  available: 'Disponibile nel tuo saldo Stripe',
  availableLater: 'Previsto nel tuo saldo Stripe',
  refunds: {
    succeeded: 'Rimborsato',
    pending: 'Rimborso in sospeso',
    requires_action: 'Rimborso in attesa del cliente',
    failed: 'Rimborso non riuscito',
    canceled: 'Rimborso annullato',
  },
  otherRefund: (status) => `Rimborso (${status})`,
  refundReasons: {
    duplicate: 'pagamento duplicato',
    fraudulent: 'frode',
    requested_by_customer: 'richiesto dal cliente',
    expired_uncaptured_charge: "l'autorizzazione è scaduta",
  },
  refundFailures,
  refundReturned: 'Rimborso non riuscito tornato nel tuo saldo Stripe',
  refundFee: 'Commissione sul rimborso',
  uncaptured: "Resto dell'autorizzazione rilasciato",
  disputeOpened: (reason) => `Contestazione aperta. ${reason}`,
  inquiryOpened: (reason) => `Richiesta di informazioni della banca. ${reason}`,
  withdrawn: 'Importo contestato prelevato',
  givenBack: 'Importo contestato restituito',
  wonBack: 'Contestazione vinta. Importo contestato restituito',
  disputeFee: 'Commissione per contestazione',
  responseDue: 'Scadenza per rispondere in Stripe',
  responseWasDue: 'Il termine per rispondere in Stripe è scaduto',
  disputeStates: {
    needs_response: 'La contestazione richiede una risposta in Stripe',
    appeal_needs_response: "L'appello richiede una risposta in Stripe",
    under_review: 'La banca sta esaminando la tua risposta',
    appeal_under_review: "La banca sta esaminando l'appello",
    won: 'Contestazione vinta',
    lost: 'Contestazione persa',
    prevented: 'Contestazione evitata',
    warning_needs_response:
      'La banca chiede informazioni su questo pagamento. Non è stato trasferito denaro',
    warning_under_review: 'La banca sta esaminando la tua risposta alla richiesta di informazioni',
    warning_closed: 'Richiesta di informazioni chiusa. Non è stato trasferito denaro',
  },
  otherDispute: (status) => `Stato della contestazione in Stripe: ${status}`,
  payouts: {
    arriving: (id) => `Arriva in banca (bonifico ${id})`,
    arrivalWas: (id) => `Doveva arrivare in banca (bonifico ${id})`,
    arrived: (id) => `In banca (bonifico ${id})`,
    takenOff: (id) => `Detratto dal bonifico ${id}`,
    failed: (id, reason) =>
      `Bonifico ${id} non riuscito. Controlla le coordinate bancarie in Stripe${reason === null ? '' : `. ${reason}`}`,
    canceled: (id) => `Bonifico ${id} annullato. Il denaro è di nuovo nel tuo saldo Stripe`,
    failedBefore: (id) =>
      `Bonifico ${id} non riuscito. Il denaro è partito con un bonifico successivo`,
    canceledBefore: (id) =>
      `Bonifico ${id} annullato. Il denaro è partito con un bonifico successivo`,
    other: (id, status) => `Bonifico ${id}. Stato in Stripe: ${status}`,
    notItemized:
      'I tuoi bonifici sono manuali. Stripe non indica quali pagamenti contengono, quindi il giorno di arrivo in banca di questo pagamento non è noto.',
    noPermission:
      'Per vedere quando questo pagamento arriva in banca, concedi alla chiave Stripe accesso in lettura a Payouts.',
  },
  arrival: {
    balanceOn: (day) =>
      `Il denaro arriva nel tuo saldo Stripe ${withArticle('il', day)} e poi in banca.`,
    balanceSince: (day) => `Il denaro è arrivato nel tuo saldo Stripe ${withArticle('il', day)}.`,
    noPayout: (day) =>
      `Il denaro è arrivato nel tuo saldo Stripe ${withArticle('il', day)}. Non risulta ancora alcun bonifico in banca.`,
    ahead: (amount, day) =>
      `${amount === null ? 'Il denaro arriva' : `${amount} arrivano`} in banca ${withArticle('il', day)}.`,
    was: (amount, day) =>
      `${amount === null ? 'Il denaro era previsto' : `${amount} erano previsti`} in banca ${withArticle('il', day)}.`,
    there: (amount, day) =>
      `${amount === null ? 'Il denaro è arrivato' : `${amount} sono arrivati`} in banca ${withArticle('il', day)}.`,
    off: (amount, day) =>
      `Sono stati detratti ${amount} dal bonifico arrivato ${withArticle('il', day)}.`,
    offLater: (amount) => `Verranno detratti ${amount} dal prossimo bonifico.`,
    waits: (amount) => `Nel tuo saldo Stripe restano ${amount}, non ancora in un bonifico.`,
  },
  hubSpot: {
    own: 'Record di HubSpot: HubSpot ha incassato questo pagamento con il proprio collegamento Stripe e ne conserva il record di pagamento. Non ne riceve un secondo.',
    applicationFee: (amount) =>
      `Le commissioni sopra comprendono una commissione di piattaforma di ${amount}, che non va a Stripe.`,
    fee: (amount, rate) =>
      `Commissione di HubSpot, secondo il suo record: ${amount}${rate === null ? '' : ` (${rate})`}.`,
    differs: {
      amount: (hubSpot, stripe) => `Pagato: ${hubSpot} nel record di HubSpot, ${stripe} in Stripe.`,
      refunded: (hubSpot, stripe) =>
        `Rimborsato: ${hubSpot} nel record di HubSpot, ${stripe} in Stripe.`,
      fees: (hubSpot, stripe) =>
        `Commissioni: ${hubSpot} nel record di HubSpot, ${stripe} in Stripe.`,
      net: (hubSpot, stripe) =>
        `Netto ricevuto: ${hubSpot} nel record di HubSpot, ${stripe} in Stripe.`,
    },
  },
  notes: {
    processing: 'La banca sta elaborando il pagamento. Di solito servono alcuni giorni.',
    waiting: 'Il cliente deve completare questo pagamento.',
    authorized: "Acquisiscilo in Stripe prima che l'autorizzazione scada.",
    incomplete:
      'Non è stato possibile leggere tutto di questo pagamento, quindi qui possono mancare dei passaggi.',
    unknown: "Stripe segnala uno stato che l'app non conosce. Controlla il pagamento in Stripe.",
    unapplied: (amount) => `${amount} ricevuti, non ancora applicati.`,
    customerPaid: (amount) => `Il cliente ha visto e pagato ${amount}.`,
    converted: (charged, settled, rate) => `${charged} = ${settled}, al cambio ${rate}.`,
    settledOutside: 'Accreditato fuori da Stripe: commissione e netto non sono noti.',
    passedOn: (amount) =>
      `${amount} trasferiti a un account connesso. Il netto è prima di questo trasferimento.`,
    refundFailed: 'Rimborsa il cliente in un altro modo.',
  },
};
