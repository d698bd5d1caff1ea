import { countingIn } from '../counting.ts';
import { runLog as object } from './run-log.ts';
import { steps } from './runs.ts';

const { counted, digits } = countingIn('en');

const records = { one: 'record', other: 'records' };
const events = { one: 'event', other: 'events' };

const catchUp = {
  ...steps,
  title: 'Catch up',
  intro:
    'Syncs every record touched by an event in Stripe or a change in HubSpot, and retries records with a failed sync, and after an hour those with pending fees. A record that was synced since is left alone.',
  lookBack: 'Look back',
  ranges: { day: '24 hours', week: '7 days', month: '30 days' },
  rangeOf: (moment: string) => `The last catch-up that finished began on ${moment}.`,
  rangeUnknown:
    'No finished catch-up is known, so the longest is selected. The run log keeps when each finished.',
  start: 'Catch up now',
  again: 'Start again',
  running: 'Catching up',
  keepOpen: 'Keep this page open. Stopping or a second window does no harm.',
  read: (count: number) => `${counted(count, events)} read`,
  stoppedTitle: 'Catch-up stopped',
  stopped:
    'What was synced is saved. Continue here, or start again later: nothing is synced twice.',
  brokeOff: "The catch-up didn't finish",
  done: (moment: string) => `Caught up with what Stripe reported since ${moment}`,
  doneExcept: (count: number) => `Caught up, except for ${counted(count, records)}`,
  nothing: 'No record was left to sync.',
  retried: 'The next catch-up tries these records again.',
  gap: 'Stripe keeps events for 30 days, so older changes are not found. For those, run `npm run sync -- --deals linked`, or sync the records one by one.',
};

/** What differs from a catch-up. */
const syncList = {
  title: 'Sync a list',
  intro: 'Syncs many records, for example after the installation.',
  object: 'Object',
  which: 'Records',
  choices: {
    linked: 'With a linked customer or assigned payment',
    all: 'All',
    list: 'In a HubSpot list',
  },
  listId: 'List ID',
  listHint:
    "The number at the end of the list's URL. The app needs the optional scope crm.lists.read.",
  list: 'List',
  noLists: 'HubSpot has no list of these records.',
  pipeline: 'Pipeline ID (optional)',
  stage: 'Stage ID (optional)',
  pipelineOf: 'Deal pipeline',
  stageOf: 'Deal stage',
  anyPipeline: 'All pipelines',
  anyStage: 'All stages',
  stageHint: 'In HubSpot under Settings > Objects > Deals > Pipelines.',
  skip: 'Skip records synced in the last',
  skips: { none: "Don't skip", hour: 'Hour', day: '24 hours' },
  start: 'Sync list',
  running: 'Syncing the list',
  stoppedTitle: 'Sync of the list stopped',
  stopped:
    'What was synced is saved. Continue here. After the page was closed, start again and skip records synced in the last hour.',
  brokeOff: "The list wasn't synced to the end",
  done: () => 'List synced',
  doneExcept: (count: number) => `List synced, except for ${counted(count, records)}`,
  nothing: 'No record is in this list, or all were skipped.',
  retried: 'Correct the reason, then sync the list again.',
};

const webhook = {
  title: 'Automatic updates',
  on: 'The webhook is part of this upload.',
  off: "The webhook isn't part of this upload, so records are kept current by catch-ups only.",
  howTo: 'Switch on the webhook',
  plan: 'It needs Content Hub Enterprise. Without it, run `npm run catch-up` on a schedule.',
  step: (command: string) => `Run \`${command}\`.`,
  paste:
    'With a read-only key, run the last one with `url` instead of `register`, and paste into Stripe the URL that it prints and these events:',
  keep: 'Keep a scheduled catch-up as well: it finds what the webhook missed.',
  none: 'Stripe has no endpoint for this app.',
  otherSecret: "Stripe's endpoint has a URL of another key: replace it with the present one.",
  disabled: 'The endpoint is disabled in Stripe. Enable it there.',
  complete: 'Stripe sends all needed events.',
  missing: (count: number) =>
    `${counted(count, { one: 'event type is', other: 'event types are' })} missing on the endpoint. Add in Stripe:`,
  extra: (names: string) => `The endpoint also gets events that the app doesn't need: ${names}.`,
  otherVersion: (version: string) =>
    `The endpoint uses API version ${version}. That's fine: the app takes only IDs from events.`,
  correct: (command: string) => `To correct it, run \`${command}\`.`,
  unreadable:
    "The endpoint in Stripe couldn't be compared: it needs read access to Webhook Endpoints, which is optional. Compare the events by hand.",
};

const workflowAction = {
  title: 'Workflow action',
  on: 'The action "Sync Stripe payments" is part of this upload.',
  off: "The action isn't part of this upload. Everything else works without it.",
  howTo: 'Add the workflow action',
  plan: 'It needs Content Hub Enterprise, with the domain of your HubSpot website.',
};

const runLog = {
  title: 'Run log',
  doors: object.doors,
  off: 'Off: when a catch-up ran last, and how many reads the runs use, is kept nowhere.',
  howTo: (command: string, scopes: string) =>
    `To keep a record of each run in HubSpot, run \`${command}\`. It creates a custom object, and needs the optional scopes ${scopes}.`,
  unreadable: "The run log couldn't be read.",
  last: 'Last catch-up',
  noCatchUp: 'None logged yet',
  result: 'Records',
  resultOf: (lookedAt: number, changed: number) =>
    `${counted(lookedAt, records)} looked at, ${digits(changed)} changed`,
  notFinished: "It hasn't finished, or was stopped.",
  failures: 'Failures by reason',
  noFailures: 'None',
  reads: 'Stripe reads this month',
  readsOf: (reads: number, runs: number, isAll: boolean) =>
    `${isAll ? '' : 'At least '}${digits(reads)} of 10,000, in ${counted(runs, { one: 'logged run', other: 'logged runs' })}`,
  readsNote:
    'Counted since the first of the month (UTC), in logged runs only: cards that are opened, single syncs, webhook and workflows are not in it, nor is a step whose response was lost.',
};

export const health = {
  title: 'Health',
  intro: 'See whether records are current, which ones need attention, and catch up.',
  checking: 'Checking records and events',
  checkFailed: "Health couldn't be checked",
  notSetUpTitle: 'Nothing to show yet',
  notSetUp: 'Create the properties under Setup, then sync a record.',
  freshness: 'Freshness',
  newestEvent: 'Newest event in Stripe',
  noEvent: 'None in the last 30 days',
  newestSync: 'Newest sync of a record',
  oldestSync: 'Oldest sync of a record',
  none: 'None yet',
  lag: 'Events since the newest sync',
  noLag: 'None. Other records may still miss earlier events: catch up to be sure.',
  /** `atLeast`: there are more than are looked at. */
  lagOf: (count: number, isAtLeast: boolean, age: string) =>
    `${isAtLeast ? 'At least ' : ''}${counted(count, events)}, the oldest ${age}`,
  lagOfAll: (count: number, isAtLeast: boolean) =>
    `${isAtLeast ? 'At least ' : ''}${counted(count, events)}, and no record was synced yet`,
  oldestNote: 'A record keeps its date while nothing changes, so an old date alone is no problem.',
  fine: 'No failed syncs, no pending fees, and no event since the newest sync.',
  records: 'Records',
  object: 'Object',
  synced: 'Synced',
  failed: 'Last sync failed',
  pending: 'Fees pending',
  uncounted: "Couldn't be counted",
  partial: (names: string) => `These counts couldn't be read: ${names}`,
  failures: 'Failed syncs by reason',
  readingFailures: 'Finding the records',
  deletedPayments: 'Payment records deleted in HubSpot',
  deletedPaymentsOf: (count: number, isAll: boolean) =>
    `${isAll ? '' : 'At least '}${digits(count)}. Syncs don't make them again; figures still count these payments. To have them again, restore them in HubSpot within 90 days.`,
  noneVisible: "You don't have access to these records, or HubSpot's search is still catching up.",
  runLog,
  readsNote:
    "Stripe allots 500 reads for each payment in 30 days, at least 10,000, and doesn't tell an app how many are used. A catch-up takes about one read for 100 events and about six for each record.",
  catchUp,
  syncList,
  webhook,
  workflowAction,
};
