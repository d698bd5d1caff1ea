import { countingIn } from '../counting.ts';

const { digits } = countingIn('en');

/** Of the terminal commands over a custom object: payment records and the run log. */
export const customObjectSetup = {
  yes: 'Create without asking',
  confirm: 'Delete without a prompt: its name',
  question: 'Create it?',
  noYes: (command: string, word: string) =>
    `${command} off has no --yes. Confirm it with --confirm ${word}.`,
  cannotAsk: (word: string) =>
    `This isn't an interactive terminal, so nothing was deleted. Run it again with --confirm ${word}.`,
  notConfirmed: "The confirmation doesn't match, so nothing was deleted.",
};

/** Of the terminal command that turns payment records on and off. */
export const paymentSetup = {
  command: 'Keep a record of each Stripe payment in HubSpot, and where, or stop that',
  absent: 'Payment records are off.',
  archived:
    'Payment records are off. A deleted custom object still has their name; turning them on deletes it for good first.',
  ofOthers: (name: string) =>
    `Payment records are off. The custom object "${name}" exists and wasn't made by this app. Rename or delete it in HubSpot first.`,
  present: 'Payment records are on.',
  inHubSpot: (records: number) => `Records in HubSpot: ${String(records)}.`,
  deleted: (records: number) =>
    `Deleted in HubSpot: ${digits(records)}. They aren't made again. To have them again, restore them in HubSpot within 90 days.`,
  incomplete: (properties: number, associations: number) =>
    `Missing: ${String(properties)} properties, ${String(associations)} associations. Complete it: \`npm run setup -- payment-records on\``,
  willCreate: (plural: string, properties: number) =>
    `Creates the custom object "${plural}" with ${String(properties)} properties, associated with deals, contacts and companies:`,
  estimate: (charges: number, isAll: boolean) =>
    `Records: ${isAll ? 'at most ' : 'possibly more than '}${digits(charges)}, one for each charge in Stripe. The number grows with each payment.`,
  ofHubSpot: (charges: number) =>
    `Of these, HubSpot took ${digits(charges)} through its own Stripe connection. They have HubSpot's own record and get no second one; sums over these records lack them.`,
  noEstimate:
    "Each charge in Stripe is one record. How many there are couldn't be read from Stripe.",
  tooMany: (room: number) =>
    `The account has room for ${digits(room)} of them. A payment without room gets no record, and the sync error of its deal, contact or company says so.`,
  howOff: 'Remove it again: `npm run setup -- payment-records off`',
  objects: (usage: number, limit: number) =>
    `Custom objects: ${digits(usage)} of ${digits(limit)} used.`,
  room: (usage: number, limit: number) =>
    `Records of custom objects: ${digits(usage)} of ${digits(limit)} used.`,
  howOn: 'Turn them on: `npm run setup -- payment-records on`',
  willDelete: (plural: string) =>
    `Deletes the custom object "${plural}" with all its records for good.`,
  lost: 'Lost: what people added to these records, and lists, reports and workflows that use them.',
  stays:
    'Stays: the payments in Stripe, and the figures of deals, contacts and companies. Turned on again, syncs write the records anew.',
  scopes: (names: string) =>
    `Payment records need these optional scopes: ${names}. They are part of the app; reinstall it and grant them: npx hs project install-app --force.`,
  turnedOn:
    'Payment records are on. In a minute, each sync starts to write those of its record; sync a list then to write those of all records, and run `npm run catch-up -- --since 30d` for payments that match no record (of the last 30 days).',
  turnedOff: (records: number) => `Payment records are off. Records deleted: ${String(records)}.`,
  cleanedUp: (records: number) => `Records deleted: ${String(records)}.`,
  inObject: (plural: string) => `They're kept in the custom object "${plural}".`,
  inPayments: "They're kept in HubSpot Payments.",
  notInPayments: "Payment records aren't kept in HubSpot Payments now.",
  howPayments:
    'Or keep them in HubSpot Payments, if this account takes them: `npm run setup -- payment-records hubspot-payments`',
  willCreateOnPayments: (properties: number) =>
    `Keeps them in HubSpot Payments, one payment for each charge, and creates ${String(properties)} properties there:`,
  triesFirst:
    'Before that, it tries with one payment whether this account takes payments of an app, and removes it.',
  counts:
    "HubSpot's payment views, reports and workflows count these payments at once, as they count those that HubSpot took itself.",
  currencies:
    "HubSpot's own Fees are filled in only where Stripe settled in the currency of the payment; elsewhere its Net amount is the gross. The properties of this app have both. A payment in a currency that this HubSpot account doesn't use gets no record.",
  testMode:
    'Your Stripe key is for test mode: HubSpot counts test payments as revenue. Use a HubSpot test account.',
  incompletePayments: (properties: number) =>
    `Missing: ${String(properties)} properties. Complete it: \`npm run setup -- payment-records hubspot-payments\``,
  leftInObject: (plural: string, records: number | null) =>
    `The custom object "${plural}" stays${records === null ? '' : ` with its ${digits(records)} records`} and isn't kept current: a payment can have one record in each. Delete it: \`npm run setup -- payment-records clean-up\``,
  leftInPayments: (records: number | null) =>
    `Payments of this app that stay in HubSpot Payments: ${records === null ? 'unknown' : digits(records)}. They aren't kept current, and HubSpot's reports still count them: a payment can have one record in each. Delete them: \`npm run setup -- payment-records clean-up\``,
  noneLeft: 'No records of the kind that is not in use are left.',
  willDeletePayments: (records: number | null) =>
    `Deletes the payments of this app in HubSpot Payments${records === null ? '' : ` (${digits(records)})`} and its properties there. Other payments stay.`,
  notOnPayments: "So payment records can't be kept in HubSpot Payments.",
};

/** Of the terminal command that tries whether HubSpot takes payments (object 0-101) of an app. */
export const paymentTrial = {
  command: "Try whether HubSpot's own payments take those of this app",
  plan: (label: string, name: string, currency: string) =>
    `Tries whether this account takes payments of an app. It creates the property "${label}" (${name}) on HubSpot's own payments and one payment of 1 ${currency} that is processing, changes it by its charge ID, reads it, and removes both at once.`,
  effects:
    'Workflows and notifications that start with a new payment can start for it. HubSpot keeps the removed payment among deleted records for 90 days.',
  yes: 'Try without asking',
  question: 'Try it?',
  cannotAsk: "This isn't an interactive terminal, so nothing was tried. Run it again with --yes.",
  declined: 'Nothing was tried.',
  accepted:
    "Accepted: HubSpot took the payment of this app, found it by its charge ID, changed it, and it's removed.",
  canKeep: 'Payment records can be kept there: `npm run setup -- payment-records hubspot-payments`',
  refused: {
    property: "Refused: HubSpot doesn't take a unique property of this app on payments.",
    create: "Refused: HubSpot doesn't take payments of an app in this account.",
    upsert:
      "Refused: HubSpot doesn't change a payment by its charge ID, so a sync could make a second one.",
    read: "Refused: HubSpot doesn't find a payment by its charge ID, or didn't keep the change.",
  },
  otherwise: (plural: string) =>
    `Payment records can be kept in the custom object "${plural}": \`npm run setup -- payment-records on\``,
  hubSpotSays: (words: string) => `HubSpot's words: ${words}`,
  unclear: "The trial didn't finish, so it says nothing either way.",
  scopes: (names: string) =>
    `Scope missing: the trial needs these optional scopes: ${names}. They are part of the app; reinstall it and grant them: npx hs project install-app --force.`,
  leftPayment: (id: string | null) =>
    `Not removed: the payment of the trial${id === null ? '. Look for the newest payment of 1 that is processing, and delete it in HubSpot.' : `, ${id}. Delete it in HubSpot, or run the trial again.`}`,
  leftProperty: (name: string) =>
    `The property ${name} stays on payments. Delete it in HubSpot if nothing else uses it.`,
  howTo: "Whether HubSpot's own payments take those of this app: `npm run setup -- payment-trial`",
};
