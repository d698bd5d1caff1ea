import type { runLog as english } from '../english/run-log.ts';

export const runLog: typeof english = {
  object: { singular: 'Sincronizzazione Stripe', plural: 'Sincronizzazioni Stripe' },
  description:
    "Recuperi e sincronizzazioni di elenchi dell'app Stripe payments, un record ciascuno.",
  doors: {
    catch_up_page: "Recupero, pagina dell'app",
    catch_up_terminal: 'Recupero, terminale',
    list_page: 'Elenco o record selezionati, HubSpot',
    list_terminal: 'Elenco, terminale',
  },
  states: { finished: 'Terminata', goes_on: 'Non terminata' },
  properties: {
    run_id: 'ID esecuzione',
    door: 'Avviata da',
    state: 'Stato',
    started_at: 'Inizio',
    ended_at: 'Fine',
    records_looked_at: 'Record esaminati',
    records_changed: 'Record modificati',
    records_failed: 'Record non riusciti',
    failures_by_reason: 'Errori per motivo',
    stripe_reads: 'Letture Stripe',
    since: 'Modifiche da',
    covered_since: 'Senza interruzioni dal',
    selection: 'Selezione',
  },
};
