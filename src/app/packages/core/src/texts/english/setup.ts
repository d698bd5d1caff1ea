import { countingIn } from '../counting.ts';
import { setupActions } from './actions.ts';
import { setupStripe } from './setup-stripe.ts';

const { counted, digits, plural } = countingIn('en');

const objectTypes = { deal: 'Deals', contact: 'Contacts', company: 'Companies' };

const crm = {
  portal: 'Account',
  accountTypes: {
    STANDARD: 'Standard account',
    DEVELOPER_TEST: 'Developer test account',
    SANDBOX: 'Sandbox account',
    APP_DEVELOPER: 'App developer account',
  },
  timeZone: 'Time zone',
  currencies: 'Currencies',
  scopes: 'Scopes granted',
  scopesOf: (granted: number, all: number) => `${String(granted)} of ${String(all)}`,
  missingScopesTitle: 'Scopes are missing',
  missingScopes: (names: string) =>
    `This version of the app needs scopes that weren't granted when it was installed: ${names}.`,
  reinstall: (account: string) =>
    `In the project's folder, run \`npx hs project install-app --account ${account} --force\`; \`npx hs project app-install-status\` shows whether the scopes are up to date. HubSpot can take a few minutes. Your data and cards are kept.`,
  unknownScopes: (names: string) => `HubSpot doesn't say whether these are granted: ${names}.`,
  plansTitle: 'HubSpot plan requirements',
  functions:
    'This page, the cards and "Sync now" use app functions, which need an Enterprise subscription or a developer test account. They work in this account.',
  endpoints:
    'Automatic updates need endpoints (Content Hub Enterprise). The cards and this page work without them.',
  otherModeTitle: (mode: string) => `Some records hold figures from ${mode}`,
  otherMode: (records: string) =>
    `${records}. A sync with the current key replaces these figures. Linked IDs from the other mode aren't found.`,
  counts: {
    deal: (count: number) => counted(count, { one: 'deal', other: 'deals' }),
    contact: (count: number) => counted(count, { one: 'contact', other: 'contacts' }),
    company: (count: number) => counted(count, { one: 'company', other: 'companies' }),
  },
};

const properties = (group: string) => ({
  objectTypes,
  objectType: 'Object',
  intro: `The app adds properties in the group "${group}". It changes nothing else.`,
  statuses: {
    present: 'Present',
    missing: 'Missing',
    archived: 'Archived',
    different: 'Modified',
    foreign: 'In another group',
  },
  property: 'Property',
  state: 'Status',
  would: 'Planned changes',
  actions: { create: 'Create', restore: 'Restore', change: 'Reset' },
  restoreNote: 'Restore with the values saved on records, which are old until each is synced',
  differences: {
    label: (from: string, to: string) => `Label "${from}" becomes "${to}"`,
    description: 'Description reset to default',
    type: (from: string, to: string) => `Type ${from} becomes ${to}`,
    currency: (from: string, to: string) => `Currency property "${from}" becomes "${to}"`,
    optionsMissing: (names: string) => `Options added: ${names}`,
    optionRelabelled: (from: string, to: string) => `Option "${from}" becomes "${to}"`,
    none: 'none',
  },
  foreignUsable: (group: string) =>
    `Created outside this app, in the group "${group}". The app uses it and doesn't change it.`,
  foreignUnusable: (foreign: string) =>
    `Created outside this app, in the group "${foreign}", with a type or options the app can't write. The app doesn't change it. Ask its owner whether it can be deleted for good, then check again.`,
  nothingToDo: 'All properties are set up. No changes needed.',
  dryRun: (steps: number) =>
    `${counted(steps, { one: 'change', other: 'changes' })} to review. Nothing is written until you apply.`,
  toDo: {
    create: (count: number) => `${String(count)} to create`,
    restore: (count: number) => `${String(count)} to restore`,
    change: (count: number) => `${String(count)} to reset`,
  },
  unusable: (count: number) => `${String(count)} the app can't write`,
  allPresent: (count: number) => `All ${String(count)} present`,
  apply: (steps: number) => `Apply ${counted(steps, { one: 'change', other: 'changes' })}`,
  applying: (done: number, all: number) => `${String(done)} of ${String(all)} applied`,
  applied: (count: number) =>
    plural(count, {
      one: `${digits(count)} property is set up`,
      other: `${digits(count)} properties are set up`,
    }),
  stopped: "Some changes weren't applied",
  stoppedNote: 'Applied changes are kept. Apply again to finish the rest.',
  failedTitle: (count: number) =>
    `HubSpot rejected ${counted(count, { one: 'property', other: 'properties' })}`,
  optionsStay: 'Options you added are kept.',
  more: (count: number) => `and ${counted(count, { one: 'more', other: 'more' })}`,
});

const removal = {
  title: 'Remove properties',
  hides: (records: string) =>
    `This archives the app's properties and hides the figures on ${records}.`,
  hidesUnknown: "This archives the app's properties and hides the figures on all records.",
  hidesNothing: "This archives the app's properties. No record has figures yet.",
  alsoLost:
    'It also hides linked customers and assigned payments. Lists, workflows and reports that use these properties stop working.',
  back: 'HubSpot keeps archived properties for a limited time. "Restore" on this page brings them back with their values. Nothing changes in Stripe.',
  confirm: (word: string) => `Type ${word} to confirm`,
  command:
    "To remove them, run `npm run setup -- remove` in the project's folder. It asks for a confirmation.",
  running: 'Archiving properties',
  done: (count: number) => `${counted(count, { one: 'property', other: 'properties' })} archived`,
  nothing: "Nothing to remove: this account doesn't have any of the app's properties.",
  kept: (count: number) =>
    `HubSpot kept ${counted(count, { one: 'property', other: 'properties' })}`,
};

const tryIt = {
  title: 'Preview a sync',
  intro: 'Pick a record to see what a sync would write. Nothing is saved.',
  objectTypes,
  objectType: 'Object',
  search: 'Search by name',
  pick: 'Preview sync',
  unnamed: (id: string) => `No name (${id})`,
  none: 'No records match your search.',
  noneYet: 'There are no records of this type yet.',
  searching: 'Searching records',
  searchFailed: "The records couldn't be searched",
  searchFailedStep: 'Search again, or reload the page.',
  reading: 'Reading payments from Stripe',
  covered: (covered: number, total: number) =>
    `${digits(covered)} of ${counted(total, { one: 'contact', other: 'contacts' })} included`,
  failed: 'A sync would fail',
  wouldChange: (count: number, name: string) =>
    `A sync of ${name} would write ${counted(count, { one: 'value', other: 'values' })}`,
  wouldNotChange: (name: string) => `A sync of ${name} would change nothing`,
  property: 'Property',
  now: 'Now',
  then: 'After sync',
  open: 'Open record',
  notCreated: "These properties don't exist yet. The values are written once you create them.",
};

const paymentRecords = {
  title: 'Payment records',
  statuses: { on: 'On', off: 'Off', incomplete: 'Incomplete' },
  howOn: (command: string) => `Optional. For a record of each payment, run \`${command}\`.`,
  scopes: (names: string) => `Scopes needed: ${names}.`,
  incomplete: (missing: number, command: string) =>
    `Missing properties and associations: ${digits(missing)}. To add them, run \`${command}\`.`,
  count: (records: number) =>
    `${counted(records, { one: 'payment has', other: 'payments have' })} a record.`,
  recordLimit: ({ usage, limit }: { readonly usage: number; readonly limit: number }) =>
    `Records of custom objects: ${digits(usage)} of ${digits(limit)} used.`,
  inPayments: 'Kept in HubSpot Payments.',
  unused: (records: number, command: string) =>
    `${counted(records, { one: 'payment also has', other: 'payments also have' })} an older record in the other place. To delete them, run \`${command}\`.`,
};

/** Texts of the setup, on the app page and in the terminal. */
export const setup = (group: string) => ({
  title: 'Setup',
  intro:
    'Check what the app needs before payments show on your records. Nothing changes until you apply.',
  checkedAt: (moment: string) => `Checked ${moment}`,
  checking: 'Checking Stripe and HubSpot',
  checkAgain: 'Check again',
  checkFailed: "The setup couldn't be checked",
  checkFailedNote: 'Showing the results of the last check.',
  ready: 'Setup is complete. Cards show your payments.',
  blocked: (count: number) =>
    `${counted(count, { one: 'step', other: 'steps' })} left before payments can sync.`,
  toReview: (count: number) => `${counted(count, { one: 'item', other: 'items' })} to review.`,
  attention: (count: number) =>
    `${counted(count, { one: 'item', other: 'items' })} to review. You can sync in the meantime.`,
  restrictedTitle: 'Stripe has restricted this account',
  restricted:
    'Records keep showing past payments. New payments or payouts need the account to be open again.',
  readOnly:
    "You can look at everything here. Changes need HubSpot's permission to manage integrations: ask a super admin.",
  cards: {
    title: 'Now add the cards to your records',
    open: 'Open a deal and select Customize record. You need permission to customize record pages.',
    add: (card: string, sidebar: string) =>
      `Add the card ${card} to a tab and ${sidebar} to the sidebar, then save.`,
    others: 'Do the same on a contact and on a company.',
    acting: (card: string) => `On deals and contacts, add the card ${card} too.`,
    link: 'Link a customer under Match payments. Saving also syncs the record.',
  },
  unreadable: "Couldn't be read",
  nextStep: (step: string) => `Next: ${step}`,
  parts: {
    stripeKey: 'Stripe key',
    stripeAccount: 'Stripe account',
    crm: 'HubSpot account',
    properties: 'Properties',
  },
  verdicts: { done: 'Done', attention: 'Review', blocked: 'To do' },
  modes: { live: 'Live mode', test: 'Test mode' },
  testModeNote: "Figures are from Stripe's test mode, not real money.",
  wrongProfileTitle: 'The Stripe key is for the other mode',
  wrongProfile: (wanted: string, used: string) =>
    `This app was uploaded for ${wanted}, but its key is for ${used}. Run \`npx hs secret update STRIPE_SECRET_KEY\` with the right key, then \`npm run upload\`.`,
  ...setupStripe,
  crm,
  properties: properties(group),
  paymentRecords,
  actions: setupActions,
  removal,
  tryIt,
});
