import type { CheckedUrl } from './checked-url.ts';
import { kindOfStripeId } from './stripe-id.ts';

/** The part of a view that decides where in the dashboard its objects are. */
export interface StripeAccount {
  readonly mode: 'live' | 'test';
  /** Null where the key may not read it. */
  readonly accountId: string | null;
}

/** Pages of the dashboard, each with the kinds of ids that lead there. */
const PAGES = {
  payments: ['pi', 'ch', 'py'],
  customers: ['cus'],
  subscriptions: ['sub'],
  invoices: ['in'],
  'payment-links': ['plink'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type DashboardPage = keyof typeof PAGES;

const hasKind = (id: string, kinds: readonly string[]): boolean =>
  kinds.includes(kindOfStripeId(id) ?? '');

/**
 * An object's page in Stripe's dashboard, made of checked parts only: null where the id is not of the
 * page's kind, or the account's is none. Without the account the dashboard opens the one used last.
 */
export function dashboardUrl(
  { mode, accountId }: StripeAccount,
  page: DashboardPage,
  id: string,
): CheckedUrl | null {
  const isAccount = accountId === null || hasKind(accountId, ['acct']);
  if (!isAccount || !hasKind(id, PAGES[page])) return null;
  const account = accountId === null ? '' : `/${accountId}`;
  const test = mode === 'test' ? '/test' : '';
  return `https://dashboard.stripe.com${account}${test}/${page}/${id}`;
}

/** The page of the dashboard that lists and edits API keys, in the mode used last. */
export const STRIPE_KEYS_URL: CheckedUrl = 'https://dashboard.stripe.com/apikeys';

/** The account's settings in the dashboard; null where the id is no account's. */
export function accountUrl(mode: 'live' | 'test', accountId: string): CheckedUrl | null {
  if (!hasKind(accountId, ['acct'])) return null;
  return `https://dashboard.stripe.com/${accountId}${mode === 'test' ? '/test' : ''}/settings/account`;
}
