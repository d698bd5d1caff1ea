/** The workflow action, in HubSpot's editor and in a workflow's history. */
export const workflow = {
  actionName: 'Sync Stripe payments',
  actionDescription:
    "Reads this record's payments in Stripe and saves the current figures, as 'Sync now' does.",
  actionCardContent: 'Sync Stripe payments',
  result: 'Sync result',
  reason: 'Reason without new figures',
  results: { synced: 'Synced', unfinished: 'Not finished', failed: 'Failed' },
  unfinished:
    'This record needs more time than a workflow action has. Its figures are as they were; a later catch-up syncs it.',
  wrongType: 'Only deals, contacts and companies can be synced.',
};
