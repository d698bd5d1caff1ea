import type * as english from '../english/properties.ts';

export const properties: typeof english.properties = {
  stripe_customer_id: {
    label: 'Cliente Stripe',
    description:
      'ID dei clienti Stripe collegati (cus_...), separati da virgole. Puoi modificare questa proprietà.',
  },
  stripe_payment_ids: {
    label: 'Pagamenti Stripe assegnati',
    description:
      'ID assegnati manualmente a questo record: pagamenti (pi_, ch_, py_), fatture (in_), abbonamenti (sub_) e sessioni di checkout (cs_), separati da virgole. Puoi modificare questa proprietà.',
  },
  stripe_payment_status: {
    label: 'Stato del pagamento',
    description: 'Stato dei pagamenti di questo record.',
  },
  stripe_coverage: {
    label: 'Copertura',
    description:
      "Se l'importo della trattativa è pagato, nella sua valuta, senza quanto è stato rimborsato, contestato o perso. Le fatture pagate fuori da Stripe o con il credito contano. Vuota se non è confrontabile.",
  },
  stripe_amount_outstanding: {
    label: 'Importo mancante',
    description: "Quanto manca all'importo della trattativa, nella valuta della trattativa.",
  },
  stripe_paid_in_full_date: {
    label: 'Saldata il',
    description: "Data del pagamento che ha completato l'importo della trattativa.",
  },
  stripe_fee_status: {
    label: 'Stato delle commissioni',
    description:
      'Definitive quando Stripe ha definito ogni commissione. Fino ad allora in sospeso.',
  },
  stripe_currency: {
    label: 'Valuta di pagamento',
    description: 'Valuta in cui ha pagato il cliente. Vuota se sono più di una.',
  },
  stripe_amount_paid: {
    label: 'Importo pagato',
    description: 'Importo acquisito dal cliente, nella valuta di pagamento.',
  },
  stripe_amount_refunded: {
    label: 'Importo rimborsato',
    description: 'Importo rimborsato al cliente, nella valuta di pagamento.',
  },
  stripe_amount_disputed: {
    label: 'Importo contestato',
    description:
      'Importo contestato o perso in una contestazione, nella valuta di pagamento. Solo ciò che non è tornato.',
  },
  stripe_amount_due: {
    label: 'Importo dovuto',
    description: 'Importo dovuto sulle fatture aperte, nella valuta di pagamento.',
  },
  stripe_amount_processing: {
    label: 'Importo in elaborazione',
    description: 'Importo in arrivo dalla banca del cliente, nella valuta di pagamento.',
  },
  stripe_amount_authorized: {
    label: 'Importo autorizzato',
    description: 'Importo riservato sulla carta e non acquisito, nella valuta di pagamento.',
  },
  stripe_amount_paid_outside: {
    label: 'Importo pagato fuori da Stripe',
    description:
      "Importo delle fatture pagate fuori da Stripe o con il credito del cliente, nella valuta di pagamento. Non fa parte dell'importo pagato.",
  },
  stripe_dispute_status: {
    label: 'Stato della contestazione',
    description:
      'Stato della contestazione più urgente. Una richiesta di informazioni non sposta denaro.',
  },
  stripe_dispute_due_date: {
    label: 'Scadenza della risposta alla contestazione',
    description:
      'Data entro cui rispondere alla prossima contestazione o richiesta di informazioni.',
  },
  stripe_refund_failed: {
    label: 'Rimborso non riuscito',
    description: 'Se un rimborso non è riuscito e il denaro è tornato nel saldo Stripe.',
  },
  stripe_settlement_currency: {
    label: 'Valuta di accredito',
    description:
      'Valuta in cui Stripe accredita. Vuota se sono più di una o finché ci sono commissioni in sospeso.',
  },
  stripe_gross_amount: {
    label: 'Importo lordo',
    description:
      'Importo prima di commissioni, rimborsi e contestazioni, nella valuta di accredito.',
  },
  stripe_fee_amount: {
    label: 'Commissioni',
    description:
      'Tutte le commissioni Stripe, comprese quelle di contestazione, nella valuta di accredito.',
  },
  stripe_net_amount: {
    label: 'Netto ricevuto',
    description: 'Lordo meno rimborsi, contestazioni e commissioni, nella valuta di accredito.',
  },
  stripe_fee_rate: {
    label: 'Incidenza delle commissioni (%)',
    description: "Tutte le commissioni in percentuale dell'importo lordo.",
  },
  stripe_amounts_by_currency: {
    label: 'Importi per valuta',
    description: 'Una riga per valuta. Gli unici importi quando un record ha più valute.',
  },
  stripe_payment_count: {
    label: 'Numero di pagamenti',
    description: 'Numero di pagamenti riusciti.',
  },
  stripe_first_payment_date: {
    label: 'Primo pagamento',
    description: 'Data del primo pagamento riuscito.',
  },
  stripe_last_payment_date: {
    label: 'Ultimo pagamento',
    description: "Data dell'ultimo pagamento riuscito.",
  },
  stripe_funds_available_date: {
    label: 'Fondi disponibili dal',
    description: 'Data in cui tutti i fondi sono disponibili per il bonifico.',
  },
  stripe_failure_reason: {
    label: 'Motivo del mancato pagamento',
    description: "Perché l'ultimo pagamento non è riuscito. Vuoto se è riuscito.",
  },
  stripe_subscription_status: {
    label: "Stato dell'abbonamento",
    description: "Stato dell'abbonamento Stripe.",
  },
  stripe_mrr: {
    label: 'Ricavi ricorrenti mensili',
    description:
      "Ricavi ricorrenti mensili come li mostra l'analisi di Stripe Billing: abbonamenti attivi e scaduti, senza prove, consumi, imposte e sconti temporanei. Nella valuta di pagamento.",
  },
  stripe_next_billing_date: {
    label: 'Prossimo addebito',
    description: "Data di rinnovo dell'abbonamento.",
  },
  stripe_next_due_date: {
    label: 'Prossima scadenza',
    description: 'Data di scadenza della prossima fattura aperta.',
  },
  stripe_match: {
    label: 'Abbinato tramite',
    description:
      "Come i pagamenti che contano sono stati abbinati a questo record. Mostra l'indizio più debole tra quelli usati.",
  },
  stripe_review_count: {
    label: 'Pagamenti da verificare',
    description:
      'Numero di pagamenti che potrebbero appartenere a questo record e attendono la decisione di un utente.',
  },
  stripe_mode: {
    label: 'Modalità Stripe',
    description: 'Indica se i pagamenti sono live o di test.',
  },
  stripe_last_synced_at: {
    label: 'Ultima sincronizzazione',
    description: "Data dell'ultima lettura degli importi da Stripe.",
  },
  stripe_sync_error: {
    label: 'Errore di sincronizzazione',
    description:
      "Perché l'ultima sincronizzazione non è stata completata. Vuoto se è stata completata.",
  },
};

export const propertyGroup: typeof english.propertyGroup = 'Pagamenti Stripe';

export const options: typeof english.options = {
  paymentStatus: {
    none: 'Nessun pagamento',
    processing: 'In elaborazione',
    authorized: 'Autorizzato',
    partially_paid: 'Pagato parzialmente',
    paid: 'Pagato',
    partially_refunded: 'Rimborsato parzialmente',
    refunded: 'Rimborsato',
    disputed: 'Contestato',
    dispute_lost: 'Contestazione persa',
    failed: 'Non riuscito',
    past_due: 'Scaduto',
  },
  coverage: {
    unpaid: 'Non pagata',
    partly_paid: 'Pagata in parte',
    paid: 'Saldata',
    overpaid: 'Pagata in eccesso',
  },
  disputeStatus: {
    none: 'Nessuna contestazione',
    inquiry: 'Richiesta di informazioni',
    needs_response: 'Richiede una risposta',
    under_review: 'In esame',
    won: 'Vinta',
    lost: 'Persa',
  },
  refundFailed: { true: 'Sì', false: 'No' },
  feeStatus: { none: 'Nessuna commissione', pending: 'In sospeso', final: 'Definitive' },
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
    assigned: 'Assegnato manualmente',
    metadata: 'Metadati del pagamento',
    customer: 'Metadati del cliente',
    email: 'Email',
    domain: 'Dominio email',
    ambiguous: 'Da verificare',
    none: 'Nessuna corrispondenza',
  },
  mode: { live: 'Live', test: 'Test' },
};

export const amountsByCurrency: typeof english.amountsByCurrency = {
  paid: 'pagato',
  refunded: 'rimborsato',
  disputed: 'contestato',
  due: 'da pagare',
  processing: 'in elaborazione',
  authorized: 'autorizzato',
  outside: 'fuori da Stripe',
  mrr: 'mensile',
  gross: 'lordo',
  fees: 'commissioni',
  net: 'netto',
  unsettled: {
    'refund-pending': 'in corso di rimborso',
    'refund-returning': 'rimborso non riuscito in rientro',
    'dispute-returning': 'contestazione vinta in rientro',
    'settled-outside': 'accreditato fuori da Stripe',
    'passed-on': 'trasferito ad account connessi',
  },
  feesPending: 'Commissioni in sospeso: il netto può ancora cambiare.',
};
