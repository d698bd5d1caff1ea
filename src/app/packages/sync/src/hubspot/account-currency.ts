import { HttpMethod, RequestContext } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import type { Currency } from '@stripe-payments/core';
import type { Caller } from '../http/retry.ts';
import { createTransport } from './transport.ts';

/** The account's currency, kept between invocations of a warm process. */
export interface CrmAccountMemory {
  currency?: Currency;
}

interface AccountParts {
  readonly baseUrl: string;
  readonly accessToken: string;
  readonly caller: Caller;
  readonly account: CrmAccountMemory;
}

function currencyIn(body: unknown): Currency | null {
  if (typeof body !== 'object' || body === null || !('companyCurrency' in body)) return null;
  const { companyCurrency } = body;
  return typeof companyCurrency === 'string' ? companyCurrency.toLowerCase() : null;
}

/**
 * `GET /account-info/v3/details`. Null where the token may not read it: a deal without a currency of
 * its own is then shown without a comparison, and nothing else depends on it.
 */
export async function readAccountCurrency(parts: AccountParts): Promise<Currency | null> {
  const { baseUrl, accessToken, caller, account } = parts;
  if (account.currency !== undefined) return account.currency;
  try {
    const currency = await caller.call(async (timeoutMs) => {
      const request = new RequestContext(`${baseUrl}/account-info/v3/details`, HttpMethod.GET);
      request.setHeaderParam('Authorization', `Bearer ${accessToken}`);
      const response = await createTransport(timeoutMs).send(request).toPromise();
      if (response.httpStatusCode !== 200) return null;
      return currencyIn(JSON.parse(await response.body.text()));
    });
    if (currency !== null) account.currency = currency;
    return currency;
  } catch {
    return null;
  }
}
