/** Of the custom object that keeps a record of each run. */
export const runLog = {
  object: { singular: 'Stripe sync run', plural: 'Stripe sync runs' },
  description: 'Catch-ups and syncs of lists by the app Stripe payments, one record each.',
  doors: {
    catch_up_page: 'Catch-up, app page',
    catch_up_terminal: 'Catch-up, terminal',
    list_page: 'List or selected records, HubSpot',
    list_terminal: 'List, terminal',
  },
  states: { finished: 'Finished', goes_on: 'Not finished' },
  properties: {
    run_id: 'Run ID',
    door: 'Started by',
    state: 'State',
    started_at: 'Start',
    ended_at: 'End',
    records_looked_at: 'Records looked at',
    records_changed: 'Records changed',
    records_failed: 'Records failed',
    failures_by_reason: 'Failures by reason',
    stripe_reads: 'Stripe reads',
    since: 'Changes since',
    covered_since: 'No gap since',
    selection: 'Selection',
  },
};
