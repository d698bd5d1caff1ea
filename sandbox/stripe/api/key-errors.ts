import { StripeApiError } from './errors.ts';
import { permissionName, type Permission } from './permissions.ts';

/** All but the kind of key and its last four characters: `sk_test_****abcd`. */
export function masked(key: string): string {
  const start = /^(?:sk|rk|pk)_(?:org_)?(?:test_|live_)?/.exec(key)?.[0] ?? '';
  const hidden = Math.max(key.length - start.length - 4, 0);
  return start + '*'.repeat(hidden) + key.slice(start.length + hidden);
}

const unauthorized = (message: string, code?: string): StripeApiError =>
  new StripeApiError(401, {
    type: 'invalid_request_error',
    message,
    ...(code === undefined ? {} : { code }),
  });

export const noKey = (): StripeApiError =>
  unauthorized(
    'You did not provide an API key. You need to provide your API key in the Authorization header, ' +
      "using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See " +
      'https://stripe.com/docs/api#authentication for details, or we can help at ' +
      'https://support.stripe.com/.',
  );

export const invalidKey = (key: string): StripeApiError =>
  unauthorized(`Invalid API Key provided: ${masked(key)}`);

export const expiredKey = (key: string): StripeApiError =>
  unauthorized(`Expired API Key provided: ${masked(key)}`, 'api_key_expired');

/** A 403, unlike the other keys that cannot be used. */
export const publishableKey = (): StripeApiError =>
  new StripeApiError(403, {
    type: 'invalid_request_error',
    code: 'secret_key_required',
    message:
      'This API call cannot be made with a publishable API key. Please use a secret API key. ' +
      'You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
  });

export const contextMissing = (): StripeApiError =>
  new StripeApiError(400, {
    type: 'invalid_request_error',
    message:
      'Please include the Stripe-Context header with your target account when using an ' +
      'Organization API key.',
  });

export const otherAccount = (key: string, accountId: string): StripeApiError =>
  new StripeApiError(403, {
    type: 'invalid_request_error',
    code: 'account_invalid',
    message:
      `The provided key '${masked(key)}' does not have access to account '${accountId}' (or that ` +
      'account does not exist). Application access may have been revoked.',
  });

/** Stripe words its refusal in two ways: both were seen in 2026. */
export const WORDINGS = ['rak', 'named'] as const;
export type Wording = (typeof WORDINGS)[number];

export function permissionMissing(
  wording: Wording,
  key: string,
  accountId: string,
  permission: Permission,
): StripeApiError {
  const refusal =
    `The provided key '${masked(key)}' does not have the required permissions for this ` +
    `endpoint on account '${accountId}'.`;
  const type = 'invalid_request_error';
  if (wording === 'rak') {
    const hint = `Having the 'rak_${permission}' permission would allow this request to continue.`;
    return new StripeApiError(403, { type, message: `${refusal} ${hint}` });
  }
  const hint =
    `Enabling ${permissionName(permission)} ('${permission}') permissions on this key would allow ` +
    'this request to continue. You can edit permissions at ' +
    `https://dashboard.stripe.com/b/${accountId}?destination=%2Fapikeys`;
  const message = `Permission denied. ${refusal} ${hint}`;
  return new StripeApiError(403, { type, code: 'more_permissions_required', message });
}
