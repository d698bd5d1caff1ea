/** Credentials of the stand-ins. They open nothing anywhere else. */
export const SANDBOX_STRIPE_KEY = 'sk_test_sandbox51DemoKeyForLocalUseOnly';
export const SANDBOX_HUBSPOT_TOKEN = 'pat-na1-sandbox-demo-token-for-local-use-only';
/** The record page's own: what a CRM's screens read does not count against an app's rate limit. */
export const SANDBOX_PAGE_TOKEN = 'pat-na1-sandbox-page-token-for-local-use-only';
