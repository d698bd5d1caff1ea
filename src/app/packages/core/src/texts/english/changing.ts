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
  resume: 'Resume collection',
  resumeText:
    'Stripe collects the next invoices again. Drafts of the pause stay drafts: finalize them in the Stripe Dashboard.',
  cardLink: 'Create card update link',
  cardLinkText:
    'On this page, the customer updates the card that Stripe charges. The link acts for the customer and works for a few minutes only: send it right away, and to the customer only.',
  reading: 'Reading its present state',

  done: {
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
