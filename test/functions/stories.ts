/** What a deal of the seed must hold after a sync. Amounts are decimals as HubSpot stores them. */
export interface ExpectedStory {
  readonly dealId: string;
  readonly status: string;
  readonly feeStatus: string;
  readonly match: string;
  /** Currency, paid, refunded, disputed; empty where there is no payment, or more than one currency. */
  readonly presentment: readonly string[];
  /** Currency, gross, fees, net, fee rate; empty for the same reasons, or while a fee is pending. */
  readonly settlement: readonly string[];
  readonly count: string;
  /** When the first and the last captured payment were made, in days before now. */
  readonly paidDaysAgo: readonly string[];
}

/**
 * Worked out by hand from the prices of the stand-in: US cards cost 2.9% + 0.30, foreign ones 1.5% more
 * and a conversion 1% more; a dispute costs 15.00, a returned bank debit 4.00; no fee comes back. The payments of
 * 9051 are at even distances, rounded down, so its last is a moment early.
 */
const TABLE = `
9001 | paid               | final   | linked   | USD 4800.00 0.00 0.00       | USD 4800.00 139.80 4660.20 2.91   | 2   | 92.3 61.6
9002 | paid               | final   | linked   | EUR 1250.50 0.00 0.00       | USD 1355.16 73.48 1281.68 5.42    | 1   | 74.4
9003 | paid               | final   | linked   | JPY 385000 0 0              | USD 2550.09 138.00 2412.09 5.41   | 1   | 66.2
9004 | paid               | final   | linked   | KWD 512.250 0.000 0.000     | USD 1680.88 91.07 1589.81 5.42    | 1   | 51.7
9005 | partially_paid     | final   | linked   |                             |                                   | 2   | 44.5 39.1
9006 | partially_paid     | final   | linked   | USD 1500.00 0.00 0.00       | USD 1500.00 43.80 1456.20 2.92    | 1   | 31.4
9011 | partially_refunded | final   | linked   | USD 3200.00 800.00 0.00     | USD 3200.00 93.10 2306.90 2.91    | 1   | 60.2
9012 | refunded           | final   | linked   | EUR 899.00 899.00 0.00      | USD 988.00 53.65 -35.31 5.43      | 1   | 52.6
9013 | paid               | final   | linked   | USD 450.00 0.00 0.00        | USD 450.00 13.35 436.65 2.97      | 1   | 40.3
9014 | partially_refunded | final   | linked   | USD 5000.00 2500.00 0.00    | USD 5000.00 145.30 2354.70 2.91   | 1   | 78.2
9021 | disputed           | final   | linked   | USD 2750.00 0.00 2750.00    | USD 2750.00 95.05 -95.05 3.46     | 1   | 28.5
9022 | paid               | final   | linked   | USD 980.00 0.00 0.00        | USD 980.00 43.72 936.28 4.46      | 1   | 110.2
9023 | dispute_lost       | final   | linked   | USD 1325.00 0.00 1325.00    | USD 1325.00 53.73 -53.73 4.06     | 1   | 120.6
9024 | disputed           | final   | linked   | USD 6400.00 0.00 1500.00    | USD 6400.00 215.90 4684.10 3.37   | 1   | 75.9
9025 | paid               | final   | linked   | USD 720.00 0.00 0.00        | USD 720.00 21.18 698.82 2.94      | 1   | 18.3
9031 | paid               | pending | linked   | USD 640.00 0.00 0.00        |                                   | 1   | 0.00694444444444
9032 | processing         | none    | linked   | USD 0.00 0.00 0.00          |                                   | 0   |
9033 | failed             | final   | linked   | USD 0.00 0.00 0.00          | USD 0.00 4.00 -4.00               | 0   |
9034 | authorized         | none    | linked   | USD 0.00 0.00 0.00          |                                   | 0   |
9035 | paid               | final   | linked   | USD 900.00 0.00 0.00        | USD 900.00 26.40 873.60 2.93      | 1   | 22.5
9036 | paid               | final   | linked   | USD 549.00 0.00 0.00        | USD 549.00 16.22 532.78 2.95      | 1   | 10.8
9041 | none               | none    | none     |                             |                                   | 0   |
9042 | none               | none    | none     |                             |                                   | 0   |
9043 | paid               | final   | metadata | USD 3100.00 0.00 0.00       | USD 3100.00 90.20 3009.80 2.91    | 1   | 26.4
9044 | paid               | final   | assigned | USD 420.00 0.00 0.00        | USD 420.00 12.48 407.52 2.97      | 1   | 15.7
9045 | paid               | final   | linked   | USD 1800.00 0.00 0.00       | USD 1800.00 52.50 1747.50 2.92    | 1   | 37.3
9047 | paid               | final   | metadata | USD 950.00 0.00 0.00        | USD 950.00 27.85 922.15 2.93      | 1   | 23.6
9048 | none               | none    | ambiguous |                            |                                   | 0   |
9049 | none               | none    | ambiguous |                            |                                   | 0   |
9051 | partially_refunded | final   | linked   | USD 29043.50 325.20 0.00    | USD 29043.50 932.29 27786.01 3.21 | 300 | 760 1.1000001
9052 | paid               | final   | linked   | USD 12345.67 0.00 0.00      | USD 12345.67 358.32 11987.35 2.90 | 1   | 29.9
9053 | paid               | final   | linked   | ILS 4650.00 0.00 0.00       | USD 1245.33 67.55 1177.78 5.42    | 1   | 20.6
`;

const words = (cell: string | undefined): readonly string[] =>
  (cell ?? '').split(' ').filter((word) => word !== '');

function storyOf(line: string): ExpectedStory {
  const cells = line.split('|').map((cell) => cell.trim());
  const [dealId = '', status = '', feeStatus = '', match = ''] = cells;
  return {
    dealId,
    status,
    feeStatus,
    match,
    presentment: words(cells[4]),
    settlement: words(cells[5]),
    count: cells[6] ?? '',
    paidDaysAgo: words(cells[7]),
  };
}

export const STORIES: readonly ExpectedStory[] = TABLE.trim().split('\n').map(storyOf);
