import type * as english from '../english/sidebar.ts';
import { countingIn } from '../counting.ts';
import { withArticle } from './day.ts';

const { digits, plural } = countingIn('it');

export const next: typeof english.next = {
  nothing: 'Niente da fare',
  wait: 'Attendi il pagamento',
  waitForBill: "Attendi il prossimo addebito dell'abbonamento",
  respond: (disputes) =>
    plural(disputes, {
      one: 'Rispondi a una contestazione in Stripe',
      other: `Rispondi a ${digits(disputes)} contestazioni in Stripe`,
    }),
  respondBy: (disputes, day) =>
    plural(disputes, {
      one: `Rispondi a una contestazione in Stripe entro ${withArticle('il', day)}`,
      other: `Rispondi a ${digits(disputes)} contestazioni in Stripe, alla prima entro ${withArticle('il', day)}`,
    }),
  respondWasDue: (disputes, day) =>
    plural(disputes, {
      one: `La risposta a una contestazione andava inviata entro ${withArticle('il', day)}`,
      other: `Rispondi a ${digits(disputes)} contestazioni in Stripe. La prima risposta andava inviata entro ${withArticle('il', day)}`,
    }),
  noResponse: "Se non rispondi in tempo, l'importo contestato resta al cliente.",
  inquiry: 'La banca chiede informazioni su un pagamento. Rispondi in Stripe',
  inquiryBy: (day) =>
    `La banca chiede informazioni su un pagamento. Rispondi in Stripe entro ${withArticle('il', day)}`,
  inquiryWasDue: (day) =>
    `La banca ha chiesto informazioni su un pagamento. La risposta andava inviata entro ${withArticle('il', day)}`,
  inquiryDetail: 'Non è stato trasferito denaro.',
  refundFailed: 'Un rimborso non è riuscito. Rimborsa il cliente in un altro modo',
  notRefunded: (amount) => `${amount}: il cliente non li ha ricevuti.`,
  failed: (reason) => `Ultimo pagamento non riuscito. ${reason}`,
  pastDue: (amount) => `Una fattura è scaduta. Da pagare: ${amount}`,
  isPastDue: 'Una fattura è scaduta',
  retryOn: (day) => `Stripe riprova a incassarla ${withArticle('il', day)}.`,
  retryWasOn: (day) => `Stripe doveva riprovare a incassarla ${withArticle('il', day)}.`,
  remind: 'Invia al cliente il link della fattura.',
  review: (payments) =>
    plural(payments, {
      one: 'Verifica un pagamento che potrebbe appartenere qui',
      other: `Verifica ${digits(payments)} pagamenti che potrebbero appartenere qui`,
    }),
  merged: 'Due record sono stati uniti. Verifica quali altri pagamenti appartengono qui',
  refundSurplus: (amount) => `Valuta se rimborsare ${amount}`,
  checkBeside: (amount, missing) => `Verifica se ${amount} coprono i ${missing} mancanti`,
  checkFree: (amount) =>
    `Un checkout è stato completato senza nulla da pagare. Verifica se restano da pagare ${amount}`,
  matchOrCollect: (amount) =>
    `Abbina pagamenti a questa trattativa o chiedi al cliente di pagare ${amount}`,
  collect: (amount) => `Chiedi al cliente di pagare ${amount}`,
  unlessAsked: 'Se un link di pagamento li chiede già, attendi il pagamento.',
  churned: (amount, day) =>
    `Persi ${withArticle('il', day)} ricavi ricorrenti di ${amount} al mese.`,
  captureBy: (amount, day) => `Acquisisci ${amount} in Stripe entro ${withArticle('il', day)}`,
  captureWasBy: (amount, day) =>
    `L'ultimo giorno per acquisire ${amount} era ${withArticle('il', day)}`,
  capture: (amount) => `Acquisisci ${amount} in Stripe prima che l'autorizzazione scada`,
  authorized: "L'importo è autorizzato: riservato sulla carta del cliente e non ancora incassato.",
  underReview: 'La banca sta esaminando una contestazione',
  expectedOn: (amount, day) =>
    `${amount} stanno arrivando dalla banca del cliente. Meno la commissione, saranno nel tuo saldo Stripe entro ${withArticle('il', day)}.`,
  expectedWasOn: (amount, day) =>
    `${amount} erano attesi nel tuo saldo Stripe entro ${withArticle('il', day)}`,
  processing: (amount) =>
    `${amount} stanno arrivando dalla banca del cliente. Di solito bastano pochi giorni.`,
  dueOn: (amount, day) => `${amount} da pagare. La prossima scadenza è ${withArticle('il', day)}.`,
  wasDueOn: (amount, day) => `La scadenza per ${amount} era ${withArticle('il', day)}`,
  due: (amount) => `${amount} da pagare.`,
  syncLater: "Sincronizza di nuovo tra circa un'ora",
  feesPending:
    "Stripe non ha ancora definito tutte le commissioni (di norma lo fa entro un'ora). La data di arrivo in banca si saprà dopo.",
  renewsOn: (day) => `L'abbonamento si rinnova ${withArticle('il', day)}.`,
  renewalWasOn: (day) => `Il rinnovo dell'abbonamento era previsto per ${withArticle('il', day)}`,
  trialEndWasOn: (day) => `La fine della prova era prevista per ${withArticle('il', day)}`,
  trialEnds: (day) => `La prova termina ${withArticle('il', day)} e da allora si paga.`,
  firstBill: (day, amount) =>
    `La prova termina ${withArticle('il', day)}. La prima fattura è di ${amount}, più eventuali imposte.`,
  syncToSee: "Sincronizza per vedere com'è andata.",
  noNewerDay: 'Stripe non indica una data più recente. Verifica in Stripe.',
  fundsOn: (amount, day) =>
    `${amount} arrivano nel tuo saldo Stripe entro ${withArticle('il', day)}, poi in banca.`,
  lastFundsOn: (amount, day) =>
    `L'ultima parte di ${amount} arriva nel tuo saldo Stripe entro ${withArticle('il', day)}, poi in banca.`,
  fundsSince: (amount, day) =>
    `${amount} sono arrivati nel tuo saldo Stripe entro ${withArticle('il', day)}.`,
  inNoPayout: 'Non sono ancora in un bonifico.',
  syncForPayout: 'Sincronizza per vedere quando arrivano in banca.',
  openForPayout: 'Apri un pagamento per vedere quando arriva in banca.',
  payoutOn: (amount, day) => `${amount} sono attesi in banca entro ${withArticle('il', day)}.`,
  payoutWasOn: (amount, day) => `${amount} erano attesi in banca entro ${withArticle('il', day)}.`,
  paidOutOn: (amount, day) => `${amount} sono arrivati in banca entro ${withArticle('il', day)}.`,
  takenOff: (amount, day) =>
    `In tutto sono stati detratti ${amount} dai tuoi bonifici, gli ultimi entro ${withArticle('il', day)}.`,
  restOn: (amount, day) => `Altri ${amount} sono attesi entro ${withArticle('il', day)}.`,
  restWasOn: (amount, day) => `Altri ${amount} erano attesi entro ${withArticle('il', day)}.`,
  restWaits: (amount) => `Altri ${amount} sono nel tuo saldo Stripe, non ancora in un bonifico.`,
  restAvailable: (amount, day) =>
    `Altri ${amount} arrivano nel tuo saldo Stripe entro ${withArticle('il', day)}.`,
  offLater: (amount) => `${amount} verranno detratti dal prossimo bonifico.`,
  netFees: (fees) => `Il netto è negativo per ${fees} di commissioni di Stripe.`,
  netFeesAndRate: (fees, lost) =>
    `Il netto è negativo per ${fees} di commissioni di Stripe e ${lost} persi nel cambio.`,
};

export const sidebar: typeof english.sidebar = {
  loading: 'Caricamento degli importi salvati',
  neverTitle: 'Non ancora sincronizzato',
  never:
    'In questo record non sono ancora salvati importi. Fai clic su "Sincronizza ora" per leggerli da Stripe.',
  neverSaved: 'In questo record non sono ancora salvati importi.',
  seeCard: 'La scheda "Stripe payments" di questo record dice che cosa fare.',
  noPaymentsTitle: 'Nessun pagamento',
  noPayments: `L'ultima sincronizzazione non ha trovato pagamenti per questo record. Fai clic su "Abbina pagamenti" nella scheda "Stripe payments".`,
  noPaymentsOfCustomer: 'Il cliente collegato non ha ancora pagamenti.',
  notSynced: (reason) => `L'ultima sincronizzazione non è stata completata: ${reason}`,
};
