/** What the list of payment records is narrowed to; '' is all. */
export interface PaymentFilters {
  readonly status: string;
  readonly match: string;
  /** Days, `2026-01-05`, both included. */
  readonly from: string;
  readonly to: string;
  /** In major units of each payment's settlement currency. */
  readonly minFee: string;
}

/** HubSpot's Payments has others too: only this app's have its key. */
export const KEPT = { propertyName: 'stripe_charge_id', operator: 'HAS_PROPERTY' };

export const ALL_PAYMENTS: PaymentFilters = { status: '', match: '', from: '', to: '', minFee: '' };

const DAY_MS = 86_400_000;

/** When a day begins in a time zone, in milliseconds since the epoch. */
function startOfDay(day: string, timeZone: string): number {
  const inUtc = Date.parse(`${day}T00:00:00Z`);
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(inUtc));
  return inUtc - (Date.parse(`${parts.replace(' ', 'T')}Z`) - inUtc);
}

const afterDay = (day: string): string =>
  new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 'yyyy-mm-dd'.length);

interface Filter {
  readonly propertyName: string;
  readonly operator: string;
  readonly value: string;
}

/** As HubSpot's own lists ask: days are those of the account's time zone. */
export function filtersOf(filters: PaymentFilters, timeZone: string): readonly Filter[] {
  const { status, match, from, to, minFee } = filters;
  const filter = (propertyName: string, operator: string, value: string): readonly Filter[] =>
    value === '' ? [] : [{ propertyName, operator, value }];
  const momentOf = (day: string): string => (day === '' ? '' : String(startOfDay(day, timeZone)));
  return [
    ...filter('stripe_payment_status', 'EQ', status),
    ...filter('stripe_match', 'EQ', match),
    ...filter('stripe_created_date', 'GTE', momentOf(from)),
    ...filter('stripe_created_date', 'LT', momentOf(to === '' ? '' : afterDay(to))),
    ...filter('stripe_fee_amount', 'GTE', minFee),
  ];
}
