import type { FeeDetail } from '../entities/account.ts';
import type { PaymentMethod } from '../entities/payments.ts';
import { roundedQuotient } from './exchange.ts';

interface PriceList {
  readonly cardBasisPoints: bigint;
  readonly cardFixed: bigint;
  readonly internationalBasisPoints: bigint;
  readonly conversionBasisPoints: bigint;
  /** On top of the fee, as its own fee detail; 0 where Stripe adds no tax. */
  readonly taxPercent: bigint;
}

const US: PriceList = {
  cardBasisPoints: 290n,
  cardFixed: 30n,
  internationalBasisPoints: 150n,
  conversionBasisPoints: 100n,
  taxPercent: 0n,
};
const EURO: PriceList = {
  cardBasisPoints: 150n,
  cardFixed: 25n,
  internationalBasisPoints: 175n,
  conversionBasisPoints: 200n,
  taxPercent: 0n,
};
const JP: PriceList = { ...US, cardBasisPoints: 360n, cardFixed: 0n, internationalBasisPoints: 0n };
const GB: PriceList = { ...EURO, cardFixed: 20n };
const AU: PriceList = { ...US, cardBasisPoints: 170n, taxPercent: 10n };

/** By the country of the account. Near Stripe's public prices; what matters is that they differ. */
const PRICES: Readonly<Record<string, PriceList>> = {
  US,
  JP,
  GB,
  AU,
  IT: EURO,
  DE: EURO,
  FR: EURO,
  IE: { ...EURO, taxPercent: 23n },
};

const EURO_AREA = new Set(['IT', 'DE', 'FR', 'IE', 'ES', 'NL', 'BE', 'AT', 'PT', 'FI']);

const ACH_BASIS_POINTS = 80n;
const ACH_MOST = 500n;
/** What a returned ACH debit costs: https://stripe.com/pricing/local-payment-methods. */
const ACH_FAILURE = 400;

const DISPUTE_FEES: Readonly<Record<string, number>> = {
  usd: 1500,
  eur: 2000,
  gbp: 2000,
  jpy: 1300,
};

function isDomestic(accountCountry: string, cardCountry: string): boolean {
  if (accountCountry === cardCountry) return true;
  return EURO_AREA.has(accountCountry) && EURO_AREA.has(cardCountry);
}

const share = (amount: number, basisPoints: bigint): bigint =>
  roundedQuotient(BigInt(amount) * basisPoints, 10_000n);

function cardFee(
  prices: PriceList,
  isDomesticCard: boolean,
  isConverted: boolean,
  amount: number,
): bigint {
  const international = isDomesticCard ? 0n : prices.internationalBasisPoints;
  const conversion = isConverted ? prices.conversionBasisPoints : 0n;
  return share(amount, prices.cardBasisPoints + international + conversion) + prices.cardFixed;
}

function achFee(amount: number): bigint {
  const fee = share(amount, ACH_BASIS_POINTS);
  return fee > ACH_MOST ? ACH_MOST : fee;
}

export interface FeeQuestion {
  readonly accountCountry: string;
  readonly method: PaymentMethod;
  /** Minor units of the settlement currency. */
  readonly amount: number;
  readonly isConverted: boolean;
}

/** The processing fee of a charge, in the settlement currency. */
export function processingFee(question: FeeQuestion): readonly FeeDetail[] {
  const { accountCountry, method, amount, isConverted } = question;
  const prices = PRICES[accountCountry] ?? US;
  const fee =
    method.type === 'card'
      ? cardFee(prices, isDomestic(accountCountry, method.country), isConverted, amount)
      : achFee(amount);
  const details: FeeDetail[] = [
    { amount: Number(fee), type: 'stripe_fee', description: 'Stripe processing fees' },
  ];
  if (prices.taxPercent === 0n) return details;
  const tax = roundedQuotient(fee * prices.taxPercent, 100n);
  return [...details, { amount: Number(tax), type: 'tax', description: 'Tax on Stripe fees' }];
}

export const disputeFee = (settlementCurrency: string): readonly FeeDetail[] => [
  {
    amount: DISPUTE_FEES[settlementCurrency] ?? 1500,
    type: 'stripe_fee',
    description: 'Dispute fee',
  },
];

export const failedDebitFee = (): FeeDetail => ({
  amount: ACH_FAILURE,
  type: 'stripe_fee',
  description: 'Failed ACH debit fee',
});

export const totalOf = (details: readonly FeeDetail[]): number =>
  details.reduce((sum, detail) => sum + detail.amount, 0);

/** What gives these fees back: the same details with the opposite sign. */
export const reversed = (details: readonly FeeDetail[]): readonly FeeDetail[] =>
  details.map((detail) => ({ ...detail, amount: 0 - detail.amount }));

/** One detail for each type of fee. */
export function merged(details: readonly FeeDetail[]): readonly FeeDetail[] {
  return [...new Set(details.map((detail) => detail.type))].flatMap((type) => {
    const alike = details.filter((detail) => detail.type === type);
    return alike.slice(0, 1).map((first) => ({ ...first, amount: totalOf(alike) }));
  });
}
