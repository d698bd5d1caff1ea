import type { workflow as english } from '../english/workflow.ts';

export const workflow: typeof english = {
  actionName: 'Sincronizza i pagamenti Stripe',
  actionDescription:
    'Legge in Stripe i pagamenti di questo record e salva gli importi attuali, come "Sincronizza ora".',
  actionCardContent: 'Sincronizza i pagamenti Stripe',
  result: 'Esito della sincronizzazione',
  reason: 'Motivo senza nuovi importi',
  results: { synced: 'Sincronizzato', unfinished: 'Non terminato', failed: 'Non riuscito' },
  unfinished:
    "Questo record richiede più tempo di quello concesso a un'azione del workflow. Gli importi restano com'erano; lo sincronizza un recupero successivo.",
  wrongType: 'Si possono sincronizzare solo trattative, contatti e aziende.',
};
