import { countingIn } from '../plural.ts';

const { counted } = countingIn('en');

/** Texts of the setup in a terminal; the rest it shares with the app page. */
export const terminal = {
  about:
    "Looks at what the app needs in Stripe and HubSpot, creates its properties, and changes nothing of anybody else's.",
  commands: {
    check: 'Look at everything; nothing is changed (default)',
    plan: 'List every creation and change; nothing is changed',
    apply: 'Create and change what the plan lists',
    remove: "Archive the app's properties",
    help: 'Show the help of a command',
  },
  options: {
    json: 'Print JSON for scripts',
    keysFile: 'Read keys from this file instead of the two below',
    lang: 'Language, instead of that of LC_ALL, LC_MESSAGES or LANG',
    noColor: 'No colours (so does the variable NO_COLOR)',
    yes: 'Do not ask first',
    confirm: 'Confirm without being asked',
    help: 'Show this help',
  },
  headings: {
    usage: 'Usage:',
    commands: 'Commands:',
    options: 'Options:',
    globalOptions: 'Options of every command:',
    keys: 'Keys, from the environment, then from .env, then from src/app/functions/.env:',
    exitCodes: 'Exit codes:',
    examples: 'Examples:',
  },
  placeholders: { file: '<file>', language: '<language>', word: '<word>' },
  choices: (names: string) => `One of: ${names}.`,
  keys: {
    token:
      "The app's access token, from the Auth tab of its page under Development > Projects in HubSpot (or PRIVATE_APP_ACCESS_TOKEN)",
    stripeKey: 'A restricted key of Stripe that only reads; only the check needs it',
    never: 'Keys are sent to HubSpot and Stripe only, and never printed.',
  },
  exitCodes: {
    done: 'Everything is right, or done',
    blocked: 'Something is in the way, a step failed, or you said no',
    usage: 'Wrong usage, or no access token for HubSpot',
    unreachable: 'A service could not be reached: run it again',
  },
  wrongUsage: (detail: string) => `That was not understood: ${detail}`,
  seeHelp: 'See `npm run setup -- --help`.',
  unreadableFile: (file: string) => `The file ${file} could not be read.`,
  noToken: 'No access token for HubSpot was found.',
  readFrom: 'Read from',
  theEnvironment: 'the environment',
  thenKey:
    'Then put the key into STRIPE_SECRET_KEY here and, for the app, run `hs secret update STRIPE_SECRET_KEY` with it (`hs secret add` the first time) and upload again.',
  /** How many properties stand how. */
  counts: {
    present: (count: number) => counted(count, { one: 'present', other: 'present' }),
    missing: (count: number) => counted(count, { one: 'missing', other: 'missing' }),
    archived: (count: number) => counted(count, { one: 'archived', other: 'archived' }),
    different: (count: number) =>
      counted(count, { one: 'changed by somebody', other: 'changed by somebody' }),
    foreign: (count: number) =>
      counted(count, { one: 'in another group', other: 'in another group' }),
  },
  next: {
    permissions: 'Give the key the missing permissions, then check again.',
    scopes: 'Install the app again, then check again.',
    foreign: 'See to the properties in another group, then check again.',
    plan: '`npm run setup -- plan` lists what would be put back, `npm run setup -- apply` does it.',
    apply: '`npm run setup -- apply` creates and mends the properties, after showing what it does.',
    tryAgain: 'Run it again in a minute.',
  },
  plan: {
    title: (account: string) => `Plan for the HubSpot account ${account}`,
    unknownAccount: 'of this token',
    dryRun: 'Nothing was changed.',
    notTouched: 'Not touched',
  },
  apply: {
    question: 'Do this?',
    choice: '(y/N)',
    yes: 'y',
    declined: 'Nothing was changed.',
    cannotAsk: 'There is no terminal to ask on, so nothing was changed. Run it with --yes.',
    doing: 'Creating and changing',
  },
  remove: {
    title: (account: string) => `Remove the properties from the HubSpot account ${account}`,
    back: 'HubSpot keeps archived properties for a time: `npm run setup -- apply` brings them back with their values. Nothing in Stripe is touched.',
    cannotAsk: (word: string) =>
      `There is no terminal to ask on, so nothing was archived. Run it with --confirm ${word}.`,
    stopped: 'What is archived stays archived. Run it again to archive the rest.',
  },
  errors: {
    'not-configured': {
      message: 'No Stripe key was found.',
      nextStep: 'Put it into STRIPE_SECRET_KEY, in the environment or in .env, and check again.',
    },
    'stripe-key-wrong-kind': {
      message: 'STRIPE_SECRET_KEY does not hold a secret or restricted key (sk_..., rk_...).',
      nextStep: 'Put a restricted key there and check again.',
    },
    'stripe-key-invalid': {
      message: 'Stripe does not accept this key. It may have been revoked or rolled.',
      nextStep: 'Put a valid key into STRIPE_SECRET_KEY and check again.',
    },
    'stripe-refused': {
      message: 'Stripe refused the request.',
      nextStep: 'Mend what Stripe says, and run this again.',
    },
    'hubspot-unauthorized': {
      message: 'HubSpot does not accept this access token.',
      nextStep:
        "Copy the app's token from its Auth tab, under Development > Projects in HubSpot, into HUBSPOT_ACCESS_TOKEN.",
    },
    'hubspot-permission': {
      message: 'HubSpot does not let this app do that: a scope is missing.',
      nextStep: 'Add the scope to the app, upload it and install it again.',
    },
    'hubspot-unreachable': {
      message: 'HubSpot could not be reached.',
      nextStep: 'Run it again in a minute.',
    },
    'hubspot-rate-limited': {
      message: 'HubSpot is limiting requests for this account just now.',
      nextStep: 'Run it again in a minute.',
    },
    'stripe-unreachable': {
      message: 'Stripe could not be reached.',
      nextStep: 'Run it again in a minute.',
    },
    'hubspot-refused': {
      message: 'HubSpot refused the request.',
      nextStep: 'Mend what HubSpot says, and run this again.',
    },
    timeout: {
      message: 'That took longer than it may.',
      nextStep: 'Run it again: what is done stays done.',
    },
  },
};

export type TerminalWords = typeof terminal;
