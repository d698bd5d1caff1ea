import providers from 'email-providers/all.json';

const FREE_MAIL_DOMAINS: ReadonlySet<string> = new Set(providers);

/** True for the domain, or one above it, of a mail provider on the `email-providers` list. */
export function isFreeMail(domain: string): boolean {
  const labels = domain.toLowerCase().split('.');
  return labels.some((_, start) => FREE_MAIL_DOMAINS.has(labels.slice(start).join('.')));
}
