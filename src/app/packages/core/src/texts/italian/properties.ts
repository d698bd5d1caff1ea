import type { properties as englishProperties } from '../english/properties.ts';
import type { Texts } from '../english.ts';

// Typed by its own English file, since `account-labels.ts` needs the labels before the catalogue exists.
export const properties: typeof englishProperties = {
  stripe_customer_id: {
    label: 'Cliente Stripe',
    description:
      'ID dei clienti Stripe collegati (cus_...), separati da virgole. Questa proprietà si può modificare.',
  },
  stripe_payment_ids: {
    label: 'Pagamenti Stripe assegnati',
    description:
      'ID di quanto è assegnato a mano a questo record: pagamenti (pi_, ch_, py_), fatture (in_), abbonamenti (sub_), sessioni di checkout (cs_), separati da virgole. Questa proprietà si può modificare.',
  },
  stripe_payment_status: {
    label: 'Stato del pagamento',
    description: 'Esito dei pagamenti di questo record.',
  },
  stripe_fee_status: {
    label: 'Stato delle commissioni',
    description:
      'Definitive quando Stripe le ha registrate tutte; in attesa finché ne manca qualcuna.',
  },
  stripe_currency: {
    label: 'Valuta di pagamento',
    description: 'Valuta in cui ha pagato il cliente. Vuota se sono più di una.',
  },
  stripe_amount_paid: {
    label: 'Importo incassato',
    description: 'Incassato dal cliente, nella valuta di pagamento.',
  },
  stripe_amount_refunded: {
    label: 'Importo rimborsato',
    description: 'Restituito al cliente, nella valuta di pagamento.',
  },
  stripe_amount_disputed: {
    label: 'Importo contestato',
    description: 'Oggetto di contestazione, aperta o persa, nella valuta di pagamento.',
  },
  stripe_amount_due: {
    label: 'Importo da incassare',
    description: 'Ancora aperto sulle fatture, nella valuta di pagamento.',
  },
  stripe_settlement_currency: {
    label: 'Valuta di accredito',
    description:
      'Valuta in cui Stripe accredita. Vuota se sono più di una o se ci sono commissioni in attesa.',
  },
  stripe_gross_amount: {
    label: 'Importo lordo',
    description: 'Prima di commissioni, rimborsi e contestazioni, nella valuta di accredito.',
  },
  stripe_fee_amount: {
    label: 'Commissioni',
    description:
      'Tutto ciò che Stripe ha trattenuto, commissioni di contestazione incluse, nella valuta di accredito.',
  },
  stripe_net_amount: {
    label: 'Netto ricevuto',
    description: 'Lordo meno rimborsi, contestazioni e commissioni, nella valuta di accredito.',
  },
  stripe_fee_rate: {
    label: 'Incidenza delle commissioni (%)',
    description: "Totale delle commissioni in percentuale dell'importo lordo.",
  },
  stripe_amounts_by_currency: {
    label: 'Importi per valuta',
    description: 'Una riga per valuta. Sono gli unici importi quando le valute sono diverse.',
  },
  stripe_payment_count: {
    label: 'Numero di pagamenti',
    description: 'Pagamenti riusciti.',
  },
  stripe_first_payment_date: {
    label: 'Primo pagamento',
    description: 'Quando è riuscito il primo pagamento.',
  },
  stripe_last_payment_date: {
    label: 'Ultimo pagamento',
    description: "Quando è riuscito l'ultimo pagamento.",
  },
  stripe_funds_available_date: {
    label: 'Fondi disponibili dal',
    description: "Quando si può accreditare anche l'ultima parte dell'importo.",
  },
  stripe_failure_reason: {
    label: 'Motivo del mancato pagamento',
    description: "Perché l'ultimo tentativo non è riuscito, se non è riuscito.",
  },
  stripe_subscription_status: {
    label: "Stato dell'abbonamento",
    description: "Stato dell'abbonamento Stripe.",
  },
  stripe_mrr: {
    label: 'Ricavi ricorrenti mensili',
    description: 'Quanto rendono al mese gli abbonamenti attivi, nella valuta di pagamento.',
  },
  stripe_next_billing_date: {
    label: 'Prossimo addebito',
    description: "Quando si rinnova l'abbonamento.",
  },
  stripe_next_due_date: {
    label: 'Prossima scadenza',
    description: 'Quando scade la prossima fattura aperta.',
  },
  stripe_match: {
    label: 'Trovati tramite',
    description: "Come sono stati trovati i pagamenti: l'indizio più debole tra quelli usati.",
  },
  stripe_mode: {
    label: 'Modalità Stripe',
    description: 'Indica se i pagamenti sono reali o di prova.',
  },
  stripe_last_synced_at: {
    label: 'Ultima sincronizzazione',
    description: "Quando gli importi sono stati letti da Stripe l'ultima volta.",
  },
  stripe_sync_error: {
    label: 'Problema di sincronizzazione',
    description: "Perché l'ultima sincronizzazione non è terminata. Vuoto se è terminata.",
  },
};

export const propertyGroup: Texts['propertyGroup'] = 'Pagamenti Stripe';

export const options: Texts['options'] = {
  paymentStatus: {
    none: 'Nessun pagamento',
    processing: 'In elaborazione',
    authorized: 'Autorizzato',
    paid: 'Incassato',
    partially_refunded: 'Rimborsato in parte',
    refunded: 'Rimborsato',
    disputed: 'Contestato',
    failed: 'Non riuscito',
    past_due: 'Scaduto',
  },
  feeStatus: { none: 'Nessuna commissione', pending: 'In attesa', final: 'Definitive' },
  subscriptionStatus: {
    none: 'Nessun abbonamento',
    trialing: 'In prova',
    active: 'Attivo',
    past_due: 'Scaduto',
    unpaid: 'Non pagato',
    paused: 'In pausa',
    canceled: 'Annullato',
    incomplete: 'Incompleto',
  },
  match: {
    linked: 'Cliente collegato',
    assigned: 'Assegnati a mano',
    metadata: 'Indicati nel pagamento',
    customer: 'Indicati sul cliente',
    email: 'Indirizzo email',
    domain: 'Dominio email',
    ambiguous: 'Ambigui',
    none: 'Non trovati',
  },
  mode: { live: 'Produzione', test: 'Test' },
};

export const amountsByCurrency: Texts['amountsByCurrency'] = {
  paid: 'incassato',
  refunded: 'rimborsato',
  disputed: 'contestato',
  due: 'da incassare',
  mrr: 'mensile',
  gross: 'lordo',
  fees: 'commissioni',
  net: 'netto',
  feesPending: 'Commissioni in attesa: questi importi non sono definitivi.',
};
