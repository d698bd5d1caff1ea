import type { Page } from 'playwright-core';
import type { RecordPage } from '../../../sandbox/dev/start.ts';
import { STORY_IDS } from '../../../sandbox/seed/index.ts';

/** Something to look at before a release: where it is, and what has to happen first. */
export interface GalleryStory {
  readonly name: string;
  /** What a person who looks should find on it. */
  readonly shows: string;
  /** After the `#/` of the record page's URL. */
  readonly place: string;
  /** Of the user menu. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Changes the accounts; answers with how to undo it. */
  readonly prepare?: (recordPage: RecordPage) => Promise<() => Promise<unknown>>;
  /** What a person opens or presses on the page. */
  readonly act?: (page: Page) => Promise<unknown>;
}

const deal = (id: string, name: string, shows: string): GalleryStory => ({
  name,
  shows,
  place: `deals/${id}`,
});

/** Chooses on the side of the accounts, and then what stood there before. */
const withAccount =
  (part: string, action: string, before: string): NonNullable<GalleryStory['prepare']> =>
  async ({ accountSide }) => {
    await accountSide.act(part, action);
    return () => accountSide.act(part, before);
  };

const openFirst =
  (testId: string) =>
  (page: Page): Promise<void> =>
    page.locator(`[data-test-id^="${testId}"]`).first().click();

const RECORDS: readonly GalleryStory[] = [
  deal('9001', 'paid', 'Paid in full in two halves; all of it is available.'),
  deal('9006', 'partly-paid', '$1,500.00 of $6,200.00 paid; $4,700.00 missing.'),
  {
    ...deal('9036', 'overpaid', '$549.00 paid of $500.00, after three declined attempts.'),
    prepare: ({ world }) => {
      const { store } = world.hubspot;
      store.updateObject('deals', '9036', { amount: '500.00' });
      return Promise.resolve(() =>
        Promise.resolve(store.updateObject('deals', '9036', { amount: '549.00' })),
      );
    },
  },
  deal('9042', 'no-payments', 'A customer is linked who paid nothing: $1,900.00 missing.'),
  deal('9041', 'no-customer', 'Nothing matches; the next step is to match payments.'),
  deal('9002', 'euro', 'Paid in euros, received in dollars.'),
  deal('9003', 'yen', 'Yen, without decimals.'),
  deal('9004', 'dinar', 'Kuwaiti dinars, with three decimals.'),
  deal('9005', 'several-currencies', '$900.00 of $1,550.00, and €600.00 beside it.'),
  deal('9011', 'partially-refunded', '$800.00 of $3,200.00 refunded.'),
  deal('9012', 'refunded', 'All of €899.00 refunded; the fee stayed with Stripe.'),
  deal('9013', 'refund-failed', 'A refund of $150.00 failed: an alert.'),
  deal('9014', 'many-refunds', 'Twenty-five refunds of one payment.'),
  deal('9021', 'disputed', 'All of $2,750.00 in dispute, with a deadline.'),
  deal('9022', 'dispute-won', 'The money is back, the fee is not.'),
  deal('9023', 'dispute-lost', '$1,325.00 lost; nothing to do.'),
  deal('9024', 'two-disputes', 'One dispute won, one to answer.'),
  deal('9025', 'inquiry', 'The bank asks; no money has moved.'),
  deal('9031', 'fees-pending', 'Paid ten minutes ago; net pending.'),
  deal('9032', 'processing', 'A bank debit of $18,500.00 on its way.'),
  deal('9033', 'debit-failed', 'A bank debit failed, and cost a fee.'),
  deal('9034', 'authorized', '$1,000.00 reserved until a date, not captured.'),
  deal('9035', 'captured-in-part', '$900.00 of an authorization of $1,200.00.'),
  deal('9046', 'unknown-customer', 'The linked ID does not exist in Stripe.'),
  deal('9048', 'two-claims', 'A payment names two deals: needs review.'),
  deal(STORY_IDS.threeDeals.deals[1], 'candidates', 'Payments of a contact with several deals.'),
  deal(STORY_IDS.pastDue.deal, 'past-due', 'A subscription whose payment failed.'),
  deal(STORY_IDS.creditNote.deal, 'invoice-due', 'An open invoice, less a credit note.'),
  deal('9051', 'three-hundred-payments', 'Filters, totals and pages.'),
  deal('9052', 'long-name', 'A name of ninety characters.'),
  deal('9053', 'right-to-left', 'Hebrew names and a currency of their own.'),
  deal(STORY_IDS.rightToLeft.deal, 'right-to-left-invoice', 'Arabic, an invoice paid in part.'),
  deal(STORY_IDS.wideItalian.deal, 'wide-italian', 'Long Italian names; euros.'),
  {
    name: 'contact',
    shows: 'A contact who pays a subscription, with a chart.',
    place: `contacts/${STORY_IDS.yearlyDiscount.contact}`,
  },
  {
    name: 'contact-past-due',
    shows: 'A contact whose renewal failed.',
    place: `contacts/${STORY_IDS.pastDue.contact}`,
  },
  {
    name: 'trial',
    shows: 'A trial: until when, and what the first bill is.',
    place: `contacts/${STORY_IDS.trial.contact}`,
  },
  {
    name: 'company',
    shows: 'Fifty contacts of one company.',
    place: `companies/${STORY_IDS.fiftyContacts.company}`,
  },
  {
    name: 'company-in-two-currencies',
    shows: 'A row for each currency; nothing is added.',
    place: `companies/${STORY_IDS.twoCurrencies.company}`,
  },
];

const OPENED: readonly GalleryStory[] = [
  {
    ...deal('9023', 'payment-panel', 'The panel of a payment with its timeline.'),
    act: openFirst('open-'),
  },
  {
    ...deal(STORY_IDS.threeDeals.deals[1], 'matching-drawer', 'Match payments: search and tick.'),
    act: openFirst('link-customer'),
  },
  {
    ...deal('9001', 'key-revoked', 'Saved figures, and who can repair it.'),
    prepare: withAccount('stripe-key', 'revoked', 'full'),
  },
  {
    ...deal('9021', 'missing-permission', 'The key may not read disputes: incomplete.'),
    prepare: withAccount('stripe-key', 'restricted-partly', 'full'),
  },
];

const readOnly = { managesApps: 'no' } as const;

const APP_PAGE: readonly GalleryStory[] = [
  { name: 'setup-ready', shows: 'Everything is ready; the next steps.', place: 'app' },
  {
    name: 'setup-fresh',
    shows: 'Nothing is set up: a plan and one primary button above it.',
    place: 'app',
    prepare: withAccount('hubspot-properties', 'none', 'all'),
  },
  {
    name: 'setup-read-only',
    shows: 'A user without the permission reads why nothing can be applied.',
    place: 'app',
    settings: readOnly,
    prepare: withAccount('hubspot-properties', 'rename', 'all'),
  },
  {
    name: 'setup-key-revoked',
    shows: 'The key was revoked: what to do.',
    place: 'app',
    prepare: withAccount('stripe-key', 'revoked', 'full'),
  },
  {
    name: 'setup-rejected',
    shows: "Stripe rejected the account: the banner, and no 'ready' above it.",
    place: 'app',
    prepare: withAccount('stripe-account', 'rejected', 'ready'),
  },
  {
    name: 'health',
    shows: 'The Health tab.',
    place: 'app',
    act: (page) => page.getByRole('tab').nth(1).click(),
  },
];

export const GALLERY: readonly GalleryStory[] = [...RECORDS, ...OPENED, ...APP_PAGE];
