import type { Money } from '@stripe-payments/core';
import { add, money, negate, storedAmount } from '@stripe-payments/core';
import type { Figures, PaidFigures } from './figures.ts';

/** What the lines say was paid, in each currency. */
function paidInLines(
  { status, dispute }: Figures,
  lines: readonly string[],
): readonly PaidFigures[] {
  return lines.flatMap((line) => {
    const paid = storedAmount(line, 'paid');
    if (paid === undefined || paid.minor === 0) return [];
    const nothing = money(0, paid.currency);
    const refunded = storedAmount(line, 'refunded') ?? nothing;
    const disputed = storedAmount(line, 'disputed') ?? nothing;
    // Of an open dispute beside a lost one it is not known.
    const isKnown = disputed.minor === 0 || status === 'dispute_lost' || dispute === 'lost';
    return [{ paid, refunded, disputed, lost: isKnown ? disputed : null }];
  });
}

/** What the lines say was received, in each currency in which anything was. */
function receivedInLines(lines: readonly string[]): Figures['received'] {
  const received = lines.flatMap((line) => {
    const gross = storedAmount(line, 'gross');
    const fees = storedAmount(line, 'fees');
    const net = storedAmount(line, 'net');
    if (gross === undefined || fees === undefined || net === undefined) return [];
    return [{ gross, fees, net, convertedFrom: [] }];
  });
  const filled = received.filter(({ gross, fees, net }) =>
    [gross, fees, net].some(({ minor }) => minor !== 0),
  );
  return filled.length === 0 ? received : filled;
}

/** What stays of the amounts of a line; undefined where nothing was paid in its currency. */
export function keptInLine(line: string): Money | undefined {
  const came = [storedAmount(line, 'paid'), storedAmount(line, 'outside')];
  const [first, ...others] = came.filter((amount) => amount !== undefined);
  const went = [storedAmount(line, 'refunded'), storedAmount(line, 'disputed')];
  const taken = went.filter((amount) => amount !== undefined).map(negate);
  return first && [...others, ...taken].reduce(add, first);
}

/**
 * What stays of payments in other currencies than the deal's. Where the lines do not come to what was
 * compared, as where customers saw and paid the deal's currency, it is not known.
 */
function othersInLines({ coverage }: Figures, lines: readonly string[]): readonly Money[] {
  if (coverage === null) return [];
  const { currency, minor } = coverage.paid;
  const kept = lines.flatMap((line) => keptInLine(line) ?? []);
  const isAll = kept.some((own) => own.currency === currency && own.minor === minor);
  return isAll ? kept.filter((each) => each.currency !== currency && each.minor > 0) : [];
}

/** Saved figures that only the lines have, of several currencies or not final yet, as amounts. */
export function withLineAmounts(figures: Figures, lines: readonly string[]): Figures {
  const { isPaidInSeveral, isReceivedInSeveral } = figures;
  const paid = isPaidInSeveral ? paidInLines(figures, lines) : figures.paid;
  const received = isReceivedInSeveral ? receivedInLines(lines) : figures.received;
  return {
    ...figures,
    paid,
    received,
    // What is due or recurs in another currency leaves the properties of one currency empty, too.
    isPaidInSeveral: paid.length > 1,
    isReceivedInSeveral: received.length > 1,
    others: othersInLines(figures, lines),
  };
}
