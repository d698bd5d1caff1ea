import type * as english from '../english/refund-failures.ts';

/** Stripe's reasons for which a refund failed, an open set. */
export const refundFailures: typeof english.refundFailures = {
  lost_or_stolen_card: 'la carta è smarrita o rubata',
  expired_or_canceled_card: 'la carta è scaduta o annullata',
  charge_for_pending_refund_disputed: 'il cliente ha contestato il pagamento',
  insufficient_funds: 'il tuo saldo Stripe era insufficiente',
  declined: 'la banca lo ha rifiutato',
  merchant_request: 'annullato su tua richiesta',
  unknown: 'nessun motivo indicato',
};
