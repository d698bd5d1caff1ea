import type { propertyDescriptions as english } from '../english/property-descriptions.ts';

export const propertyDescriptions: typeof english = {
  stripe_customer_id:
    'ID dei clienti Stripe collegati (cus_...), separati da virgole. Puoi modificare questa proprietà.',
  stripe_payment_ids:
    'ID assegnati manualmente a questo record: pagamenti (pi_, ch_, py_), fatture (in_), abbonamenti (sub_) e sessioni di checkout (cs_), separati da virgole. Puoi modificare questa proprietà.',
  stripe_excluded_payment_ids:
    'Pagamenti che un utente ha rimosso da questo record nella scheda, qualunque sia la corrispondenza: i loro ID, separati da virgole.',
  stripe_payment_status: 'Stato dei pagamenti di questo record.',
  stripe_coverage:
    "Se i pagamenti coprono l'importo della trattativa, nella sua valuta, senza quanto è stato rimborsato, contestato o perso. Le fatture pagate fuori da Stripe o con il credito contano. Pagata in eccesso solo se il pagato supera l'importo anche senza le imposte. Vuota se non è confrontabile.",
  stripe_amount_outstanding:
    "Parte dell'importo della trattativa che nessun pagamento copre: non ancora pagata, rimborsata, contestata o persa. Nella valuta della trattativa.",
  stripe_paid_in_full_date: "Data del pagamento che ha completato l'importo della trattativa.",
  stripe_fee_status:
    'Definitive quando Stripe ha definito ogni commissione. Fino ad allora in sospeso.',
  stripe_fees_pending_count:
    'Numero di pagamenti la cui commissione non è ancora definita da Stripe.',
  stripe_currency: 'Valuta in cui ha pagato il cliente. Vuota se sono più di una.',
  stripe_amount_paid: 'Importo acquisito dal cliente, nella valuta di pagamento.',
  stripe_amount_refunded: 'Importo rimborsato al cliente, nella valuta di pagamento.',
  stripe_amount_disputed:
    'Importo contestato o perso in una contestazione, nella valuta di pagamento. Solo ciò che non è tornato.',
  stripe_amount_due: 'Importo dovuto sulle fatture aperte, nella valuta di pagamento.',
  stripe_amount_processing: 'Importo in arrivo dalla banca del cliente, nella valuta di pagamento.',
  stripe_amount_authorized:
    'Importo riservato sulla carta e non acquisito, nella valuta di pagamento.',
  stripe_processing_expected_date:
    "Data in cui l'importo in elaborazione è atteso nel saldo Stripe.",
  stripe_authorized_until_date:
    "Data entro cui acquisire l'importo autorizzato. La prima, se sono più di una.",
  stripe_amount_paid_outside:
    "Importo delle fatture pagate fuori da Stripe o con il credito del cliente, nella valuta di pagamento. Non fa parte dell'importo pagato.",
  stripe_dispute_status:
    'Stato della contestazione più urgente. Una richiesta di informazioni non sposta denaro.',
  stripe_dispute_due_date:
    'Data entro cui rispondere alla prossima contestazione o richiesta di informazioni. La prima ancora da venire o, se sono tutte passate, la prima di queste.',
  stripe_disputes_to_answer:
    'Numero di contestazioni a cui rispondere, escluse le richieste di informazioni.',
  stripe_refund_failed: 'Se un rimborso non è riuscito e il denaro è tornato nel saldo Stripe.',
  stripe_refund_failed_amount:
    'Importo dei rimborsi non riusciti, nella valuta di pagamento. È tornato nel saldo Stripe.',
  stripe_settlement_currency:
    'Valuta in cui Stripe accredita. Vuota se sono più di una o finché ci sono commissioni in sospeso.',
  stripe_gross_amount:
    'Importo prima di commissioni, rimborsi e contestazioni, nella valuta di accredito.',
  stripe_fee_amount:
    'Tutte le commissioni Stripe, comprese quelle di contestazione, nella valuta di accredito.',
  stripe_net_amount: 'Lordo meno rimborsi, contestazioni e commissioni, nella valuta di accredito.',
  stripe_fee_rate: "Tutte le commissioni in percentuale dell'importo lordo.",
  stripe_tax_amount:
    'Imposte indicate dalle fatture o dalle sessioni di checkout, su ciò che è stato pagato e non rimborsato né contestato. Nella valuta di pagamento. Vuoto se il documento di un pagamento non le indica.',
  stripe_net_after_tax:
    'Netto ricevuto meno le imposte, nella valuta di accredito. Vuoto finché ci sono commissioni in sospeso o se le imposte non sono note.',
  stripe_tax_basis:
    "Indicate se i documenti riportano le imposte stesse. In proporzione se una parte è stata rimborsata, contestata o pagata a parte, o convertita nella valuta di accredito: nessun documento riporta quell'importo.",
  stripe_amounts_by_currency:
    'Una riga per valuta. Gli unici importi quando un record ha più valute.',
  stripe_payment_count: 'Numero di pagamenti riusciti.',
  stripe_free_checkout_count:
    'Numero di checkout completati senza nulla da pagare. Non hanno un pagamento.',
  stripe_first_payment_date: 'Data del primo pagamento riuscito.',
  stripe_last_payment_date: "Data dell'ultimo pagamento riuscito.",
  stripe_products:
    'Nomi di ciò che è stato venduto, uno per riga, dalle fatture e dalle sessioni di checkout pagate. I primi 50, poi … se ce ne sono altri. Vuoto se un documento ha più righe di quante Stripe ne elenca in una volta.',
  stripe_funds_available_date: 'Data in cui tutti i fondi sono disponibili per il bonifico.',
  stripe_payout_date:
    'Data in cui l\'ultima parte del netto è stata accreditata in banca; rimborsi e contestazioni vengono detratti da un accredito successivo. Vuoto finché manca una parte o se Stripe non elenca i pagamenti degli accrediti. Lo salva il recupero; anche "Sincronizza ora", fino a tre pagamenti.',
  stripe_payout_expected_date:
    'Data in cui Stripe prevede in banca l\'ultima parte del denaro, in base agli accrediti di cui fa parte. Vuoto finché non è nota e dopo l\'arrivo. La salva il recupero; anche "Sincronizza ora", fino a tre pagamenti.',
  stripe_last_payout_date:
    "Data in cui è arrivato in banca l'ultimo accredito con una parte del netto. Altro può essere in arrivo o essere detratto da un accredito successivo.",
  stripe_net_paid_out:
    'La parte del netto che gli accrediti hanno portato in banca, meno quanto ne è stato detratto. Vuoto se non è nota o in più valute.',
  stripe_failure_reason: "Perché l'ultimo pagamento non è riuscito. Vuoto se è riuscito.",
  stripe_subscription_status: "Stato dell'abbonamento Stripe.",
  stripe_mrr:
    "Ricavi ricorrenti mensili come li mostra l'analisi di Stripe Billing: abbonamenti attivi e scaduti, senza prove, consumi, imposte e sconti temporanei. Nella valuta di pagamento.",
  stripe_mrr_movement:
    'Ultima variazione dei ricavi ricorrenti mensili del record, su tutti i suoi clienti: nuovo, aumento, riduzione, abbandono (a zero) o riattivazione (da zero, dopo ricavi precedenti). Nessuno se non ci sono ancora stati ricavi. Vuoto se le fatture di Stripe non la indicano.',
  stripe_mrr_movement_currency: "Valuta dell'ultima variazione dei ricavi ricorrenti.",
  stripe_mrr_movement_amount:
    "Di quanto l'ultima variazione ha cambiato i ricavi mensili: negativo per riduzione e abbandono, così gli importi in una valuta si possono sommare.",
  stripe_mrr_movement_date: "Data dell'ultima variazione. Vuota finché nessuna fattura la indica.",
  stripe_mrr_movement_reason:
    "Perché un abbonamento è finito con l'ultima variazione: il motivo di annullamento di Stripe, il feedback del cliente e l'inizio del suo commento.",
  stripe_next_billing_date: "Data di rinnovo dell'abbonamento.",
  stripe_first_bill_amount:
    'Importo della prima fattura al termine della prova, senza le imposte che si aggiungono. Vuoto con sconti o consumi. Nella valuta di pagamento.',
  stripe_next_due_date: 'Data di scadenza della prossima fattura aperta.',
  stripe_next_attempt_date: 'Data in cui Stripe prova di nuovo a incassare una fattura scaduta.',
  stripe_match:
    "Come i pagamenti che contano sono stati abbinati a questo record. Mostra l'indizio più debole tra quelli usati.",
  stripe_review_count:
    'Numero di pagamenti che potrebbero appartenere a questo record e attendono la decisione di un utente.',
  stripe_moved_payments:
    "Pagamenti che un utente ha spostato in un'altra trattativa o da un'altra, con gli ID. Gli ultimi 20.",
  stripe_mode: 'Indica se i pagamenti sono live o di test.',
  stripe_last_synced_at: "Data dell'ultima lettura degli importi da Stripe.",
  stripe_sync_error:
    "Perché l'ultima sincronizzazione non è stata completata. Vuoto se è stata completata.",
};
