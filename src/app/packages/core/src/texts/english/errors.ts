import type { PropertyLabels } from '../language.ts';

const tryAgain = 'Try again in a minute.';
const tryAgainOrAsk = 'Try again in a minute; if it keeps happening, contact your admin.';
const askAdmin = 'Ask your HubSpot admin to check the app.';
const reconnect = 'Ask your HubSpot admin to reconnect Stripe.';
const giveAccess = 'Ask your HubSpot admin to give the app access.';

/** What happened and what to do, by the contract's error codes; those that no card shows are apart. */
export const errors = ({ customers, payments }: PropertyLabels) => ({
  'bad-request': {
    message: "The app didn't understand the request.",
    nextStep: 'Reload the page, then try again.',
  },
  'record-not-found': {
    message: "This record no longer exists in HubSpot, or the app can't access it.",
    nextStep: 'Reload the page.',
  },
  'not-configured': {
    message: 'No Stripe key is set for this app.',
    nextStep: reconnect,
  },
  'stripe-key-wrong-kind': {
    message: "STRIPE_SECRET_KEY isn't a secret or restricted key (sk_..., rk_...).",
    nextStep: reconnect,
  },
  'stripe-key-invalid': {
    message: "Stripe doesn't accept this app's key. It may have been revoked or rolled.",
    nextStep: reconnect,
  },
  'stripe-permission': {
    message: 'Your Stripe key is missing a permission.',
    nextStep: giveAccess,
  },
  'unknown-customer': {
    message: "This customer doesn't exist in Stripe.",
    nextStep: `Check the ID in the Stripe Dashboard. If it is in "${customers}" on this record, correct it there.`,
  },
  'unknown-payment': {
    message: "This payment doesn't exist in Stripe.",
    nextStep: `Check the ID in the Stripe Dashboard. If it is in "${payments}" on this record, correct it there.`,
  },
  'unknown-invoice': {
    message: "This invoice doesn't exist in Stripe.",
    nextStep: 'Check the ID (in_...) in the Stripe Dashboard, then correct it here.',
  },
  'unknown-subscription': {
    message: "This subscription doesn't exist in Stripe.",
    nextStep: 'Check the ID (sub_...) in the Stripe Dashboard, then correct it here.',
  },
  'unknown-checkout': {
    message: "This checkout session doesn't exist in Stripe.",
    nextStep: 'Check the ID (cs_...) in the Stripe Dashboard, then correct it here.',
  },
  'bad-pasted-id': {
    message: "This ID or link isn't of a payment, invoice, subscription, checkout or customer.",
    nextStep: 'Copy the ID or link of a payment or customer in the Stripe Dashboard.',
  },
  'claimed-by-other-deal': {
    message: 'This payment counts on another deal now.',
    nextStep: 'Move it here, and the figures of both deals are updated.',
  },
  'linked-to-other-deal': {
    message: 'This customer is linked to another deal.',
    nextStep:
      "Select this deal's payments from the customer's list instead, or unlink the customer there.",
  },
  'claimed-in-stripe': {
    message: 'The Stripe metadata of this payment references another deal.',
    nextStep: 'Move it here anyway, or correct the metadata in Stripe.',
  },
  'stripe-write-permission': {
    message: "The payment is assigned here, but your Stripe key can't save that in Stripe.",
    nextStep: giveAccess,
  },
  'too-many-ids': {
    message: 'This record holds as many Stripe IDs as a property can store.',
    nextStep: 'Remove IDs you no longer need, or link the customer.',
  },
  'payment-list-expired': {
    message: 'This list of payments is out of date.',
    nextStep: 'Reload the page, then open the payment again.',
  },
  'continuation-expired': {
    message: 'The payments loaded so far are out of date.',
    nextStep: 'Start over to load them again.',
  },
  'claims-unchecked': {
    message: "Couldn't check whether these payments belong to another deal.",
    nextStep: tryAgain,
  },
  'too-many-claims': {
    message: 'This record has too many Stripe customers or payments to compare.',
    nextStep: "Link the record's own customers.",
  },
  'wrong-mode': {
    message: "This ID is from Stripe's other mode (live or test).",
    nextStep: "Use an ID from the same mode as the app's key.",
  },
  'bad-id': {
    message: "A Stripe property on this record contains something that isn't a Stripe ID.",
    nextStep: `Correct "${customers}" and "${payments}" on this record.`,
  },
  'stripe-unreachable': {
    message: "Stripe couldn't be reached.",
    nextStep: tryAgain,
  },
  'stripe-wrong-answer': {
    message: "Stripe's response was incomplete or inconsistent, so it wasn't used.",
    nextStep: tryAgainOrAsk,
  },
  'stripe-rate-limited': {
    message: 'Stripe is limiting requests for this account.',
    nextStep: tryAgain,
  },
  'stripe-refused': {
    message: 'Stripe refused the request.',
    nextStep: askAdmin,
  },
  'stripe-unreadable': {
    message: "Stripe returned a value that this app can't read.",
    nextStep: 'Check the payment in Stripe. If its currency is new, update the app.',
  },
  'hubspot-unauthorized': {
    message: "HubSpot didn't accept the app's access token.",
    nextStep: askAdmin,
  },
  'hubspot-permission': {
    message: 'The app is missing a HubSpot scope.',
    nextStep: giveAccess,
  },
  'hubspot-unreachable': {
    message: "HubSpot couldn't be reached.",
    nextStep: tryAgain,
  },
  'hubspot-wrong-answer': {
    message: "HubSpot's response was incomplete or inconsistent, so it wasn't used.",
    nextStep: tryAgainOrAsk,
  },
  'hubspot-rate-limited': {
    message: 'HubSpot is limiting requests for this account.',
    nextStep: tryAgain,
  },
  'hubspot-daily-limit': {
    message: 'This account has used all HubSpot API requests of the day.',
    nextStep: "Continue after midnight in the account's time zone.",
  },
  'hubspot-refused': {
    message: 'HubSpot refused the request.',
    nextStep: askAdmin,
  },
  'write-unconfirmed': {
    message: "HubSpot didn't confirm the update.",
    nextStep: "Sync again: it's safe to repeat.",
  },
  'not-set-up': {
    message: "The Stripe properties don't exist in this HubSpot account yet.",
    nextStep: 'Ask your HubSpot admin to create them.',
  },
  'property-archived': {
    message: 'A Stripe property that the app needs is archived in HubSpot.',
    nextStep: 'Ask your HubSpot admin to restore it.',
  },
  timeout: {
    message: 'Stripe or HubSpot responded too slowly, so nothing was changed.',
    nextStep: 'Try again in a few minutes.',
  },
  'no-answer': {
    message: "The app didn't respond.",
    nextStep: "Try again; if it keeps happening, ask your admin to check the app's logs.",
  },
  unexpected: {
    message: 'Unexpected error.',
    nextStep: 'Try again; if it keeps happening, contact your admin.',
  },
});

/** Failures that only the app page, the terminal and the webhook report: no card loads their texts. */
export const pageErrors = {
  'unknown-event': {
    message: "This event doesn't exist in Stripe.",
    nextStep: 'Stripe keeps events for 30 days. Run a catch-up to sync what changed since.',
  },
  'unknown-list': {
    message: 'HubSpot has no list with this ID for this kind of record.',
    nextStep: 'Copy the ID from the list in HubSpot (its address ends with it).',
  },
  'removal-not-confirmed': {
    message: "The confirmation doesn't match, so no properties were removed.",
    nextStep: 'Type stripe_payments, then try again.',
  },
  'setup-unconfirmed': {
    message: "The app didn't respond in time, so some changes may not have been applied.",
    nextStep: "Check again to see what's left. It's safe to repeat.",
  },
  'setup-too-slow': {
    message: 'HubSpot was too slow to apply any changes.',
    nextStep: 'Try again in a few minutes. Applied changes are kept.',
  },
  'setup-changed': {
    message: 'This property changed after you reviewed the plan, so it was left as it is.',
    nextStep: 'Check again, then review the new plan.',
  },
  'setup-unfinished': {
    message: 'There was too much to apply in one run. Applied changes are kept.',
    nextStep: 'Apply again: only the remaining changes are made.',
  },
};

/** Failures that name what is missing. */
export const missing = {
  stripeRead: (names: string) => `Your Stripe key needs read access to ${names}.`,
  stripeWrite: (names: string) => `Your Stripe key needs write access to ${names}.`,
  scopes: (names: string) => `The app needs these HubSpot scopes: ${names}.`,
  properties: (names: string) => `Properties: ${names}.`,
};
