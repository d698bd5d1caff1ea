import type * as english from '../english/properties.ts';

/** Of the properties that people edit: texts quote them. */
export const quotedLabels: typeof english.quotedLabels = {
  customers: 'Cliente Stripe',
  payments: 'Pagamenti Stripe assegnati',
};

export const propertyGroup: typeof english.propertyGroup = 'Pagamenti Stripe';

export const subscriptionStatus: typeof english.subscriptionStatus = {
  none: 'Nessun abbonamento',
  trialing: 'In prova',
  active: 'Attivo',
  past_due: 'In ritardo',
  unpaid: 'Non pagato',
  paused: 'In pausa',
  canceled: 'Annullato',
  incomplete: 'Incompleto',
};

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
    unpaid: 'Non coperta',
    partly_paid: 'Coperta in parte',
    paid: 'Coperta per intero',
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
  taxBasis: { stated: 'Indicate', proportional: 'In proporzione' },
  refundFailed: { true: 'Sì', false: 'No' },
  feeStatus: { none: 'Nessuna commissione', pending: 'In sospeso', final: 'Definitive' },
  subscriptionStatus,
  mrrMovement: {
    none: 'Nessuno',
    new: 'Nuovo',
    expansion: 'Aumento',
    contraction: 'Riduzione',
    churn: 'Abbandono',
    reactivation: 'Riattivazione',
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
  refundFailed: 'rimborsi non riusciti',
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
