import type { requestFieldErrors as english } from '../english/request-field-errors.ts';

/** Of what a field of a request may not hold. */
export const requestFieldErrors: typeof english = {
  'amount-invalid': {
    message: 'Questo importo non esiste nella valuta.',
    nextStep: 'Inserisci un importo maggiore di zero, senza più decimali di quelli della valuta.',
  },
  'amount-too-precise': {
    message: 'Stripe non accetta un importo così preciso in questa valuta.',
    nextStep:
      'Fallo terminare con 0 se la valuta ha tre decimali (12,340), e con ,00 in ISK e UGX.',
  },
  'amount-too-small': {
    message: "L'importo è inferiore al minimo che Stripe accetta in questa valuta.",
    nextStep: 'Inserisci un importo maggiore.',
  },
  'amount-too-large': {
    message: "L'importo supera quanto Stripe accetta in un pagamento.",
    nextStep: 'Richiedilo in più parti.',
  },
  'description-too-long': {
    message: 'La descrizione supera i 200 caratteri.',
    nextStep: 'Accorcia la descrizione.',
  },
  'memo-too-long': {
    message: 'La nota supera i 500 caratteri.',
    nextStep: 'Accorcia la nota.',
  },
  'po-number-too-long': {
    message: "Il numero d'ordine supera i 140 caratteri.",
    nextStep: "Accorcia il numero d'ordine.",
  },
  'days-invalid': {
    message: 'Una fattura scade tra 0 e 365 giorni.',
    nextStep: 'Cambia i giorni alla scadenza.',
  },
  'trial-invalid': {
    message: 'Una prova gratuita dura da 1 a 730 giorni.',
    nextStep: 'Cambia i giorni di prova o lascia vuoto il campo.',
  },
  'percent-invalid': {
    message: 'Un acconto è superiore a 0 e non supera il 100 per cento.',
    nextStep: 'Cambia la percentuale.',
  },
  'currency-unknown': {
    message: 'Stripe non accetta pagamenti in questa valuta.',
    nextStep: "Inserisci il codice di un'altra valuta, come EUR.",
  },
  'start-past': {
    message: 'La data di inizio è passata.',
    nextStep: 'Seleziona un giorno successivo oppure inizia subito.',
  },
  'start-too-far': {
    message: 'Stripe accetta un inizio entro due anni da oggi, prova inclusa.',
    nextStep: 'Seleziona un giorno più vicino o una prova più breve.',
  },
  'interval-invalid': {
    message: 'Stripe fattura almeno ogni tre anni.',
    nextStep: 'Seleziona un intervallo più breve.',
  },
};
