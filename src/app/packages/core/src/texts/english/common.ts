import { countingIn } from '../counting.ts';

const { counted, digits, plural } = countingIn('en');

/** What more than one of the cards says: the payments card, the sidebar, the card that acts. */
export const common = {
  unnamed: 'No name',
  guest: 'Guest',
  refunded: (amount: string) => `${amount} refunded`,
  unapplied: (amount: string) => `${amount} received, not applied yet`,
  ofDeal: (amount: string) => `${amount} of the deal amount`,
  givenBack: (amount: string) => `${amount} was refunded.`,
  lostInDispute: (amount: string) => `${amount} was lost in a dispute.`,
  /** How often, by Stripe's intervals. */
  everyInterval: {
    day: (days: number) => plural(days, { one: 'every day', other: `every ${digits(days)} days` }),
    week: (weeks: number) =>
      plural(weeks, { one: 'every week', other: `every ${digits(weeks)} weeks` }),
    month: (months: number) =>
      plural(months, { one: 'every month', other: `every ${digits(months)} months` }),
    year: (years: number) =>
      plural(years, { one: 'every year', other: `every ${digits(years)} years` }),
  },
  dueWas: (day: string) => `Was due on ${day}`,
  net: 'Net',
  noValue: '–',
  pending: 'Pending',
  feeOf: (fee: string) => `Fee:\u00a0${fee}`,
  openInStripe: 'Open in Stripe',
  dueLabel: 'Due',
  recurringLabel: 'Recurring per month (MRR)',
  coverage: (covered: number, total: number) =>
    `${digits(covered)} of ${counted(total, { one: 'contact', other: 'contacts' })} included`,
  syncStopped: 'Nothing has been saved yet. Click "Sync now" to continue where it stopped.',
  review: 'Review payments',
  copyLink: 'Copy invoice link',
  linkCopied: 'Link copied.',
  copyFailed: "The link couldn't be copied. Open the invoice in Stripe and copy it there.",
};
