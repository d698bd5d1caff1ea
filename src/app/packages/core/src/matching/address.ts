/**
 * An e-mail address as it is compared: case and Unicode composition do not matter, in any script;
 * everything else does, so `ada+invoices@example.com` is not `ada@example.com`, nor `ß` `ss`.
 */
export function comparableAddress(address: string): string {
  const lower = address.trim().normalize('NFC').toLowerCase();
  // Lower case has two sigmas by their place in the word, and can leave letters apart from their marks.
  return lower.replaceAll('ς', 'σ').normalize('NFC');
}

/** `Ada@Example.com` to `example.com`; undefined for what is not an address. */
export function domainOfAddress(address: string): string | undefined {
  const comparable = comparableAddress(address);
  const at = comparable.lastIndexOf('@');
  const domain = comparable.slice(at + 1);
  return at < 1 || domain === '' ? undefined : domain;
}
