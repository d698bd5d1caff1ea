import type { Texts } from './card-page.ts';

/** What a person sees of a deal on the day at which the clock of the browser tests stands. */
export interface SeenStory {
  readonly dealId: string;
  readonly story: string;
  readonly tags: readonly string[];
  readonly figures: Texts;
  /** Further sentences and amounts on the card. */
  readonly says: readonly string[];
  /** Some of the lines of "What changed" after the first sync. */
  readonly changes: readonly string[];
  /** Properties after the sync, by their names without `stripe_`. */
  readonly properties: Texts;
}

export const STORIES: readonly SeenStory[] = [
  {
    dealId: '9001',
    story: 'paid in full',
    tags: ['Paid', 'Test mode'],
    figures: {
      'Deal amount': '$4,800.00',
      Paid: '$4,800.00',
      'Net received': '$4,660.20',
    },
    says: ['The deal amount is paid in full.', 'Payments (2)', '$2,330.10', 'Linked customer: '],
    changes: ['Payment status: empty → Paid', 'Net received: empty → $4,660.20'],
    properties: {
      payment_status: 'Paid',
      coverage: 'Covered in full',
      fee_status: 'Final',
      amount_paid: '$4,800.00',
      gross_amount: '$4,800.00',
      fee_amount: '$139.80',
      net_amount: '$4,660.20',
      payment_count: '2',
      match: 'Linked customer',
      mode: 'Test',
      sync_error: '--',
    },
  },
  {
    dealId: '9002',
    story: 'paid in euros on a dollar account',
    tags: ['Paid', 'Test mode'],
    figures: {
      'Deal amount': '€1,250.50',
      Paid: '€1,250.50',
      'Net, converted to USD': '$1,281.68',
    },
    says: ['Mastercard •• 4444', '$73.48'],
    changes: ['Payment currency: empty → EUR', 'Settlement currency: empty → USD'],
    properties: {
      currency: 'EUR',
      amount_paid: '€1,250.50',
      settlement_currency: 'USD',
      gross_amount: '$1,355.16',
      fee_amount: '$73.48',
      net_amount: '$1,281.68',
      amounts_by_currency: 'EUR: paid 1250.50\nUSD: gross 1355.16, fees 73.48, net 1281.68',
    },
  },
  {
    dealId: '9003',
    story: 'paid in yen',
    tags: ['Paid', 'Test mode'],
    figures: {
      'Deal amount': '¥385,000',
      Paid: '¥385,000',
      'Net, converted to USD': '$2,412.09',
    },
    says: ['The deal amount is paid in full.'],
    changes: ['Amount paid: empty → ¥385,000', 'Net received: empty → $2,412.09'],
    properties: {
      currency: 'JPY',
      amount_paid: '¥385,000',
      gross_amount: '$2,550.09',
      fee_amount: '$138.00',
      net_amount: '$2,412.09',
    },
  },
  {
    dealId: '9004',
    story: 'paid in Kuwaiti dinars',
    tags: ['Paid', 'Test mode'],
    figures: {
      'Deal amount': 'KWD 512.250',
      Paid: 'KWD 512.250',
      'Net, converted to USD': '$1,589.81',
    },
    says: ['The deal amount is paid in full.'],
    changes: ['Amount paid: empty → KWD 512.250'],
    properties: {
      currency: 'KWD',
      amount_paid: 'KWD 512.250',
      gross_amount: '$1,680.88',
      fee_amount: '$91.07',
      net_amount: '$1,589.81',
    },
  },
  {
    dealId: '9005',
    story: 'paid in two currencies',
    tags: ['Partly paid', 'Test mode'],
    figures: {
      'Deal amount': '$1,550.00',
      'Paid (EUR)': '€600.00',
      'Paid (USD)': '$900.00',
    },
    says: [
      '€573.30',
      '$860.10',
      '$900.00 of $1,550.00 paid',
      '$650.00 of the deal amount is outstanding.',
      "€600.00 was paid too, and isn't converted.",
      "Amounts in different currencies aren't added together.",
    ],
    changes: ['Successful payments: empty → 2'],
    properties: {
      currency: '--',
      amount_paid: '--',
      net_amount: '--',
      payment_count: '2',
      amounts_by_currency:
        'EUR: paid 600.00, gross 600.00, fees 26.70, net 573.30\n' +
        'USD: paid 900.00, gross 900.00, fees 39.90, net 860.10',
    },
  },
  {
    dealId: '9011',
    story: 'partially refunded',
    tags: ['Partially refunded', 'Test mode'],
    figures: {
      'Deal amount': '$3,200.00',
      Paid: '$3,200.00',
      Refunded: '$800.00',
      'Net received': '$2,306.90',
    },
    says: [
      '$2,400.00 of $3,200.00 kept',
      '$800.00 of the deal amount was refunded.',
      '$800.00 refunded',
    ],
    changes: ['Amount refunded: empty → $800.00'],
    properties: {
      payment_status: 'Partially refunded',
      amount_refunded: '$800.00',
      fee_amount: '$93.10',
      net_amount: '$2,306.90',
    },
  },
  {
    dealId: '9021',
    story: 'in dispute',
    tags: ['Disputed', 'Test mode'],
    figures: {
      'Deal amount': '$2,750.00',
      Paid: '$2,750.00',
      Disputed: '$2,750.00',
      Net: '-$95.05',
    },
    says: [
      '$2,750.00 of the deal amount is in dispute until the bank decides.',
      'Respond to a dispute in Stripe by Nov 27, 2026',
    ],
    changes: ['Payment status: empty → Disputed', 'Amount disputed: empty → $2,750.00'],
    properties: {
      payment_status: 'Disputed',
      amount_disputed: '$2,750.00',
      fee_amount: '$95.05',
      net_amount: '-$95.05',
    },
  },
  {
    dealId: '9031',
    story: 'paid with the fee pending',
    tags: ['Paid', 'Fees pending', 'Test mode'],
    figures: {
      'Deal amount': '$640.00',
      Paid: '$640.00',
      'Net received': 'Pending',
    },
    says: ['Sync again in about an hour', "Stripe hasn't finalized all fees yet"],
    changes: ['Fee status: empty → Pending'],
    properties: {
      payment_status: 'Paid',
      fee_status: 'Pending',
      amount_paid: '$640.00',
      gross_amount: '--',
      fee_amount: '--',
      net_amount: '--',
    },
  },
  {
    dealId: '9036',
    story: 'declined three times and then paid',
    tags: ['Paid', 'Test mode'],
    figures: {
      'Deal amount': '$549.00',
      Paid: '$549.00',
      'Net received': '$532.78',
    },
    says: [
      'Payments (1) · Failed payments (3)',
      'The bank declined without giving a reason',
      'The security code is wrong',
      'Insufficient funds',
    ],
    changes: ['Successful payments: empty → 1'],
    properties: { payment_status: 'Paid', payment_count: '1', failure_reason: '--' },
  },
  {
    dealId: '9051',
    story: 'paid with three hundred payments',
    tags: ['Partially refunded', 'Test mode'],
    figures: {
      'Deal amount': '$29,000.00',
      Paid: '$29,043.50',
      Refunded: '$325.20',
      'Net received': '$27,786.01',
    },
    says: ['Payments (300)', '$281.70 of the deal amount was refunded.'],
    changes: ['Successful payments: empty → 300'],
    properties: {
      payment_count: '300',
      amount_paid: '$29,043.50',
      fee_amount: '$932.29',
      net_amount: '$27,786.01',
    },
  },
];
