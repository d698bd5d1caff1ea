import { countingIn } from '../counting.ts';

const { counted, digits, plural } = countingIn('en');

const records = { one: 'record', other: 'records' };

/** What every run over many records says: a catch-up, a list, and records selected in HubSpot. */
export const steps = {
  stop: 'Stop',
  stopping: 'Stopping after this step',
  goOn: 'Continue',
  synced: (count: number) => `${counted(count, records)} synced`,
  changed: (count: number) => `${digits(count)} with new figures`,
  failed: (count: number) => `${digits(count)} failed`,
  waiting: (count: number) => `${digits(count)} waiting`,
  lost: (count: number) =>
    plural(count, {
      one: 'One response was lost. Its step was repeated, and what it synced may not be counted here.',
      other: `${digits(count)} responses were lost. Their steps were repeated, and what they synced may not be counted here.`,
    }),
  notLogged: "This run couldn't be written to the run log. What it synced is saved.",
  more: (count: number) => `and ${counted(count, { one: 'more', other: 'more' })}`,
  record: {
    deal: (id: string) => `Deal ${id}`,
    contact: (id: string) => `Contact ${id}`,
    company: (id: string) => `Company ${id}`,
  },
};

/** Of the bulk action on selected records. */
export const bulk = {
  ...steps,
  selected: (count: number) => `${counted(count, records)} selected`,
  intro:
    'Reads each record\'s payments from Stripe and saves them, as "Sync now" does on its card.',
  start: (count: number) => `Sync ${counted(count, records)}`,
  none: 'No records selected',
  noneHint: 'Close this panel and select records in the list. Then start this action again.',
  otherType: 'Payments can be synced on deals, contacts and companies only.',
  tooMany: (limit: number) => `You can sync ${digits(limit)} records at a time`,
  tooManyHint:
    'Select fewer records. To sync more, ask your HubSpot admin to use "Sync a list" under Health on the app\'s page.',
  openApp: 'Open app page',
  progress: 'Progress',
  progressOf: (done: number, all: number) => `${digits(done)} of ${counted(all, records)}`,
  running: 'Syncing records',
  keepOpen: 'Keep this panel open until the sync is done.',
  stoppedTitle: 'Sync stopped',
  stopped: 'What was synced is saved. Continue here, or sync the records again later.',
  brokeOff: "The sync didn't finish",
  done: () => 'Records synced',
  doneExcept: (count: number) => `Records synced, except for ${digits(count)}`,
  nothing: 'None of these records was found in HubSpot.',
  missing: (count: number) =>
    `${counted(count, records)} couldn't be found in HubSpot: deleted or merged, for example.`,
  retried: 'Correct the reason, then sync these records again.',
  reload: 'Reload the list to see the new figures.',
};
