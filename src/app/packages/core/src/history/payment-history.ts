import { isCapturedPayment } from '../ledger/captures.ts';
import { isSettledOutside } from '../ledger/fee-status.ts';
import { majorExchangeRate } from '../money/exchange-rate.ts';
import { formatCurrency, formatMoney, usableLocale } from '../money/format.ts';
import { money } from '../money/money.ts';
import type { Charge } from '../payment/charge.ts';
import { dayText, momentText, utcDayText } from '../presentation/presentation.ts';
import { statusOfCharge } from '../status/charge-status.ts';
import { chargeSteps } from './charge-steps.ts';
import type { HubSpotFacts } from './hubspot-figures.ts';
import { hubSpotNotes } from './hubspot-figures.ts';
import type { HistoryPayouts } from './payout-steps.ts';
import { arrivalText, payoutNote, payoutSteps } from './payout-steps.ts';
import { disputeSteps, refundSteps } from './reversal-steps.ts';
import type { HistoryStyle, Step } from './step.ts';
import { inOrder } from './step.ts';

/** A line of a payment's history, in the reader's words. */
interface HistoryLine {
  /** Null where Stripe keeps no time of it. */
  readonly when: string | null;
  readonly text: string;
  readonly amount: string | null;
}

export interface PaymentHistory {
  /** When its money is in the bank, as far as that is known; null where none comes. */
  readonly arrival: string | null;
  readonly lines: readonly HistoryLine[];
  /** What the steps do not say, a sentence each. */
  readonly notes: readonly string[];
}

/** What is known beside the charge itself. */
export interface HistoryFacts extends HubSpotFacts {
  readonly payouts: HistoryPayouts;
}

function lineOf({ at, isDay, isUtcDay, text, amount }: Step, style: HistoryStyle): HistoryLine {
  const when = (seconds: number): string => {
    if (isUtcDay === true) return utcDayText(seconds * 1_000, style);
    return isDay === true ? dayText(seconds, style) : momentText(seconds * 1_000, style);
  };
  return {
    when: at === null ? null : when(at),
    text,
    amount: amount === undefined ? null : formatMoney(amount, style.locale),
  };
}

/** What the charge became in the settlement currency, and the rate; nothing where none was converted. */
function conversionNotes(charge: Charge, { texts, locale }: HistoryStyle): readonly string[] {
  const { currency, amountCapturedMinor, balanceTransaction: settled } = charge;
  const rate = settled?.exchangeRate ?? null;
  // Of several captures each has a rate of its own.
  const isOne = charge.furtherBalanceTransactions.length === 0;
  if (settled === null || rate === null || !isOne || !isCapturedPayment(charge)) return [];
  const { converted } = texts.history.notes;
  const digits = new Intl.NumberFormat(usableLocale(locale), {
    maximumFractionDigits: 12,
    useGrouping: true,
  });
  const rateText = digits.format(majorExchangeRate(rate, currency, settled.currency));
  return [
    converted(
      formatMoney(money(amountCapturedMinor, currency), locale),
      formatMoney(money(settled.amountMinor, settled.currency), locale),
      `1 ${formatCurrency(currency)} = ${rateText} ${formatCurrency(settled.currency)}`,
    ),
  ];
}

function statusNotes(charge: Charge, { texts }: HistoryStyle): readonly string[] {
  const { processing, waiting, authorized, unknown } = texts.history.notes;
  switch (statusOfCharge(charge)) {
    case 'processing':
      return [processing];
    case 'waiting':
      return [waiting];
    case 'authorized':
      return [authorized];
    case 'unknown':
      return [unknown];
    default:
      return [];
  }
}

function notesOf(charge: Charge, facts: HistoryFacts, style: HistoryStyle): readonly string[] {
  const { notes, timesIn } = style.texts.history;
  const { customerPaid, currency, passedOnMinor, unappliedMinor, refunds } = charge;
  const shown = (minor: number): string => formatMoney(money(minor, currency), style.locale);
  const isPassedOn = passedOnMinor !== null && isCapturedPayment(charge);
  return [
    facts.isComplete ? null : notes.incomplete,
    ...statusNotes(charge, style),
    unappliedMinor > 0 ? notes.unapplied(shown(unappliedMinor)) : null,
    customerPaid && notes.customerPaid(formatMoney(customerPaid, style.locale)),
    ...conversionNotes(charge, style),
    isSettledOutside(charge, facts.nowSeconds) ? notes.settledOutside : null,
    isPassedOn ? notes.passedOn(shown(passedOnMinor)) : null,
    refunds.some(({ status }) => status === 'failed') ? notes.refundFailed : null,
    payoutNote(facts.payouts, style),
    ...hubSpotNotes(charge, facts, style),
    timesIn(style.timeZone),
  ].filter((note) => note !== null);
}

/** What happened to a payment and what is to come, in the order of time. */
export function paymentHistory(
  charge: Charge,
  facts: HistoryFacts,
  style: HistoryStyle,
): PaymentHistory {
  const { timed, untimed } = payoutSteps(charge, facts.payouts, facts.nowSeconds, style);
  const steps = inOrder([
    chargeSteps(charge, facts.nowSeconds, style),
    ...charge.refunds.map((refund) => refundSteps(refund, charge, style)),
    ...charge.disputes.map((dispute) => disputeSteps(dispute, facts.nowSeconds, style)),
    timed,
  ]);
  return {
    arrival: arrivalText(charge, facts, style),
    lines: [...steps, ...untimed].map((step) => lineOf(step, style)),
    notes: notesOf(charge, facts, style),
  };
}
