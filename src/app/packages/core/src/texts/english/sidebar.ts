/** Texts of the sidebar, which shows what the last sync saved. */
export const sidebar = {
  loading: 'Reading the saved figures',
  neverTitle: 'Never synced',
  never: 'Nothing was saved on this record yet. Press "Sync now" to read Stripe.',
  noPaymentsTitle: 'No payments',
  noPayments:
    'The last sync found nothing that belongs to this record. The payments card can link a customer.',
  availableOn: 'Money available on',
  availableNow: 'All of it is available',
  notKnownYet: 'Not known yet',
  notSynced: (reason: string) => `The last sync did not finish: ${reason}`,
  disputed: (amount: string) => `${amount} is disputed or was lost`,
  isDisputed: 'A payment is disputed',
  failed: (reason: string) => `The latest attempt failed: ${reason}`,
  pastDue: (amount: string) => `${amount} is due, in part since before today`,
  isPastDue: 'An invoice is past due',
  feesPending: 'Fees are pending, so net is not final',
};
