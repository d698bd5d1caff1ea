/** Of what a field of a request may not hold. */
export const requestFieldErrors = {
  'amount-invalid': {
    message: "This isn't an amount that the currency has.",
    nextStep: 'Enter an amount above zero with no more decimals than the currency has.',
  },
  'amount-too-precise': {
    message: "Stripe doesn't take an amount this precise in this currency.",
    nextStep:
      'End it with 0 where the currency has three decimals (12.340), and with .00 in ISK and UGX.',
  },
  'amount-too-small': {
    message: 'The amount is below the smallest that Stripe takes in this currency.',
    nextStep: 'Enter a larger amount.',
  },
  'amount-too-large': {
    message: 'The amount is more than Stripe takes in one payment.',
    nextStep: 'Request it in parts.',
  },
  'description-too-long': {
    message: 'The description is longer than 200 characters.',
    nextStep: 'Shorten the description.',
  },
  'memo-too-long': {
    message: 'The memo is longer than 500 characters.',
    nextStep: 'Shorten the memo.',
  },
  'po-number-too-long': {
    message: 'The PO number is longer than 140 characters.',
    nextStep: 'Shorten the PO number.',
  },
  'days-invalid': {
    message: 'An invoice is due in 0 to 365 days.',
    nextStep: 'Change the days until due.',
  },
  'trial-invalid': {
    message: 'A free trial has 1 to 730 days.',
    nextStep: 'Change the days of the trial, or leave the field empty.',
  },
  'percent-invalid': {
    message: 'A deposit is more than 0 and at most 100 percent.',
    nextStep: 'Change the percentage.',
  },
  'currency-unknown': {
    message: "Stripe doesn't take payments in this currency.",
    nextStep: 'Enter the code of another currency, such as USD.',
  },
  'start-past': {
    message: 'The start date is over.',
    nextStep: 'Select a later day, or start now.',
  },
  'start-too-far': {
    message: 'Stripe takes a start at most two years from now, the trial included.',
    nextStep: 'Select an earlier day or a shorter trial.',
  },
  'interval-invalid': {
    message: 'Stripe bills at least every three years.',
    nextStep: 'Select a shorter billing interval.',
  },
};
