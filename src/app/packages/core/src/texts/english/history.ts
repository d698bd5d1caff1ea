import { refundFailures } from './refund-failures.ts';

/** What happened to one payment, step by step. Only the function that tells it loads these. */
export const history = {
  timesIn: (zone: string) => `Times are in the time zone ${zone}.`,
  started: 'Payment started',
  paid: 'Paid',
  confirmed: 'Paid. Stripe keeps no time of when the bank confirmed it',
  authorized: 'Authorized',
  captured: 'Captured',
  captureBy: 'Last day to capture',
  released: 'Authorization expired or canceled. No money moved',
  failed: (reason: string) => `Failed: ${reason}`,
  fee: 'Stripe fee',
  feePending: 'Stripe fee pending',
  available: 'Available in your Stripe balance',
  availableLater: 'Expected in your Stripe balance',
  refunds: {
    succeeded: 'Refunded',
    pending: 'Refund pending',
    requires_action: 'Refund waiting for the customer',
    failed: 'Refund failed',
    canceled: 'Refund canceled',
  },
  otherRefund: (status: string) => `Refund (${status})`,
  refundReasons: {
    duplicate: 'duplicate payment',
    fraudulent: 'fraud',
    requested_by_customer: 'requested by the customer',
    expired_uncaptured_charge: 'the authorization expired',
  },
  refundFailures,
  refundReturned: 'Failed refund back in your Stripe balance',
  refundFee: 'Refund fee',
  uncaptured: 'Rest of the authorization released',
  disputeOpened: (reason: string) => `Dispute opened: ${reason}`,
  inquiryOpened: (reason: string) => `Bank inquiry opened: ${reason}`,
  withdrawn: 'Disputed amount withdrawn',
  givenBack: 'Disputed amount returned',
  wonBack: 'Dispute won. Disputed amount returned',
  disputeFee: 'Dispute fee',
  responseDue: 'Response due in Stripe',
  responseWasDue: 'Response was due in Stripe',
  disputeStates: {
    needs_response: 'The dispute needs a response in Stripe',
    appeal_needs_response: 'The appeal needs a response in Stripe',
    under_review: 'The bank is reviewing your response',
    appeal_under_review: 'The bank is reviewing the appeal',
    won: 'Dispute won',
    lost: 'Dispute lost',
    prevented: 'Dispute prevented',
    warning_needs_response: 'The bank is asking about this payment. No money has moved',
    warning_under_review: 'The bank is reviewing your response to its inquiry',
    warning_closed: 'Inquiry closed. No money moved',
  },
  otherDispute: (status: string) => `Dispute status in Stripe: ${status}`,
  payouts: {
    arriving: (id: string) => `Reaches the bank (payout ${id})`,
    arrivalWas: (id: string) => `Was to reach the bank (payout ${id})`,
    arrived: (id: string) => `In the bank (payout ${id})`,
    takenOff: (id: string) => `Taken off payout ${id}`,
    failed: (id: string, reason: string | null) =>
      `Payout ${id} failed. Check your bank details in Stripe${reason === null ? '' : `. ${reason}`}`,
    canceled: (id: string) => `Payout ${id} canceled. The money is back in your Stripe balance`,
    failedBefore: (id: string) => `Payout ${id} failed. The money left with a later payout`,
    canceledBefore: (id: string) => `Payout ${id} canceled. The money left with a later payout`,
    other: (id: string, status: string) => `Payout ${id}. Status in Stripe: ${status}`,
    notItemized:
      "Your payouts are manual. Stripe doesn't say which payments are in them, so the day on which this one reaches the bank isn't known.",
    noPermission:
      'To see when this payment reaches the bank, give your Stripe key read access to Payouts.',
  },
  /** When the money of the payment is in the bank. */
  arrival: {
    balanceOn: (day: string) =>
      `The money reaches your Stripe balance on ${day}, and the bank after that.`,
    balanceSince: (day: string) => `The money reached your Stripe balance on ${day}.`,
    noPayout: (day: string) =>
      `The money reached your Stripe balance on ${day}. No payout to the bank found yet.`,
    /** Of all of it where there is no amount. */
    ahead: (amount: string | null, day: string) =>
      `${amount ?? 'The money'} reaches the bank on ${day}.`,
    was: (amount: string | null, day: string) =>
      `${amount ?? 'The money'} was expected in the bank on ${day}.`,
    there: (amount: string | null, day: string) =>
      `${amount ?? 'The money'} reached the bank on ${day}.`,
    off: (amount: string, day: string) => `${amount} was taken off the payout of ${day}.`,
    offLater: (amount: string) => `${amount} is taken off your next payout.`,
    waits: (amount: string) => `${amount} is in your Stripe balance, in no payout yet.`,
  },
  hubSpot: {
    own: "HubSpot's own record: HubSpot took this payment through its own Stripe connection and keeps its payment record. It gets no second one.",
    applicationFee: (amount: string) =>
      `The fees above include an application fee of ${amount}, which goes to the platform and not to Stripe.`,
    fee: (amount: string, rate: string | null) =>
      `HubSpot's fee, by its record: ${amount}${rate === null ? '' : ` (${rate})`}.`,
    differs: {
      amount: (hubSpot: string, stripe: string) =>
        `Paid: ${hubSpot} in HubSpot's record, ${stripe} in Stripe.`,
      refunded: (hubSpot: string, stripe: string) =>
        `Refunded: ${hubSpot} in HubSpot's record, ${stripe} in Stripe.`,
      fees: (hubSpot: string, stripe: string) =>
        `Fees: ${hubSpot} in HubSpot's record, ${stripe} in Stripe.`,
      net: (hubSpot: string, stripe: string) =>
        `Net received: ${hubSpot} in HubSpot's record, ${stripe} in Stripe.`,
    },
  },
  notes: {
    processing: 'The bank is processing this payment. This usually takes a few days.',
    waiting: 'The customer has to complete this payment.',
    authorized: 'Capture it in Stripe before the authorization expires.',
    incomplete: 'Not everything about this payment could be read, so steps may be missing here.',
    unknown: "Stripe reports a status this app doesn't know. Check the payment in Stripe.",
    unapplied: (amount: string) => `${amount} received, not applied yet.`,
    customerPaid: (amount: string) => `The customer saw and paid ${amount}.`,
    converted: (charged: string, settled: string, rate: string) =>
      `${charged} = ${settled}, at ${rate}.`,
    settledOutside: 'Settled outside Stripe, so its fee and net are not known.',
    passedOn: (amount: string) =>
      `${amount} was transferred to a connected account. Net is before this transfer.`,
    refundFailed: 'Repay the customer in another way.',
  },
};
