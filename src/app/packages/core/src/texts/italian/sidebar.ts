import type * as english from '../english/sidebar.ts';
import { countingIn } from '../counting.ts';
import { withArticle } from './day.ts';

const { counted } = countingIn('it');

export const next: typeof english.next = {
  respond: 'Rispondi a una contestazione in Stripe',
  respondBy: (day) => `Rispondi a una contestazione in Stripe entro ${withArticle('il', day)}`,
  inquiry: 'La banca chiede informazioni su un pagamento. Rispondi in Stripe',
  inquiryBy: (day) =>
    `La banca chiede informazioni su un pagamento. Rispondi in Stripe entro ${withArticle('il', day)}`,
  refundFailed: 'Un rimborso non è riuscito. Il denaro è tornato nel tuo saldo Stripe',
  failed: (reason) => `Ultimo pagamento non riuscito: ${reason}`,
  pastDue: (amount) => `Una fattura è scaduta. Da pagare: ${amount}`,
  isPastDue: 'Una fattura è scaduta',
  underReview: 'La banca sta esaminando una contestazione.',
  authorizedUntil: (amount, day) =>
    `${amount} autorizzati fino ${withArticle('al', day)}. Acquisiscili in Stripe entro quella data.`,
  authorized: (amount) =>
    `${amount} autorizzati. Acquisiscili in Stripe prima che l'autorizzazione scada.`,
  expectedOn: (amount, day) => `${amount} in arrivo dalla banca, attesi ${withArticle('il', day)}.`,
  processing: (amount) => `${amount} in arrivo dalla banca. Di solito bastano pochi giorni.`,
  dueOn: (amount, day) => `${amount} da pagare entro ${withArticle('il', day)}.`,
  due: (amount) => `${amount} da pagare.`,
  feesPending: "Commissioni in sospeso: il netto arriva di solito entro un'ora.",
};

export const sidebar: typeof english.sidebar = {
  loading: 'Caricamento degli importi salvati',
  neverTitle: 'Non ancora sincronizzato',
  never:
    'In questo record non è ancora salvato alcun importo. Fai clic su "Sincronizza ora" per leggerli da Stripe.',
  noPaymentsTitle: 'Nessun pagamento',
  noPayments: `L'ultima sincronizzazione non ha trovato pagamenti per questo record. Fai clic su "Abbina pagamenti" nella scheda Pagamenti Stripe.`,
  noPaymentsOfCustomer: 'Il cliente collegato non ha ancora pagamenti.',
  toReview: (payments) =>
    `${counted(payments, { one: 'pagamento', other: 'pagamenti' })} da verificare nella scheda dei pagamenti`,
  funds: 'Netto disponibile',
  availableOn: (day) => withArticle('Dal', day),
  availableSince: (day) => withArticle('Dal', day),
  notKnownYet: 'Non ancora noto',
  notSynced: (reason) => `L'ultima sincronizzazione non è stata completata: ${reason}`,
};
