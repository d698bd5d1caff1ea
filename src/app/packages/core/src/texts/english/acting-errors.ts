import { changeErrors } from './changing.ts';
import { couponErrors } from './coupons.ts';
import { requestFieldErrors } from './request-field-errors.ts';

const prepareAgain = 'Review the request again, then confirm.';
const reviewAgain = 'Review it again, then confirm the new text.';
const inStripe = 'Do it in the Stripe Dashboard.';
const askAdmin = "Ask your HubSpot admin to check the app's keys.";

/**
 * What happened and what to do, of the functions that act: where others have a text for the code too, instead
 * of it.
 */
export const actingErrors = {
  ...requestFieldErrors,
  'actions-off': {
    message: 'Actions are off: no Stripe key for writing is set.',
    nextStep: 'Ask your HubSpot admin to turn actions on.',
  },
  'action-not-on': {
    message: 'This action is turned off.',
    nextStep: 'Ask your HubSpot admin to turn it on.',
  },
  'write-key-wrong-kind': {
    message: "STRIPE_WRITE_KEY isn't a secret or restricted key (sk_..., rk_...).",
    nextStep: askAdmin,
  },
  'write-key-wrong-mode': {
    message: 'STRIPE_WRITE_KEY and STRIPE_SECRET_KEY are not both live or both test keys.',
    nextStep: askAdmin,
  },
  'write-key-invalid': {
    message: "Stripe doesn't accept STRIPE_WRITE_KEY. It may have been revoked or rolled.",
    nextStep: askAdmin,
  },
  'write-key-permission': {
    message: 'The Stripe key for actions is missing a permission.',
    nextStep: 'Ask your HubSpot admin to give STRIPE_WRITE_KEY the permission in Stripe.',
  },
  timeout: {
    message: 'Stripe or HubSpot responded too slowly.',
    nextStep: "Check the list of requests and payments, then try again: it's safe to repeat.",
  },
  'stripe-unreachable': {
    message: "Stripe couldn't be reached.",
    nextStep: "Try again in a minute: it's safe to repeat.",
  },
  'action-unconfirmed': {
    message: "Stripe didn't confirm that it was done.",
    nextStep: "Confirm again: it's safe to repeat, and nothing is done twice.",
  },
  'preview-changed': {
    message: "Something changed since you reviewed this, so it wasn't done.",
    nextStep: prepareAgain,
  },
  'confirmation-missing': {
    message: 'The confirmation property of this record is empty.',
    nextStep: 'Enter the text that is shown, on this record, save it, then continue.',
  },
  'confirmation-differs': {
    message: 'The confirmation property of this record holds another text.',
    nextStep: 'Replace it with exactly the text that is shown, save it, then continue.',
  },
  'confirmation-not-by-user': {
    message:
      'The confirmation text was written by a program, or HubSpot names no user, so nothing was done.',
    nextStep:
      'Clear the property and save it, then enter the text yourself, in HubSpot, on this record.',
  },
  'confirmation-expired': {
    message: 'This confirmation text has expired, so nothing was done.',
    nextStep: reviewAgain,
  },
  'confirmation-other': {
    message: "This confirmation text isn't for this action, so nothing was done.",
    nextStep: reviewAgain,
  },
  'confirmation-unreadable': {
    message: "HubSpot doesn't show who changed the confirmation property, so nothing was done.",
    nextStep: inStripe,
  },
  'payment-not-captured': {
    message: 'No money was taken for this payment, so there is nothing to refund.',
    nextStep: 'Reload the page to see its status.',
  },
  'payment-disputed': {
    message: "This payment is disputed: Stripe doesn't refund it until the bank has decided.",
    nextStep: 'Answer or accept the dispute in the Stripe Dashboard.',
  },
  'payment-passed-on': {
    message: 'Part of this payment was sent to a connected account.',
    nextStep: 'Refund it in the Stripe Dashboard, where you choose who bears the refund.',
  },
  'nothing-to-refund': {
    message: 'Nothing is left to refund on this payment.',
    nextStep: 'Reload the page to see what was refunded.',
  },
  'refund-too-large': {
    message: 'The amount is more than what is left to refund.',
    nextStep: 'Enter a smaller amount.',
  },
  'no-currency': {
    message: 'This deal has no currency.',
    nextStep: 'Set the currency of the deal, then try again.',
  },
  'no-line-items': {
    message: 'This deal has no one-time line items.',
    nextStep: 'Add line items to the deal, or enter an amount.',
  },
  'no-recurring-lines': {
    message: 'This deal has no line items with this billing interval.',
    nextStep: 'Select another interval, or enter an amount.',
  },
  'tax-location-unknown': {
    message: "Stripe doesn't know the customer's location, so it can't calculate tax.",
    nextStep:
      'Add the country and postal code to the customer in Stripe, then confirm again. The invoice waits as a draft.',
  },
  'tax-location-missing': {
    message: "Stripe doesn't know the customer's location, so it can't calculate tax.",
    nextStep:
      'Add the customer with country and postal code in Stripe, then review again. Or request it without tax.',
  },
  'customer-other-currency': {
    message: 'Stripe bills this customer in another currency already.',
    nextStep: 'Use that currency, or select another customer.',
  },
  'line-items-unusable': {
    message: "Some line items can't be requested.",
    nextStep: 'Correct their price, quantity, discount or currency, or enter an amount.',
  },
  'too-many-lines': {
    message:
      'Stripe takes at most 20 line items in a payment link or a subscription, and 250 in an invoice.',
    nextStep: 'Request them by invoice, or enter one amount.',
  },
  'no-deal-amount': {
    message: 'This deal has no amount and no line items to take a part of.',
    nextStep: 'Set the amount of the deal, or enter an amount.',
  },
  'payee-not-of-record': {
    message: "This customer or contact doesn't belong to this record.",
    nextStep: 'Reload the page, then select the customer again.',
  },
  'payee-without-email': {
    message: 'This contact has no email.',
    nextStep: "Add the contact's email in HubSpot, then try again.",
  },
  'payee-is-customer': {
    message: "A Stripe customer with this contact's email exists by now.",
    nextStep: 'Reload the list, then select that customer.',
  },
  'invoice-differs': {
    message:
      "The invoice in Stripe has another total than the one you reviewed, so it's still a draft.",
    nextStep: 'Check it in the Stripe Dashboard, and delete it or finalize it there.',
  },
  'not-requested-here': {
    message: "This payment link or invoice wasn't requested on this record.",
    nextStep: 'Open the record on which it was requested.',
  },
  'link-not-active': {
    message: 'This payment link is paid or canceled already.',
    nextStep: 'Reload the page to see its status.',
  },
  'invoice-draft': {
    message: 'This invoice is still a draft.',
    nextStep: 'Finalize it in the Stripe Dashboard, or request the payment again.',
  },
  'invoice-paid': {
    message: 'This invoice is paid already.',
    nextStep: 'Reload the page to see how. To give money back, refund the payment.',
  },
  'invoice-uncollectible': {
    message: 'This invoice is marked as uncollectible.',
    nextStep: 'Mark it as paid or void it, or request the payment again.',
  },
  'invoice-void': {
    message: 'This invoice is void.',
    nextStep: 'Request the payment again to create a new invoice.',
  },
  'invoice-being-paid': {
    message: 'A payment of this invoice is on its way, such as a bank debit.',
    nextStep:
      'Wait until it succeeds or fails. Once it succeeds, refund it to give the money back.',
  },
  'invoice-charged': {
    message: "Stripe charges this invoice automatically, so it isn't emailed to be paid.",
    nextStep: 'Copy its link and send it to the customer yourself.',
  },
  'subscription-not-of-record': {
    message: 'This subscription belongs to no customer that is linked to this record.',
    nextStep: 'Link its customer to this record, or open the record of that customer.',
  },
  'subscription-ended': {
    message: 'This subscription has ended.',
    nextStep: 'Reload the page. To charge the customer again, create a new subscription.',
  },
  'subscription-ending': {
    message: 'This subscription is set to end with its period already.',
    nextStep: 'Reload the page to see when.',
  },
  'subscription-paused': {
    message: 'Collection is paused already.',
    nextStep: 'Reload the page to see its status.',
  },
  'subscription-not-ending': {
    message: "This subscription isn't set to end.",
    nextStep: 'Reload the page to see its status.',
  },
  'subscription-not-paused': {
    message: "Collection isn't paused.",
    nextStep: 'Reload the page to see its status.',
  },
  'subscription-not-begun': {
    message: "The first payment of this subscription is missing, so it hasn't begun.",
    nextStep: 'Wait for the payment, or cancel it now.',
  },
  ...changeErrors,
  ...couponErrors,
  'portal-not-saved': {
    message: "The customer portal of your Stripe account isn't set up.",
    nextStep:
      'Save its settings in the Stripe Dashboard under Settings > Billing > Customer portal, then try again.',
  },
  'customer-not-failing': {
    message: 'No payment of this customer has failed or is overdue.',
    nextStep: 'Reload the page to see the present state.',
  },
};
