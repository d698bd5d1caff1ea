import { isAuthorized, isCapturedPayment } from '../ledger/captures.ts';
import { feeStatusOfCharge } from '../ledger/fee-status.ts';
import { money } from '../money/money.ts';
import type { BalanceTransaction, Charge } from '../payment/charge.ts';
import { declineText } from '../texts/declines.ts';
import type { HistoryStyle, Step } from './step.ts';

/** Methods whose charge is made days before the bank says that the money comes. */
export const DELAYED_METHODS: ReadonlySet<string> = new Set([
  'acss_debit',
  'au_becs_debit',
  'bacs_debit',
  'boleto',
  'konbini',
  'multibanco',
  'nz_bank_account',
  'oxxo',
  'sepa_debit',
  'us_bank_account',
]);

/** A fee, and when the money is available. */
function settlementSteps(
  transaction: BalanceTransaction,
  nowSeconds: number,
  { texts }: HistoryStyle,
): readonly Step[] {
  const { created, currency, feeMinor, netMinor, availableOn } = transaction;
  const { fee, available, availableLater } = texts.history;
  return [
    ...(feeMinor === 0 ? [] : [{ at: created, text: fee, amount: money(-feeMinor, currency) }]),
    {
      at: availableOn,
      isDay: true,
      text: availableOn <= nowSeconds ? available : availableLater,
      amount: money(netMinor, currency),
    },
  ];
}

/** One capture is of the charge's own currency; of several, each has the amount of its balance transaction. */
function captureSteps(
  { amountCapturedMinor, currency }: Charge,
  captures: readonly BalanceTransaction[],
  { texts }: HistoryStyle,
): readonly Step[] {
  const text = texts.history.captured;
  const [first] = captures;
  if (captures.length <= 1) {
    return [{ at: first?.created ?? null, text, amount: money(amountCapturedMinor, currency) }];
  }
  return captures.map(({ created, amountMinor, currency: settledIn }) => ({
    at: created,
    text,
    amount: money(amountMinor, settledIn),
  }));
}

function capturedSteps(charge: Charge, nowSeconds: number, style: HistoryStyle): readonly Step[] {
  const { created, amountMinor, amountCapturedMinor, currency, method } = charge;
  const { authorized, paid, started, confirmed, feePending } = style.texts.history;
  const captures = [charge.balanceTransaction, ...charge.furtherBalanceTransactions].filter(
    (transaction) => transaction !== null,
  );
  const taken = money(amountCapturedMinor, currency);
  const first: readonly Step[] = charge.isCapturedLater
    ? [
        { at: created, text: authorized, amount: money(amountMinor, currency) },
        ...captureSteps(charge, captures, style),
      ]
    : DELAYED_METHODS.has(method.type)
      ? [
          { at: created, text: started, amount: money(amountMinor, currency) },
          { at: null, text: confirmed, amount: taken },
        ]
      : [{ at: created, text: paid, amount: taken }];
  const isPending = captures.length === 0 && feeStatusOfCharge(charge, nowSeconds) === 'pending';
  return [
    ...first,
    ...(isPending ? [{ at: null, text: feePending }] : []),
    ...captures.flatMap((transaction) => settlementSteps(transaction, nowSeconds, style)),
  ];
}

function failedSteps(charge: Charge, { texts }: HistoryStyle): readonly Step[] {
  const { created, amountMinor, currency, failure, failureBalanceTransaction: back } = charge;
  const none = { code: null, reason: null, message: null };
  const text = texts.history.failed(declineText(failure ?? none, texts).reason);
  const amount = money(amountMinor, currency);
  if (back === null) return [{ at: created, text, amount }];
  return [
    { at: created, text: texts.history.started, amount },
    { at: back.created, text },
    ...(back.feeMinor === 0
      ? []
      : [{ at: null, text: texts.history.fee, amount: money(-back.feeMinor, back.currency) }]),
  ];
}

function uncapturedSteps(charge: Charge, { texts }: HistoryStyle): readonly Step[] {
  const { created, amountMinor, currency, captureBefore } = charge;
  const { authorized, captureBy, released } = texts.history;
  return [
    { at: created, text: authorized, amount: money(amountMinor, currency) },
    ...(!isAuthorized(charge)
      ? [{ at: null, text: released }]
      : captureBefore === null
        ? []
        : [{ at: captureBefore, text: captureBy }]),
  ];
}

/** From the attempt to the money in the balance. */
export function chargeSteps(
  charge: Charge,
  nowSeconds: number,
  style: HistoryStyle,
): readonly Step[] {
  const { status, created, amountMinor, currency } = charge;
  if (status === 'failed') return failedSteps(charge, style);
  if (isCapturedPayment(charge)) return capturedSteps(charge, nowSeconds, style);
  if (status === 'succeeded') return uncapturedSteps(charge, style);
  const amount = money(amountMinor, currency);
  return [{ at: created, text: style.texts.history.started, amount }];
}
