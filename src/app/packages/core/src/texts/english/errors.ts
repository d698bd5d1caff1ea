import type { ErrorCode } from '../../contract/failure.ts';
import { CUSTOMERS_LABEL, PAYMENTS_LABEL } from '../account-labels.ts';

/** What a reply says when something did not work: what happened, and the next step. */
interface ErrorText {
  readonly message: string;
  readonly nextStep: string;
}

const tryAgain = 'Try again in a minute.';
const askAdmin = 'Ask the person who installed this app to check its setup.';

/** One text a code of the contract. */
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
    nextStep: `Correct "${CUSTOMERS_LABEL}" on this record.`,
  },
  'unknown-payment': {
    message: 'Stripe has no such payment.',
    nextStep: `Correct "${PAYMENTS_LABEL}" on this record.`,
  },
  'unknown-invoice': {
    message: 'Stripe has no such invoice.',
    nextStep: 'Check the id (in_...) in the Stripe dashboard and correct it here.',
  },
  'unknown-subscription': {
    message: 'Stripe has no such subscription.',
    nextStep: 'Check the id (sub_...) in the Stripe dashboard and correct it here.',
  },
  'unknown-checkout': {
    message: 'Stripe has no such checkout session.',
    nextStep: 'Check the id (cs_...) in the Stripe dashboard and correct it here.',
  },
  'bad-pasted-id': {
    message: 'That is neither a Stripe id nor an address of a page in the Stripe dashboard.',
    nextStep:
      'Open the customer or the payment in the Stripe dashboard and copy its id or the address of that page.',
  },
  'claimed-by-other-deal': {
    message: 'This payment is already assigned to another deal.',
    nextStep: 'Open that deal and unassign the payment there first.',
  },
  'claimed-in-stripe': {
    message: 'The metadata of this payment in Stripe names another deal.',
    nextStep: 'Assign it here all the same, or correct the metadata in Stripe.',
  },
  'stripe-write-permission': {
    message: 'This is assigned here, but the key may not note it in Stripe.',
    nextStep:
      'Nothing more is needed. To have the deal named in Stripe too, give the restricted key the write permission.',
  },
  'too-many-ids': {
    message: 'This record holds as many Stripe ids as fit into one property (65,536 characters).',
    nextStep: 'Remove ids that are no longer needed, or link the customer instead.',
  },
  'continuation-expired': {
    message: 'What was read before is too old to be continued.',
    nextStep: 'Read again from the start.',
  },
  'claims-unchecked': {
    message: 'It could not be checked whether another deal claims these payments.',
    nextStep: tryAgain,
  },
  'wrong-mode': {
    message: 'That id belongs to the other mode of Stripe: test and live never mix.',
    nextStep: 'Use the id of the mode that the key of this app is for.',
  },
  'bad-id': {
    message: 'A Stripe property of this record holds something that is not a Stripe id.',
    nextStep: `Correct "${CUSTOMERS_LABEL}" and "${PAYMENTS_LABEL}" on this record.`,
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
  'removal-not-confirmed': {
    message: 'The properties were not removed: the confirmation does not match.',
    nextStep: 'Type `stripe_payments` and try again.',
  },
  'setup-unconfirmed': {
    message: 'The app did not answer in time, so some of this may be done and some not.',
    nextStep: 'Check again: it shows what is still to do. Doing it twice harms nothing.',
  },
  'setup-too-slow': {
    message: 'The CRM was so slow that a whole run got nothing done.',
    nextStep: 'Try again in a few minutes. What is done stays.',
  },
  'setup-changed': {
    message: 'This property has changed since the plan was made, so the step was not done.',
    nextStep: 'Check again and look at the new plan.',
  },
  'setup-unfinished': {
    message: 'One run was not enough for all of it. What is done stays done.',
    nextStep: 'Do it again: only what is missing is done.',
  },
  'write-unconfirmed': {
    message: 'The CRM did not confirm the write, so the properties may be old or new.',
    nextStep: 'Sync again: it writes the same figures and harms nothing.',
  },
  'not-set-up': {
    message: 'The Stripe properties do not exist in this account yet.',
    nextStep:
      'The person who installed this app creates them on its setup page, or with `npm run setup`.',
  },
  timeout: {
    message: 'Reading everything took longer than one run may take. Nothing was changed.',
    nextStep: 'Try again: a second run is usually faster.',
  },
  'no-answer': {
    message: 'The app did not answer.',
    nextStep: 'Try again. If it stays, ask the person who installed this app to look at its logs.',
  },
  unexpected: {
    message: 'Something went wrong that should not.',
    nextStep: 'Try again. If it stays, tell the person who looks after this app.',
  },
} satisfies Record<ErrorCode, ErrorText>;
