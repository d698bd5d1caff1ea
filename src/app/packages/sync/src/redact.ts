const SECRETS = [
  /\b(sk|rk|pk|ek|whsec)_[A-Za-z0-9_*]{4,}/g,
  /\bpat-[A-Za-z0-9-]{8,}/g,
  /\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{8,}/gi,
];

/** Text without anything that looks like a key or token, and without the given secrets. */
export function redact(text: string, secrets: readonly string[] = []): string {
  const masked = SECRETS.reduce((result, pattern) => result.replace(pattern, '[hidden]'), text);
  return secrets
    .filter((secret) => secret.length >= 4)
    .reduce((result, secret) => result.replaceAll(secret, '[hidden]'), masked);
}
