import { countingIn } from '../plural.ts';
import { setupProperties } from './setup-properties.ts';
import { setupStripe } from './setup-stripe.ts';

const { counted } = countingIn('en');

/** Texts of the setup, on the app page and in the terminal. */
export const setup = {
  title: 'Setup',
  intro:
    'What has to be right before the cards and properties show your payments. Nothing is changed until you say so.',
  checkedAt: (moment: string) => `Checked ${moment}`,
  checking: 'Checking Stripe and HubSpot',
  checkAgain: 'Check again',
  checkFailed: 'The setup could not be checked',
  checkFailedNote: 'What is shown below is what the last check found.',
  ready: 'Everything is ready: the cards show your payments.',
  blocked: (count: number) =>
    `${counted(count, { one: 'part', other: 'parts' })} to do before the figures can be written.`,
  attention: (count: number) =>
    `${counted(count, { one: 'part is', other: 'parts are' })} worth a look; the figures do not wait for it.`,
  unreadable: 'Could not be read',
  nextStep: (step: string) => `Next: ${step}`,
  parts: {
    stripeKey: 'Stripe key',
    stripeAccount: 'Stripe account',
    crm: 'HubSpot account',
    properties: 'Properties',
  },
  verdicts: { done: 'Done', attention: 'Have a look', blocked: 'To do' },
  modes: { live: 'Live mode', test: 'Test mode' },
  testModeNote: "The figures are those of Stripe's test mode: no real money.",
  wrongProfileTitle: 'The key is for the other mode',
  wrongProfile: (wanted: string, used: string) =>
    `This app was uploaded for ${wanted}, and its key is for ${used}. Run \`hs secret update STRIPE_SECRET_KEY\` with the right key, then upload again.`,
  ...setupStripe,
  crm: {
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
      `This version of the app asks for scopes that it was not granted when it was installed: ${names}.`,
    reinstall:
      'An app keeps the scopes of its installation. Open its page under Development > Projects in HubSpot and install it again; your data and the cards stay.',
    unknownScopes: (names: string) => `HubSpot does not tell whether these are granted: ${names}.`,
    plansTitle: 'What depends on your HubSpot plan',
    functions:
      'This page, the cards and "Sync now" use app functions (Enterprise subscription, or a developer test account). They answer, so they work here.',
    endpoints:
      'Endpoints (Content Hub Enterprise), for updates that come by themselves, are not used by this version. Without them everything on the cards and this page works.',
    otherModeTitle: (mode: string) => `Records hold figures of ${mode}`,
    otherMode: (records: string) =>
      `${records}. A sync with the present key replaces these figures. Ids of that mode that are linked on them are not found: test and live never mix.`,
    counts: {
      deal: (count: number) => counted(count, { one: 'deal', other: 'deals' }),
      contact: (count: number) => counted(count, { one: 'contact', other: 'contacts' }),
      company: (count: number) => counted(count, { one: 'company', other: 'companies' }),
    },
  },
  ...setupProperties,
  tryIt: {
    title: 'Try it',
    intro: 'Pick a record and see what a sync would write on it. Nothing is written.',
    objectTypes: { deal: 'Deals', contact: 'Contacts', company: 'Companies' },
    objectType: 'Kind of record',
    search: 'Search by name',
    pick: 'See what a sync would write',
    unnamed: (id: string) => `Without a name (${id})`,
    none: 'No record has that name.',
    noneYet: 'There are no records of this kind yet.',
    searching: 'Searching',
    searchFailed: 'The records could not be searched',
    searchFailedStep: 'Search again, or reload the page.',
    reading: 'Reading its payments from Stripe',
    failed: 'The sync would not work',
    wouldChange: (count: number, name: string) =>
      `A sync of ${name} would write ${counted(count, { one: 'value', other: 'values' })}`,
    wouldNotChange: (name: string) => `A sync of ${name} would change nothing`,
    property: 'Property',
    now: 'Now',
    then: 'After the sync',
    open: 'Open the record',
    notCreated: 'The properties do not exist yet: these values are written once they do.',
  },
};

export type SetupWords = typeof setup;
