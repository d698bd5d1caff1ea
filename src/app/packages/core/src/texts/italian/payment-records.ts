import type * as english from '../english/payment-records.ts';

export const paymentRecords: typeof english.paymentRecords = {
  object: { singular: 'Pagamento Stripe', plural: 'Pagamenti Stripe' },
  description: "Un record per ogni addebito Stripe, aggiornato dall'app Stripe payments.",
  properties: {
    stripe_payment_name: ['Pagamento', 'Chi ha pagato e quanto.'],
    stripe_charge_id: ['ID addebito', "L'ID dell'addebito in Stripe. Un record ciascuno."],
    stripe_payment_intent_id: ['ID PaymentIntent', "L'ID del PaymentIntent in Stripe."],
    stripe_customer_id: ['Cliente Stripe', "L'ID del cliente in Stripe. Vuoto per gli ospiti."],
    stripe_payer_name: ['Nome del pagante', 'Nome del cliente, o quello inserito nel checkout.'],
    stripe_payer_email: ['Email del pagante', 'Email del cliente, o quella inserita nel checkout.'],
    stripe_description: ['Descrizione', 'Descrizione del pagamento in Stripe.'],
    stripe_invoice_number: ['Numero fattura', 'Numero della fattura pagata.'],
    stripe_products: [
      'Prodotti',
      'Nomi di ciò che è stato venduto, uno per riga, dalla fattura o dalla sessione di checkout.',
    ],
    stripe_payment_method: ['Metodo di pagamento', 'Il nome del metodo in Stripe, come card.'],
    stripe_card_brand: ['Circuito della carta', 'Circuito della carta.'],
    stripe_last_four: ['Ultime quattro cifre', 'Della carta o del conto bancario.'],
    stripe_country: ['Paese', 'Paese della carta o del conto bancario, due lettere.'],
    stripe_mode: ['Modalità Stripe', 'Se è un pagamento live o di test.'],
    stripe_url: ['Link a Stripe', 'La pagina del pagamento in Stripe.'],
    stripe_payment_status: ['Stato del pagamento', 'Che cosa ne è stato del pagamento.'],
    stripe_created_date: ['Creato', 'Data del tentativo di pagamento.'],
    stripe_captured_date: [
      'Acquisito',
      "Data dell'acquisizione. Vuoto per gli addebiti bancari: Stripe non ne indica l'ora.",
    ],
    stripe_funds_available_date: [
      'Fondi disponibili dal',
      "Data in cui è disponibile per l'accredito.",
    ],
    stripe_decline_code: ['Codice di rifiuto', 'Il codice di Stripe o della banca.'],
    stripe_failure_reason: [
      'Motivo del mancato pagamento',
      'Perché il pagamento non è riuscito. Vuoto se è riuscito.',
    ],
    stripe_dispute_status: [
      'Stato della contestazione',
      'Stato della contestazione a cui rispondere per prima.',
    ],
    stripe_dispute_due_date: [
      'Scadenza della risposta alla contestazione',
      'Data entro cui serve una risposta.',
    ],
    stripe_last_refund_date: ['Ultimo rimborso', "Data dell'ultimo rimborso."],
    stripe_refund_failed: [
      'Rimborso non riuscito',
      'Se un rimborso non è riuscito e il denaro è tornato nel saldo Stripe.',
    ],
    stripe_currency: ['Valuta di pagamento', 'Valuta in cui il cliente ha pagato.'],
    stripe_amount_paid: ['Importo pagato', 'Importo acquisito, nella valuta di pagamento.'],
    stripe_amount_refunded: [
      'Importo rimborsato',
      'Importo rimborsato, nella valuta di pagamento.',
    ],
    stripe_amount_disputed: [
      'Importo contestato',
      'Importo contestato o perso, nella valuta di pagamento. Solo ciò che non è tornato.',
    ],
    stripe_amount_processing: ['Importo in elaborazione', 'In arrivo dalla banca del cliente.'],
    stripe_amount_authorized: ['Importo autorizzato', 'Riservato sulla carta e non acquisito.'],
    stripe_tax_amount: [
      'Imposte',
      'Imposte indicate dalla fattura o dalla sessione di checkout, su ciò che è stato pagato e non rimborsato né contestato. Nella valuta di pagamento. Vuoto se nessun documento le indica.',
    ],
    stripe_paid_after_tax: [
      'Pagato al netto delle imposte',
      'Pagato meno rimborsi, contestazioni e imposte, nella valuta di pagamento.',
    ],
    stripe_fee_status: [
      'Stato delle commissioni',
      'Definitivo quando Stripe ha definito ogni commissione.',
    ],
    stripe_settlement_currency: [
      'Valuta di accredito',
      'Vuoto finché ci sono commissioni in sospeso.',
    ],
    stripe_gross_amount: ['Importo lordo', 'Prima di commissioni, rimborsi e contestazioni.'],
    stripe_settled_refunds: [
      'Rimborsato (accredito)',
      'Importo rimborsato, nella valuta di accredito.',
    ],
    stripe_settled_disputes: [
      'Contestato (accredito)',
      'Importo contestato, nella valuta di accredito.',
    ],
    stripe_fee_amount: ['Commissioni', 'Tutte le commissioni, anche delle contestazioni.'],
    stripe_processing_fee: ['Commissione di elaborazione', 'La commissione di Stripe.'],
    stripe_fee_tax: ['Imposte sulle commissioni', 'Sulle commissioni, non sulla vendita.'],
    stripe_application_fee: ['Commissione della piattaforma', 'Commissione di una piattaforma.'],
    stripe_passthrough_fee: [
      'Commissione del metodo',
      'Commissione del metodo di pagamento, riaddebitata.',
    ],
    stripe_dispute_fee: ['Commissione di contestazione', 'Commissioni delle contestazioni.'],
    stripe_other_fee: ['Altre commissioni', "Ritenute d'imposta e commissioni senza tipo."],
    stripe_net_amount: ['Netto ricevuto', 'Lordo meno rimborsi, contestazioni e commissioni.'],
    stripe_settled_tax: [
      'Imposte (accredito, in proporzione)',
      'Le imposte al cambio con cui il pagamento è stato accreditato. Calcolate: nessun documento le indica.',
    ],
    stripe_net_after_tax: [
      'Netto dopo le imposte (in proporzione)',
      'Netto ricevuto meno le imposte in proporzione, nella valuta di accredito.',
    ],
    stripe_fee_rate: [
      'Incidenza delle commissioni (%)',
      "Tutte le commissioni in percentuale dell'importo lordo.",
    ],
    stripe_exchange_rate: [
      'Tasso di cambio',
      "Valuta di accredito per un'unità della valuta di pagamento.",
    ],
    stripe_amounts_by_currency: ['Importi per valuta', 'Una riga per valuta.'],
    stripe_payout_id: ['ID accredito', "L'ID in Stripe dell'accredito che lo contiene."],
    stripe_payout_status: ["Stato dell'accredito", "Stato di quell'accredito."],
    stripe_payout_date: [
      "Data dell'accredito",
      'Data in cui il denaro arriva o è arrivato in banca.',
    ],
    stripe_payout_trace_id: [
      "Riferimento dell'accredito",
      "Il riferimento della banca per l'accredito.",
    ],
    stripe_match: [
      'Abbinato tramite',
      "Come il pagamento è stato abbinato alla sua trattativa, altrimenti al suo contatto o alla sua azienda. 'Da verificare' finché qualcuno deve decidere, 'Nessuna corrispondenza' dove non appartiene ad alcun record.",
    ],
    stripe_deal_match: [
      'Abbinato alla trattativa tramite',
      'Come il pagamento è stato abbinato alla sua trattativa.',
    ],
    stripe_contact_match: [
      'Abbinato al contatto tramite',
      'Come il pagamento è stato abbinato al suo contatto.',
    ],
    stripe_company_match: [
      "Abbinato all'azienda tramite",
      'Come il pagamento è stato abbinato alla sua azienda.',
    ],
    stripe_read_at: ['Letto da Stripe', 'Quando questi valori sono stati letti da Stripe.'],
  },
  options: {
    status: {
      processing: 'In elaborazione',
      waiting: 'In attesa del cliente',
      authorized: 'Autorizzato',
      released: 'Rilasciato',
      paid: 'Pagato',
      partially_refunded: 'Parzialmente rimborsato',
      refunded: 'Rimborsato',
      disputed: 'Contestato',
      dispute_lost: 'Contestazione persa',
      failed: 'Non riuscito',
    },
    payoutStatus: {
      failed: 'Non riuscito',
      canceled: 'Annullato',
      pending: 'In sospeso',
      in_transit: 'In transito',
      paid: 'Pagato',
      not_itemized: 'Senza dettaglio in Stripe',
    },
  },
};

export const paymentSync: typeof english.paymentSync = {
  notAllSaved: (reason) =>
    `Gli importi sono salvati. Non lo sono tutti i record dei pagamenti Stripe: ${reason}`,
  tooSlow: 'HubSpot ha risposto troppo lentamente. Il prossimo recupero salva il resto.',
};
