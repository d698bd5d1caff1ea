// No word boundary before a key: in `Bearer%20sk_test_...` there is none.
const SECRETS = [
  /(?:sk|rk|pk)_(?:test|live|org)_[A-Za-z0-9_*]+/g,
  /(?:whsec|ek)_[A-Za-z0-9_*]{8,}/g,
  /(?:pi|seti|cs_test|cs_live)_[A-Za-z0-9]+_secret_[A-Za-z0-9]+/g,
  /pat-[a-z]{2,4}\d-[A-Za-z0-9-]{8,}/gi,
  /\bBearer(?:\s|%20|\+)+[A-Za-z0-9._~/=-][A-Za-z0-9._~+/=-]{7,}/gi,
  // But for a word: Stripe has a permission called Basic Business Contact Information.
  /\bBasic(?:\s|%20|\+)+(?![a-z]{8,15}(?![A-Za-z0-9._~+/=-]))[A-Za-z0-9._~/=-][A-Za-z0-9._~+/=-]{7,}/gi,
];

const HIDDEN = '[hidden]';

/** Shorter than any secret; less would hide parts of words. */
const MIN_SECRET_LENGTH = 8;

/** What this process was given as secret, as it is and as it is in a URL. */
const known = new Set<string>();

/** Hides a secret from now on in every text, in any form: platforms do not promise one. */
export function rememberSecret(secret: string): void {
  if (secret.length < MIN_SECRET_LENGTH) return;
  known.add(secret);
  known.add(encodeURIComponent(secret));
}

/** Text without this process' secrets, and without anything else that looks like a key or token. */
export function redact(text: string): string {
  const withoutKnown = [...known].reduce(
    (redacted, secret) => redacted.replaceAll(secret, HIDDEN),
    text,
  );
  return SECRETS.reduce((redacted, pattern) => redacted.replace(pattern, HIDDEN), withoutKnown);
}
