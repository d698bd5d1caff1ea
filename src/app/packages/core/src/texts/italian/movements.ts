import type { movements as english } from '../english/movements.ts';

export const movements: typeof english = {
  lines: {
    new: 'Nuovi ricavi: {amount} al mese',
    expansion: 'Aumento di {amount} al mese',
    contraction: 'Riduzione di {amount} al mese',
    churn: 'Abbandono: {amount} al mese',
    reactivation: 'Riattivazione: {amount} al mese',
  },
  day: 'il {day}',
  quoted: (comment: string) => `«${comment}»`,
  reasons: {
    cancellation_requested: 'Annullamento richiesto',
    payment_failed: 'Pagamento non riuscito',
    payment_disputed: 'Pagamento contestato',
    canceled_by_retention_policy: 'Annullato per la policy di conservazione',
  },
  feedback: {
    customer_service: 'Assistenza clienti inferiore alle aspettative',
    low_quality: 'Qualità inferiore alle aspettative',
    missing_features: 'Mancano funzionalità',
    other: 'Altro motivo',
    switched_service: 'Passaggio a un altro servizio',
    too_complex: 'Troppo complesso',
    too_expensive: 'Troppo costoso',
    unused: 'Usato troppo poco',
  },
};
