interface SeededLine {
  readonly id: string;
  readonly dealId: string;
  /** HubSpot's own properties of a line item. */
  readonly properties: Readonly<Record<string, string>>;
}

/** The lines of the deal whose linked customer has not paid anything: together its amount. */
export const SEEDED_LINES: readonly SeededLine[] = [
  {
    id: '5001',
    dealId: '9042',
    properties: { name: 'Onboarding workshop', quantity: '1', price: '900', hs_sku: 'WS-1' },
  },
  {
    id: '5002',
    dealId: '9042',
    properties: {
      name: 'Handheld scanner',
      quantity: '4',
      price: '125',
      hs_discount_percentage: '10',
      hs_sku: 'SCAN-2',
    },
  },
  {
    id: '5003',
    dealId: '9042',
    properties: { name: 'Training day', quantity: '1', price: '400', discount: '50' },
  },
  {
    id: '5004',
    dealId: '9042',
    properties: {
      name: 'Fleet support',
      quantity: '1',
      price: '200',
      recurringbillingfrequency: 'monthly',
      hs_recurring_billing_period: 'P12M',
    },
  },
];
