/**
 * What each deal of the seed must hold after a sync, worked out by hand: US cards cost 2.9% + 0.30,
 * foreign ones 1.5% more, a conversion 1% more, a dispute 15.00 and a returned bank debit 4.00.
 * Amounts are `paid, refunded, disputed | gross, fees, net`, in the two currencies before them.
 */
export interface ExpectedStory {
  readonly dealId: string;
  readonly status: string;
  readonly feeStatus: string;
  readonly match: string;
  readonly presentment: string;
  readonly settlement: string;
  readonly count: string;
  /** When the first and the last captured payment were made, in days before now; null for none. */
  readonly paidDaysAgo: readonly [first: number, last: number] | null;
  readonly failure?: string;
}

type Row = readonly [
  dealId: string,
  status: string,
  feeStatus: string,
  match: string,
  presentment: string,
  settlement: string,
  count: number,
  paidDaysAgo: readonly [number, number] | null,
  failure?: string,
];

const once = (days: number): readonly [number, number] => [days, days];
const TEN_MINUTES = 10 / (24 * 60);
const NONE = ' ';

const ROWS: readonly Row[] = [
  ['9001', 'paid', 'final', 'linked', 'USD 4800.00 0.00 0.00', 'USD 4800.00 139.80 4660.20', 2, [92.3, 61.6]],
  ['9002', 'paid', 'final', 'linked', 'EUR 1250.50 0.00 0.00', 'USD 1371.80 74.38 1297.42', 1, once(74.4)],
  ['9003', 'paid', 'final', 'linked', 'JPY 385000 0 0', 'USD 2579.50 139.59 2439.91', 1, once(66.2)],
  ['9004', 'paid', 'final', 'linked', 'KWD 512.250 0.000 0.000', 'USD 1669.94 90.48 1579.46', 1, once(51.7)],
  ['9005', 'paid', 'final', 'linked', NONE, NONE, 2, [44.5, 39.1]],
  ['9006', 'paid', 'final', 'linked', 'USD 1500.00 0.00 0.00', 'USD 1500.00 43.80 1456.20', 1, once(31.4)],
  ['9011', 'partially_refunded', 'final', 'linked', 'USD 3200.00 800.00 0.00', 'USD 3200.00 93.10 2306.90', 1, once(60.2)],
  ['9012', 'refunded', 'final', 'linked', 'EUR 899.00 899.00 0.00', 'USD 988.00 53.65 -35.31', 1, once(52.6)],
  ['9013', 'paid', 'final', 'linked', 'USD 450.00 0.00 0.00', 'USD 450.00 13.35 436.65', 1, once(40.3)],
  ['9014', 'partially_refunded', 'final', 'linked', 'USD 5000.00 2500.00 0.00', 'USD 5000.00 145.30 2354.70', 1, once(78.2)],
  ['9021', 'disputed', 'final', 'linked', 'USD 2750.00 0.00 2750.00', 'USD 2750.00 95.05 -95.05', 1, once(28.5)],
  ['9022', 'paid', 'final', 'linked', 'USD 980.00 0.00 0.00', 'USD 980.00 43.72 936.28', 1, once(110.2)],
  ['9023', 'disputed', 'final', 'linked', 'USD 1325.00 0.00 1325.00', 'USD 1325.00 53.73 -53.73', 1, once(120.6)],
  ['9024', 'disputed', 'final', 'linked', 'USD 6400.00 0.00 1500.00', 'USD 6400.00 215.90 4684.10', 1, once(75.9)],
  ['9025', 'paid', 'final', 'linked', 'USD 720.00 0.00 0.00', 'USD 720.00 21.18 698.82', 1, once(18.3)],
  ['9031', 'paid', 'pending', 'linked', 'USD 640.00 0.00 0.00', NONE, 1, once(TEN_MINUTES)],
  ['9032', 'processing', 'none', 'linked', NONE, NONE, 0, null],
  ['9033', 'failed', 'final', 'linked', NONE, 'USD 0.00 4.00 -4.00', 0, null, 'Not enough money in the account'],
  ['9034', 'authorized', 'none', 'linked', NONE, NONE, 0, null],
  ['9035', 'paid', 'final', 'linked', 'USD 900.00 0.00 0.00', 'USD 900.00 26.40 873.60', 1, once(22.5)],
  ['9036', 'paid', 'final', 'linked', 'USD 549.00 0.00 0.00', 'USD 549.00 16.22 532.78', 1, once(10.8)],
  ['9041', 'paid', 'final', 'metadata', 'USD 950.00 0.00 0.00', 'USD 950.00 27.85 922.15', 1, once(23.6)],
  ['9042', 'none', 'none', 'none', NONE, NONE, 0, null],
  ['9043', 'paid', 'final', 'metadata', 'USD 3100.00 0.00 0.00', 'USD 3100.00 90.20 3009.80', 1, once(26.4)],
  ['9044', 'paid', 'final', 'assigned', 'USD 420.00 0.00 0.00', 'USD 420.00 12.48 407.52', 1, once(15.7)],
  ['9045', 'paid', 'final', 'linked', 'USD 1800.00 0.00 0.00', 'USD 1800.00 52.50 1747.50', 1, once(37.3)],
  ['9051', 'partially_refunded', 'final', 'linked', 'USD 29043.50 325.20 0.00', 'USD 29043.50 932.29 27786.01', 300, [760, 1.1]],
  ['9052', 'paid', 'final', 'linked', 'USD 12345.67 0.00 0.00', 'USD 12345.67 358.32 11987.35', 1, once(29.9)],
  ['9053', 'paid', 'final', 'linked', 'ILS 4650.00 0.00 0.00', 'USD 1245.33 67.55 1177.78', 1, once(20.6)],
];

export const STORIES: readonly ExpectedStory[] = ROWS.map(
  ([dealId, status, feeStatus, match, presentment, settlement, count, paidDaysAgo, failure]) => ({
    dealId,
    status,
    feeStatus,
    match,
    presentment,
    settlement,
    count: String(count),
    paidDaysAgo,
    ...(failure === undefined ? {} : { failure }),
  }),
);
