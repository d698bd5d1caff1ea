import type { Texts } from '../english.ts';

export const sidebar: Texts['card']['sidebar'] = {
  loading: 'Lettura degli importi salvati in corso',
  neverTitle: 'Nessuna sincronizzazione',
  never:
    'Su questo record non è ancora stato salvato nulla. Premere "Sincronizza ora" per leggere da Stripe.',
  noPaymentsTitle: 'Senza pagamenti',
  noPayments:
    "L'ultima sincronizzazione non ha trovato nulla che appartenga a questo record. Un cliente si può collegare nella scheda dei pagamenti.",
  availableOn: 'Fondi disponibili dal',
  availableNow: 'Fondi già tutti disponibili',
  notKnownYet: 'Non ancora noto',
  notSynced: (reason) => `L'ultima sincronizzazione non è terminata: ${reason}`,
  disputed: (amount) => `${amount} sono contestati o persi in una contestazione`,
  isDisputed: 'Un pagamento è contestato',
  failed: (reason) => `L'ultimo tentativo di pagamento non è riuscito: ${reason}`,
  pastDue: (amount) => `${amount} da incassare, in parte già scaduti`,
  isPastDue: 'Una fattura è scaduta',
  feesPending: 'Commissioni in attesa: il netto non è definitivo',
};
