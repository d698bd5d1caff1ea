import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Seal } from './ports.ts';

/** A dot and a signature in base64url, in characters. */
const MAX_SIGNATURE = 44;

const PURPOSE = 'stripe-payments continuation v1';

/** Each public endpoint has a secret of its own: who knows one knows nothing of the other. */
const URL_PURPOSES = {
  'stripe-webhook': 'stripe-payments webhook url v1',
  'sync-action': 'stripe-payments sync action url v1',
} as const;

export type Endpoint = keyof typeof URL_PURPOSES;

/**
 * The part of an endpoint's URL that only its caller and the admin know: no signature reaches a function, so
 * a call without it is refused. It is derived from the Stripe key, so it changes with the key.
 */
export const endpointSecret = (secretKey: string, endpoint: Endpoint): string =>
  createHmac('sha256', secretKey).update(URL_PURPOSES[endpoint]).digest('base64url');

export const webhookSecret = (secretKey: string): string =>
  endpointSecret(secretKey, 'stripe-webhook');

/** In constant time. */
export function isSameSecret(given: string, expected: string): boolean {
  const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digestOf(given), digestOf(expected));
}

/**
 * A seal whose key is derived from the Stripe key, so that there is no other secret to keep, and a token
 * reveals neither.
 */
export function createSeal(secretKey: string): Seal {
  const key = createHmac('sha256', secretKey).update(PURPOSE).digest();
  const signatureOf = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    close: (text) => {
      const content = Buffer.from(text, 'utf8').toString('base64url');
      return `${content}.${signatureOf(content).toString('base64url')}`;
    },
    open: (token) => {
      // By places: split would make a text of every dot.
      const dot = token.indexOf('.');
      if (dot === -1 || token.length - dot > MAX_SIGNATURE) return undefined;
      const content = token.slice(0, dot);
      const given = Buffer.from(token.slice(dot + 1), 'base64url');
      const expected = signatureOf(content);
      const isGenuine = given.length === expected.length && timingSafeEqual(given, expected);
      return isGenuine ? Buffer.from(content, 'base64url').toString('utf8') : undefined;
    },
  };
}
