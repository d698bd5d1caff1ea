import { coupons } from './coupons.ts';

/** Of what can be done to what exists at Stripe: refunds are asked for in a form of their own. */
export const changes = {
  deactivate: 'Cancel link',
  deactivateText: 'The customer can no longer pay with this link.',
  void: 'Void invoice',
  voidText: 'The invoice can no longer be paid, changed or opened again. Stripe keeps it as void.',
  send: 'Email invoice',
  sendText: (email: string) => `Stripe emails the invoice to ${email}.`,
  sendTextUnknown: "Stripe emails the invoice to its customer's email.",
  paid: 'Mark as paid',
  paidText: (amount: string) =>
    `${amount} counts as paid outside Stripe, such as by bank transfer or in cash. Stripe takes no money.`,
  uncollectible: 'Mark as uncollectible',
  uncollectibleText:
    'You no longer expect this money. The customer can still pay the invoice with its link.',
  cancelNow: 'Cancel now',
  cancelNowText:
    'The subscription ends now and cannot be started again. Stripe refunds nothing of the present period.',
  cancelAtEnd: 'Cancel at period end',
  cancelAtEndText: (day: string) => `The subscription runs until ${day} and then ends.`,
  keep: 'Keep subscription',
  keepText: 'The subscription no longer ends with its period. It renews as before.',
  pause: 'Pause collection',
  pauseText:
    "Stripe keeps creating invoices, as drafts that the customer isn't asked to pay, until you resume collection.",
  staysOpen: (number: string, amount: string) =>
    `${number === '' ? 'An invoice' : `Invoice ${number}`} stays open: ${amount} to be paid.`,
  canBePaid: 'The customer can still pay what stays open. To end it, void it or mark it as paid.',
  isCollected: 'Stripe keeps collecting what stays open. To end it, void it or mark it as paid.',
  resume: 'Resume collection',
  resumeText:
    'Stripe collects the next invoices again. Drafts of the pause stay drafts: finalize them in the Stripe Dashboard.',
  cardLink: 'Create card update link',
  cardLinkText:
    'On this page, the customer updates the card that Stripe charges. The link acts for the customer and works for a few minutes only: send it right away, and to the customer only.',
  coupon: coupons,
  reading: 'Reading its present state',

  item: {
    button: 'Change quantity or price',
    item: 'Item',
    quantity: 'Quantity',
    quantityMistaken: 'Enter a whole number from 1 to 999,999.',
    unit: (currency: string) => `Price of one in ${currency}`,
    billing: 'Difference for the rest of this period',
    billings: {
      'next-invoice': 'Bill the difference with the next invoice',
      now: 'Bill the difference now',
      none: "Don't bill the difference",
    },
    quantityChange: (before: string, after: string) => `Quantity: ${before} → ${after}`,
    unitChange: (before: string, after: string) => `Price of one: ${before} → ${after}`,
    asBefore: (text: string) => `${text} (as before)`,
    now: 'Billed now',
    next: (day: string) => `Next invoice ${day}`,
    line: 'Line',
    discount: 'Discount',
    tax: 'Tax',
    total: 'Total',
    credit: "Customer's credit",
    due: 'To be paid',
    charged: (amount: string) =>
      `Stripe charges ${amount} to the customer's payment method now. If that fails, nothing is changed.`,
    sent: (amount: string) => `Stripe makes an invoice of ${amount} for the customer now.`,
    credited: (amount: string) =>
      `${amount} is credited to the customer and lowers the next invoices. Nothing is refunded.`,
    nothingNow: 'Nothing is to be paid now.',
    nextAmount: (day: string, amount: string) => `Next invoice ${day}: ${amount}`,
    confirm: 'Change subscription',
    back: 'Back',
  },

  done: {
    changed: 'Subscription changed',
    deactivated: 'Payment link canceled',
    voided: 'Invoice voided',
    emailed: 'Invoice sent',
    markedPaid: 'Invoice marked as paid',
    markedUncollectible: 'Invoice marked as uncollectible',
    canceled: 'Subscription canceled',
    ending: 'Subscription set to end',
    kept: 'Subscription kept',
    paused: 'Collection paused',
    resumed: 'Collection resumed',
    cardLink: 'Link created: send it now',
  },
};

/** Of a change of a subscription's item. */
export const changeErrors = {
  'subscription-not-renewing': {
    message: "This subscription is set to end, paused or unpaid, so it can't be changed.",
    nextStep: 'Keep it, resume its collection or have its invoices paid first.',
  },
  'item-not-of-subscription': {
    message: "This item isn't part of the subscription any more.",
    nextStep: 'Reload the page to see its present items.',
  },
  'item-by-usage': {
    message: "This item is billed by usage or by tiers, so that it can't be changed here.",
    nextStep: 'Change it in the Stripe Dashboard.',
  },
  'nothing-to-change': {
    message: 'Quantity and price are as before.',
    nextStep: 'Enter another quantity or price.',
  },
  'preview-too-long': {
    message: 'The invoice of this change has more lines than can be shown here.',
    nextStep: 'Change it in the Stripe Dashboard.',
  },
  'payment-declined': {
    message: "The customer's payment for the difference was declined, so nothing was changed.",
    nextStep: 'Bill the difference with the next invoice, or ask the customer to update the card.',
  },
};
