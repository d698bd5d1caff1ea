// No word boundary before a key: in `Bearer%20sk_test_...` there is none.
const SECRETS = [
  /(?:sk|rk|pk)_(?:test|live|org)_[A-Za-z0-9_*]+/g,
  /(?:whsec|ek)_[A-Za-z0-9_*]{8,}/g,
  /pat-[a-z]{2,4}\d-[A-Za-z0-9-]{8,}/gi,
  /\b(?:Bearer|Basic)(?:\s|%20|\+)+[A-Za-z0-9._~/=-][A-Za-z0-9._~+/=-]{7,}/gi,
];

/** Text without anything that looks like a key or token. */
export function redact(text: string): string {
  return SECRETS.reduce((result, pattern) => result.replace(pattern, '[hidden]'), text);
}
