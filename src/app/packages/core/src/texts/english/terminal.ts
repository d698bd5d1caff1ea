import { countingIn } from '../counting.ts';
import { customObjectSetup, paymentSetup, paymentTrial } from './payment-setup.ts';
import { actions } from './actions.ts';
import { catchUp, syncList } from './catch-up.ts';
import { webhook, workflowAction } from './webhook.ts';

const { counted } = countingIn('en');

/** Texts of the setup in a terminal; the rest it shares with the app page. */
export const terminal = {
  about:
    "Checks what the app needs in Stripe and HubSpot, and creates its properties. It changes only the app's own properties.",
  commands: {
    check: 'Check everything without changing anything (default)',
    plan: 'List every change without applying it',
    apply: 'Apply the changes that the plan lists',
    adopt: 'Link the Stripe customers that another app stored in HubSpot',
    runLog: 'Keep a record of each catch-up and sync of a list in HubSpot, or stop that (on, off)',
    remove: "Archive the app's properties",
    help: 'Show the help of a command',
  },
  options: {
    json: 'Print JSON for scripts',
    keysFile: 'Read keys from this file instead of the two files below',
    lang: 'Language to use instead of LC_ALL, LC_MESSAGES or LANG',
    noColor: 'Print without colors (like the NO_COLOR variable)',
    yes: 'Apply without asking',
    confirm: 'Confirm without a prompt',
    help: 'Show this help',
  },
  headings: {
    usage: 'Usage:',
    commands: 'Commands:',
    options: 'Options:',
    globalOptions: 'Global options:',
    keys: 'Keys (environment first, then .env, then src/app/functions/.env):',
    exitCodes: 'Exit codes:',
    examples: 'Examples:',
  },
  placeholders: {
    file: '<file>',
    language: '<language>',
    word: '<word>',
    property: 'property',
    kind: 'kind',
  },
  choices: (names: string) => `One of: ${names}.`,
  keys: {
    token:
      "The app's access token, from its Auth tab under Development > Projects in HubSpot (or PRIVATE_APP_ACCESS_TOKEN)",
    stripeKey: 'A read-only restricted Stripe key; check and adopt need it',
    never: 'Keys are only sent to HubSpot and Stripe, and never printed.',
  },
  exitCodes: {
    done: 'Everything is set up, or the command finished',
    blocked: 'Setup is incomplete, a change failed, or you answered no',
    usage: 'Wrong usage, or no HubSpot access token',
    unreachable: "Stripe or HubSpot couldn't be reached: run it again",
  },
  wrongUsage: (detail: string) => `Invalid command: ${detail}`,
  seeHelp: 'See `npm run setup -- --help`.',
  unreadableFile: (file: string) => `The file ${file} couldn't be read.`,
  noToken:
    "No HubSpot access token found. Copy it from the app's Auth tab under Development > Projects in HubSpot into .env, as HUBSPOT_ACCESS_TOKEN.",
  readFrom: 'Read from',
  theEnvironment: 'the environment',
  thenKey:
    'Then set STRIPE_SECRET_KEY to the key here. For the app, run `npx hs secret update STRIPE_SECRET_KEY` (`npx hs secret add` the first time), then `npm run upload`.',
  /** How many properties have a status. */
  counts: {
    present: (count: number) => counted(count, { one: 'present', other: 'present' }),
    missing: (count: number) => counted(count, { one: 'missing', other: 'missing' }),
    archived: (count: number) => counted(count, { one: 'archived', other: 'archived' }),
    different: (count: number) => counted(count, { one: 'modified', other: 'modified' }),
    foreign: (count: number) =>
      counted(count, { one: 'in another group', other: 'in another group' }),
  },
  next: {
    permissions: 'Give the key the missing permissions in Stripe, then check again.',
    scopes: 'Reinstall the app with the command above, then check again.',
    foreign:
      'Ask the owners of the properties in another group whether these can be deleted for good, then check again.',
    plan: 'Run `npm run setup -- plan` to list the changes, then `npm run setup -- apply` to apply them.',
    apply: 'Run `npm run setup -- apply` to review the changes and apply them.',
    tryAgain: 'Run it again in a minute.',
  },
  plan: {
    title: (account: string) => `Plan for the HubSpot account ${account}`,
    unknownAccount: 'of this access token',
    dryRun: 'Nothing was changed.',
    notTouched: 'Left unchanged',
  },
  apply: {
    question: 'Apply these changes?',
    choice: '(y/N)',
    yes: 'y',
    declined: 'Nothing was changed.',
    cannotAsk:
      "This isn't an interactive terminal, so nothing was changed. Run it again with --yes.",
    doing: 'Applying changes',
    restored:
      'The restored properties have the values from before they were archived. To have current ones, run `npm run sync -- --deals all`, then the same with --contacts and --companies.',
  },
  remove: {
    title: (account: string) => `Remove properties from the HubSpot account ${account}`,
    back: 'HubSpot keeps archived properties for a limited time. `npm run setup -- apply` restores them with their values. Nothing changes in Stripe.',
    cannotAsk: (word: string) =>
      `This isn't an interactive terminal, so nothing was archived. Run it again with --confirm ${word}.`,
    noYes: (word: string) => `remove has no --yes. Confirm it with --confirm ${word}.`,
    stopped: 'Archived properties stay archived. Run it again to archive the rest.',
  },
  adopt: {
    argument:
      'The property of the other app, such as contact.stripe_id; without it, the ones found',
    badSource: 'Write it as contact.stripe_id, deal.stripe_id or company.stripe_id.',
    looking: 'Looking for properties with customer IDs...',
    reading: 'Reading records, customers and history...',
    none: 'No property of another app with Stripe customer IDs was found.',
    unread: (count: number) =>
      `${counted(count, { one: "text property wasn't", other: "text properties weren't" })} looked at. You can name one: \`npm run setup -- adopt contact.its_name\`.`,
    found: (total: number, ids: number, sampled: number) =>
      `${counted(total, { one: 'record', other: 'records' })}; ${String(ids)} of the newest ${String(sampled)} values are customer IDs`,
    choose: (source: string) =>
      `Run \`npm run setup -- adopt ${source}\` to see what would be linked. It changes nothing before you agree.`,
    notText: (property: string) =>
      `${property} isn't a text property of another app on these records.`,
    title: (source: string) => `Customers in ${source}`,
    adoptions: {
      'to-link': 'To link',
      linked: 'Linked already',
      'linked-to-other': 'Linked to another customer: left as it is',
      'on-two-records': 'On two records: neither is linked',
      'not-an-id': 'Not a customer ID',
      'unknown-customer': 'Unknown in Stripe',
      'wrong-mode': "Only in Stripe's other mode",
      removed: 'Unlinked before: not linked again',
    },
    more: (count: number) => `and ${String(count)} more (all of them with --json)`,
    later: (count: number) =>
      `${counted(count, { one: 'more record follows', other: 'more records follow' })} in the next run, after a catch-up.`,
    nothing: 'Nothing to link.',
    question: (count: number) =>
      `Link ${counted(count, { one: 'record', other: 'records' })}? Only stripe_customer_id is written.`,
    dryRun: 'Nothing was changed. Run it again with --yes to link them.',
    doing: (settled: number, all: number) => `Linking ${String(settled)} of ${String(all)}`,
    done: (count: number) => `${counted(count, { one: 'record', other: 'records' })} linked.`,
    skipped: (count: number) =>
      `${counted(count, { one: 'record has', other: 'records have' })} changed in the meantime and was left as it is.`,
    thenSync: 'Run `npm run catch-up` to sync them.',
    stopped: 'It stopped early. Run it again to go on: what is linked stays linked.',
  },
  customObject: customObjectSetup,
  paymentRecords: paymentSetup,
  paymentTrial,
  runLog: {
    isOn: 'The run log is on.',
    isOff: 'The run log is off.',
    willCreate: (plural: string) =>
      `Creates the custom object "${plural}" with these properties. It counts against your account's limit of custom objects, and each run is one record.`,
    willDelete: (plural: string) =>
      `Deletes the custom object "${plural}" with all its records for good. Figures and syncs stay as they are.`,
    howOn: 'Turn it on: `npm run setup -- run-log on`',
    turnedOn: 'The run log is on. The next catch-up or sync of a list writes its record.',
    turnedOff: (records: number) =>
      `The run log is off. ${counted(records, { one: 'record', other: 'records' })} deleted.`,
    scopes: (names: string) =>
      `The run log needs these optional scopes: ${names}. They are part of the app; reinstall it and grant them: npx hs project install-app --force.`,
  },
  webhook,
  workflowAction,
  actions,
  catchUp,
  syncList,
  errors: {
    'record-not-found': {
      message: "This record doesn't exist in HubSpot, or the token can't read it.",
      nextStep: 'Check the ID.',
    },
    'claims-unchecked': {
      message:
        "HubSpot's search couldn't be used: HubSpot limits requests now, or can't be reached.",
      nextStep: 'Run it again in a minute.',
    },
    'not-set-up': {
      message: "The Stripe properties don't exist in this HubSpot account yet.",
      nextStep: 'Create them: run `npm run setup -- apply`.',
    },
    'property-archived': {
      message: 'A Stripe property that the app needs is archived in HubSpot.',
      nextStep: 'Restore it: run `npm run setup -- apply`.',
    },
    'not-configured': {
      message: 'No Stripe key found.',
      nextStep: 'Set STRIPE_SECRET_KEY in the environment or in .env, then check again.',
    },
    'stripe-key-wrong-kind': {
      message: "STRIPE_SECRET_KEY isn't a secret or restricted key (sk_..., rk_...).",
      nextStep: 'Set it to a restricted key, then check again.',
    },
    'stripe-key-invalid': {
      message: "Stripe doesn't accept this key. It may have been revoked or rolled.",
      nextStep: 'Set STRIPE_SECRET_KEY to a valid key, then check again.',
    },
    'stripe-refused': {
      message: 'Stripe refused the request.',
      nextStep: 'Fix what Stripe reports, then run this again.',
    },
    'hubspot-unauthorized': {
      message: "HubSpot doesn't accept this access token.",
      nextStep:
        "Set HUBSPOT_ACCESS_TOKEN to the app's token, from its Auth tab under Development > Projects in HubSpot.",
    },
    'hubspot-permission': {
      message: 'The app is missing a HubSpot scope.',
      nextStep: 'Add the scope to the app, upload the project, then reinstall the app.',
    },
    'hubspot-unreachable': {
      message: "HubSpot couldn't be reached.",
      nextStep: 'Run it again in a minute.',
    },
    'hubspot-rate-limited': {
      message: 'HubSpot is limiting requests for this account.',
      nextStep: 'Run it again in a minute.',
    },
    'stripe-unreachable': {
      message: "Stripe couldn't be reached.",
      nextStep: 'Run it again in a minute.',
    },
    'hubspot-refused': {
      message: 'HubSpot refused the request.',
      nextStep: 'Fix what HubSpot reports, then run this again.',
    },
    timeout: {
      message: 'The run took too long.',
      nextStep: 'Run it again: finished changes are kept.',
    },
  },
};
