/** The part of a view that decides where in the dashboard its objects are. */
export interface StripeAccount {
  readonly mode: 'live' | 'test';
  /** Null where the key may not read it. */
  readonly accountId: string | null;
}

type Page = 'payments' | 'customers' | 'subscriptions' | 'invoices';

/** Without the account the dashboard opens the one that the person used last. */
export function dashboardUrl({ mode, accountId }: StripeAccount, page: Page, id: string): string {
  const account = accountId === null ? '' : `/${accountId}`;
  const test = mode === 'test' ? '/test' : '';
  return `https://dashboard.stripe.com${account}${test}/${page}/${id}`;
}
