/** What a reply says when something did not work: what happened, and the next step. */
interface ErrorText {
  readonly message: string;
  readonly nextStep: string;
}

const tryAgain = 'Try again in a minute.';
const askAdmin = 'Ask the person who installed this app to check its setup.';

/** One text a code; the codes of the contract are its keys. */
export const errors = {
  'bad-request': {
    message: 'The request was not understood.',
    nextStep: 'Reload the page and try again.',
  },
  'record-not-found': {
    message: 'This record is no longer in the CRM, or the app may not see it.',
    nextStep: 'Reload the page.',
  },
  'not-configured': {
    message: 'No Stripe key is set for this app.',
    nextStep: 'Run `hs secret add STRIPE_SECRET_KEY`, then `hs project upload` again.',
  },
  'stripe-key-wrong-kind': {
    message: 'STRIPE_SECRET_KEY does not hold a secret or restricted key (sk_..., rk_...).',
    nextStep:
      'Create a restricted key in the Stripe dashboard, run `hs secret update STRIPE_SECRET_KEY`, then upload again.',
  },
  'stripe-key-invalid': {
    message: 'Stripe does not accept the key of this app. It may have been revoked or rolled.',
    nextStep: 'Run `hs secret update STRIPE_SECRET_KEY` with a valid key, then upload again.',
  },
  'stripe-permission': {
    message: 'The Stripe key lacks a permission.',
    nextStep: 'Add the permission to the restricted key in the Stripe dashboard.',
  },
  'unknown-customer': {
    message: 'Stripe has no such customer.',
    nextStep: 'Correct "Stripe customer" on this record.',
  },
  'unknown-payment': {
    message: 'Stripe has no such payment.',
    nextStep: 'Correct "Assigned Stripe payments" on this record.',
  },
  'wrong-mode': {
    message: 'That id belongs to the other mode of Stripe: test and live never mix.',
    nextStep: 'Use the id of the mode that the key of this app is for.',
  },
  'bad-id': {
    message: 'A Stripe property of this record holds something that is not a Stripe id.',
    nextStep: 'Correct "Stripe customer" and "Assigned Stripe payments" on this record.',
  },
  'unsupported-id': {
    message:
      'Invoices, subscriptions and checkout sessions cannot be followed to their payments yet.',
    nextStep: 'Write the id of the payment itself (pi_ or ch_) into "Assigned Stripe payments".',
  },
  'stripe-unreachable': {
    message: 'Stripe could not be reached.',
    nextStep: tryAgain,
  },
  'stripe-rate-limited': {
    message: 'Stripe is limiting requests for this account just now.',
    nextStep: tryAgain,
  },
  'stripe-refused': {
    message: 'Stripe refused the request.',
    nextStep: askAdmin,
  },
  'hubspot-unauthorized': {
    message: 'The CRM did not accept the access token of this app.',
    nextStep: 'Upload the project again, or reinstall the app.',
  },
  'hubspot-permission': {
    message: 'This app may not do that in the CRM: a scope is missing.',
    nextStep: 'Add the scope to the app, upload it and install it again.',
  },
  'hubspot-unreachable': {
    message: 'The CRM could not be reached.',
    nextStep: tryAgain,
  },
  'hubspot-rate-limited': {
    message: 'The CRM is limiting requests for this account just now.',
    nextStep: tryAgain,
  },
  'hubspot-refused': {
    message: 'The CRM refused the request.',
    nextStep: askAdmin,
  },
  'write-unconfirmed': {
    message: 'The CRM did not confirm the write, so the properties may be old or new.',
    nextStep: 'Sync again: it writes the same figures and harms nothing.',
  },
  'not-set-up': {
    message: 'The Stripe properties do not exist in this account yet.',
    nextStep:
      'The person who installed this app runs its setup step, `npm run setup`, to create them.',
  },
  timeout: {
    message: 'Reading everything took longer than one run may take. Nothing was changed.',
    nextStep: 'Try again: a second run usually finds Stripe faster.',
  },
  unexpected: {
    message: 'Something went wrong that should not.',
    nextStep: 'Try again. If it stays, tell the person who looks after this app.',
  },
} satisfies Record<string, ErrorText>;
