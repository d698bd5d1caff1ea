import { transactionClassOf } from '../ledger/transaction-class.ts';
import type { Money } from '../money/money.ts';
import { money } from '../money/money.ts';
import type { BalanceTransaction, Charge, Dispute, Refund } from '../payment/charge.ts';
import type { HistoryStyle, Step } from './step.ts';
import { nameOf } from './step.ts';

/** A fee of its own; nothing where there is none. */
const feeSteps = (
  { created, feeMinor, currency }: BalanceTransaction,
  text: string,
): readonly Step[] =>
  feeMinor === 0 ? [] : [{ at: created, text, amount: money(-feeMinor, currency) }];

/** What is said of a refund that gives captured money back, with the reason for it. */
function refundText({ status, reason, failureReason }: Refund, { texts }: HistoryStyle): string {
  const { refunds, otherRefund, refundReasons, refundFailures } = texts.history;
  // Refunds of before 2016 have no status.
  const known = status ?? 'succeeded';
  const what = Object.hasOwn(refunds, known) ? nameOf(refunds, known) : otherRefund(known);
  if (failureReason !== null) return `${what}: ${nameOf(refundFailures, failureReason)}`;
  return reason === null ? what : `${what}: ${nameOf(refundReasons, reason)}`;
}

export function refundSteps(refund: Refund, charge: Charge, style: HistoryStyle): readonly Step[] {
  const { created, currency, amountMinor, balanceTransaction, failureBalanceTransaction } = refund;
  const { uncaptured, refundReturned, refundFee } = style.texts.history;
  const isRelease =
    !charge.captured || balanceTransaction?.reportingCategory === 'partial_capture_reversal';
  if (isRelease) return [{ at: created, text: uncaptured, amount: money(amountMinor, currency) }];
  return [
    {
      at: created,
      text: refundText(refund, style),
      amount: money(-amountMinor, currency),
    },
    ...(balanceTransaction === null ? [] : feeSteps(balanceTransaction, refundFee)),
    ...(failureBalanceTransaction === null
      ? []
      : [
          {
            at: failureBalanceTransaction.created,
            text: refundReturned,
            amount: movedMoney(failureBalanceTransaction),
          },
        ]),
  ];
}

const movedMoney = ({ amountMinor, currency }: BalanceTransaction): Money =>
  money(amountMinor, currency);

function movementSteps(transaction: BalanceTransaction, { texts }: HistoryStyle): readonly Step[] {
  const { withdrawn, givenBack, disputeFee } = texts.history;
  const { created, amountMinor, reportingCategory } = transaction;
  const isMovement = transactionClassOf(reportingCategory) === 'disputed' && amountMinor !== 0;
  const text = amountMinor < 0 ? withdrawn : givenBack;
  return [
    ...(isMovement ? [{ at: created, text, amount: movedMoney(transaction) }] : []),
    ...feeSteps(transaction, disputeFee),
  ];
}

/** From the first word of the bank to the result. Stripe keeps no time of the result. */
export function disputeSteps(
  dispute: Dispute,
  nowSeconds: number,
  style: HistoryStyle,
): readonly Step[] {
  const { created, status, reason, evidenceDueBy, amountMinor, currency } = dispute;
  const texts = style.texts.history;
  const because = nameOf(style.texts.disputeReasons, reason);
  const isInquiry = status.startsWith('warning_');
  const isDue = status.endsWith('needs_response') && evidenceDueBy !== null;
  const movements = dispute.balanceTransactions.toSorted((a, b) => a.created - b.created);
  return [
    {
      at: created,
      text: isInquiry ? texts.inquiryOpened(because) : texts.disputeOpened(because),
      amount: money(amountMinor, currency),
    },
    ...movements.flatMap((transaction) => movementSteps(transaction, style)),
    {
      at: null,
      text: Object.hasOwn(texts.disputeStates, status)
        ? nameOf(texts.disputeStates, status)
        : texts.otherDispute(status),
    },
    ...(isDue
      ? [
          {
            at: evidenceDueBy,
            text: evidenceDueBy < nowSeconds ? texts.responseWasDue : texts.responseDue,
          },
        ]
      : []),
  ];
}
