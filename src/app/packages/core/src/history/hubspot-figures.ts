import { isCapturedPayment } from '../ledger/captures.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { ledgerOf } from '../ledger/ledger.ts';
import { formatMoney, usableLocale } from '../money/format.ts';
import type { Money } from '../money/money.ts';
import { money } from '../money/money.ts';
import type { Charge } from '../payment/charge.ts';
import type { HistoryStyle } from './step.ts';

const COMPARED = ['amount', 'refunded', 'fees', 'net'] as const;

/** What HubSpot's own record of a payment says; empty where it has no such value. */
export type HubSpotFigures = Readonly<
  /** In each currency in which HubSpot has it: that of the payment, and that of the settlement. */
  Record<(typeof COMPARED)[number], readonly Money[]> & {
    /** HubSpot's own fee for a payment by its Stripe connection, in the currency of the payment if it has that. */
    platformFee: Money | null;
  }
>;

export interface HubSpotFacts {
  /** Null where the record was not found, may not be read, or is of a payment that HubSpot did not take. */
  readonly hubSpot: HubSpotFigures | null;
  readonly nowSeconds: number;
  /** False where a part of the payment could not be read. */
  readonly isComplete: boolean;
}

function fromStripe({
  presentment,
  settlement,
}: Ledger): Record<(typeof COMPARED)[number], Money[]> {
  const [paid, ...otherPaid] = presentment;
  const [settled, ...otherSettled] = settlement;
  const isPaid = paid !== undefined && otherPaid.length === 0;
  const isSettled = settled !== undefined && otherSettled.length === 0;
  const fees = isSettled ? settled.feeMinor + settled.disputeFeeMinor : 0;
  return {
    amount: isPaid ? [money(paid.capturedMinor, paid.currency)] : [],
    refunded: isPaid ? [money(paid.refundedMinor, paid.currency)] : [],
    fees: isSettled ? [money(fees, settled.currency)] : [],
    net: isSettled ? [money(settled.netMinor, settled.currency)] : [],
  };
}

function platformFeeNote(
  { platformFee, amount }: HubSpotFigures,
  style: HistoryStyle,
): string | null {
  if (platformFee === null) return null;
  const whole = amount.find(({ currency }) => currency === platformFee.currency)?.minor ?? 0;
  const percent = new Intl.NumberFormat(usableLocale(style.locale), {
    style: 'percent',
    maximumFractionDigits: 2,
  });
  const rate = whole > 0 ? percent.format(platformFee.minor / whole) : null;
  return style.texts.history.hubSpot.fee(formatMoney(platformFee, style.locale), rate);
}

/**
 * That a payment has HubSpot's own record, HubSpot's fee apart from Stripe's, and where the record differs from
 * Stripe's ledger. Amounts of two currencies are not compared. Empty for a payment that HubSpot did not take.
 */
export function hubSpotNotes(
  charge: Charge,
  { hubSpot: figures, nowSeconds, isComplete }: HubSpotFacts,
  style: HistoryStyle,
): readonly (string | null)[] {
  if (charge.hubSpotPayment === null) return [];
  const { locale, texts } = style;
  const labels = texts.history.hubSpot;
  const ledger = ledgerOf([charge], nowSeconds);
  const application = ledger.settlement.filter(({ feesByKind }) => feesByKind.application !== 0);
  const stripe = fromStripe(ledger);
  const isComparable = isComplete && isCapturedPayment(charge);
  return [
    labels.own,
    ...application.map(({ currency, feesByKind }) =>
      labels.applicationFee(formatMoney(money(feesByKind.application, currency), locale)),
    ),
    figures && platformFeeNote(figures, style),
    ...(isComparable ? COMPARED : []).map((name) => {
      const [ours] = stripe[name];
      const theirs = figures?.[name].find(({ currency }) => currency === ours?.currency);
      return ours === undefined || theirs === undefined || theirs.minor === ours.minor
        ? null
        : labels.differs[name](formatMoney(theirs, locale), formatMoney(ours, locale));
    }),
  ];
}
