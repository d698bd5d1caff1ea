import type * as english from '../english/admin-errors.ts';

export const adminSteps: typeof english.adminSteps = {
  'not-configured': 'Esegui `npx hs secret add STRIPE_SECRET_KEY` e poi `npm run upload`.',
  'stripe-key-wrong-kind':
    'Crea una chiave con limitazioni in Stripe, esegui `npx hs secret update STRIPE_SECRET_KEY` e poi `npm run upload`.',
  'stripe-key-invalid':
    'Esegui `npx hs secret update STRIPE_SECRET_KEY` con una chiave valida e poi `npm run upload`.',
  'stripe-permission': 'Modifica la chiave in Stripe e sincronizza di nuovo.',
  'stripe-write-permission':
    "Per salvarlo anche in Stripe, concedi alla chiave l'accesso in scrittura e assegnalo di nuovo.",
  'stripe-refused': 'Correggi ciò che Stripe segnala e riprova.',
  'hubspot-unauthorized': "Esegui `npm run upload` o reinstalla l'app.",
  'hubspot-permission': "Aggiungi l'ambito all'app, esegui `npm run upload` e reinstalla l'app.",
  'hubspot-refused': 'Correggi ciò che HubSpot segnala e riprova.',
  'not-set-up': 'Creale in Configurazione.',
  'property-archived': 'Ripristinala in Configurazione.',
};

export const editKey = 'Modifica la chiave in Stripe';
