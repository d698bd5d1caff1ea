const accessTo = (write: string, read: string): string =>
  [write === '' ? '' : `write access to ${write}`, read === '' ? '' : `read access to ${read}`]
    .filter((text) => text !== '')
    .join(' and ');

/** Texts of `npm run actions`. */
export const actions = {
  usage: [
    'Usage:',
    'npm run actions                   say what is on',
    'npm run actions -- on [KIND...]   add the actions to the next upload: all, or those you name',
    'npm run actions -- off            leave them out of the next upload',
    'KIND: links, invoices, subscriptions or refunds',
  ],
  kinds: {
    links: 'payment links',
    invoices: 'invoices',
    subscriptions: 'subscriptions',
    refunds: 'refunds',
  },
  areOff: 'Actions are off: the app only reads from Stripe. Turn them on: `npm run actions -- on`',
  areOn: (kinds: string) => `Actions are part of the project: ${kinds}.`,
  differs: (files: string) =>
    `These files are missing or were changed: ${files}. Run \`npm run actions -- on\` to correct them.`,
  on: (kinds: string) => `Actions are part of the project: ${kinds}.`,
  corrected: (files: string) => `Corrected: ${files}`,
  unknown: (words: string) => `Not known here: ${words}`,
  restart: 'If `npm run dev` is running, restart it.',
  steps: {
    title: 'Next:',
    /** @param write names of permissions, and of those to read; empty where there are none. */
    key: (write: string, read: string) =>
      `Create a restricted key in Stripe with ${accessTo(write, read)}, and to nothing else:`,
    secret: 'Add it as a secret of the HubSpot account:',
    setup: 'Create the property in which users confirm, stripe_confirmation on deals and contacts:',
    property:
      'Create the property stripe_confirmation, which the card needs, on deals and contacts:',
    upload: 'Upload the project, then add the card Stripe actions to your deal and contact pages:',
    rehearse:
      'In HubSpot, restrict who may edit stripe_confirmation. Then test the confirmation on the card of a deal.',
  },
  off: 'Actions are no longer part of the project. Run `npm run upload`.',
  notOn: 'Actions were not part of the project.',
  propertyStays:
    'The property stripe_confirmation stays. Delete it in HubSpot under Settings > Properties, on deals and contacts; `npm run setup -- remove` deletes it with all other properties of the app.',
  /** Of the report of `npm run setup`. */
  report: {
    keyElsewhere:
      'Only the uploaded app has STRIPE_WRITE_KEY: its page shows under Setup whether the key has their permissions.',
    noProperty:
      'The property stripe_confirmation is missing, so the card Stripe actions refuses everything. Create it: `npm run setup -- apply`',
  },
  secretStays:
    'After the upload, delete the secret (`npx hs secret delete STRIPE_WRITE_KEY`) and the key in Stripe.',
};

/** Of the property in which a user confirms an action. */
export const confirmation = {
  label: 'Stripe confirmation',
  description:
    'To confirm an action of the card Stripe actions, enter the text that it shows. HubSpot records who entered it. Allow edits only for those who may refund payments, change subscriptions, and settle, void or send invoices.',
};

/** Of the part of the setup page. */
export const setupActions = {
  title: 'Actions',
  off: (command: string) => `Off. To request and refund payments from records, run \`${command}\`.`,
  checking: 'Checking the Stripe key for actions',
  failed: "The Stripe key for actions couldn't be checked",
  kinds: {
    links: 'Payment links',
    invoices: 'Invoices',
    subscriptions: 'Subscriptions',
    refunds: 'Refunds',
  },
  statuses: { granted: 'Ready', missing: 'Permission missing', unknown: 'Not tested', off: 'Off' },
  /** @param write names of permissions, and of those to read; empty where there are none. */
  missing: (write: string, read: string) =>
    `STRIPE_WRITE_KEY needs ${accessTo(write, read)}. Edit the key in Stripe, then check again.`,
  noProperty:
    'The property stripe_confirmation is missing: refunds, and invoices that are sent or voided, are refused. Create it above.',
  test: 'Before the first refund, test the confirmation on the card of a deal: it shows whether HubSpot names the user.',
};
