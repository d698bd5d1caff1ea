import type { Texts } from '../english.ts';

export const disputeReasons: Texts['card']['disputeReasons'] = {
  bank_cannot_process: 'La banca non può elaborare il pagamento',
  check_returned: "L'assegno è stato respinto",
  credit_not_processed: 'Un rimborso promesso non è arrivato',
  customer_initiated: 'Il cliente ha fatto richiamare il denaro dalla banca',
  debit_not_authorized: "L'addebito non era autorizzato",
  duplicate: "L'importo è stato addebitato due volte",
  fraudulent: 'Il pagamento non è stato effettuato dal titolare della carta',
  general: 'Non indicato',
  incorrect_account_details: 'I dati del conto sono errati',
  insufficient_funds: 'Fondi insufficienti sul conto',
  noncompliant: 'Il pagamento viola le regole del circuito della carta',
  product_not_received: 'Il prodotto non è arrivato',
  product_unacceptable: 'Il prodotto non corrisponde alla descrizione',
  subscription_canceled: "L'abbonamento era già stato annullato",
  unrecognized: 'Il cliente non riconosce il pagamento',
};
