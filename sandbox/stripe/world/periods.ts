import type { Recurring } from '../entities/price.ts';

const DAY_SECONDS = 24 * 60 * 60;

/** The 31st becomes the last day of a shorter month. */
function addMonths(seconds: number, months: number): number {
  const date = new Date(seconds * 1000);
  const day = date.getUTCDate();
  const moved = new Date(date);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(
    Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0),
  ).getUTCDate();
  moved.setUTCDate(Math.min(day, lastDay));
  return Math.floor(moved.getTime() / 1000);
}

type Cycle = Pick<Recurring, 'interval' | 'intervalCount'>;

function addInterval(seconds: number, { interval, intervalCount }: Cycle, times: number): number {
  const count = intervalCount * times;
  switch (interval) {
    case 'day':
      return seconds + count * DAY_SECONDS;
    case 'week':
      return seconds + count * 7 * DAY_SECONDS;
    case 'month':
      return addMonths(seconds, count);
    case 'year':
      return addMonths(seconds, count * 12);
  }
}

/** The first end of a cycle after `from`, counted from the anchor so that no day is lost. */
export function periodEnd(anchor: number, from: number, cycle: Cycle): number {
  let times = 1;
  while (addInterval(anchor, cycle, times) <= from) times += 1;
  return addInterval(anchor, cycle, times);
}

export const monthsLater = (seconds: number, months: number): number => addMonths(seconds, months);
