/** The scopes of an account in which everything works. */
export const SCOPES: readonly string[] = [
  'oauth',
  ...['deals', 'contacts', 'companies'].flatMap((name) => [
    `crm.objects.${name}.read`,
    `crm.objects.${name}.write`,
  ]),
];

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** The forms in which a service or a proxy may repeat a secret, by their names. */
export const variantsOf = (secret: string): readonly (readonly [string, string])[] => [
  ['the secret', `Invalid API Key provided: ${secret}`],
  ['the header', `authorization: Bearer ${secret}`],
  ['the header in a query', `authorization=Bearer%20${encodeURIComponent(secret)}&x=1`],
  ['basic authentication', `Authorization: Basic ${base64(`${secret}:`)}`],
  ['the secret inside a word', `x_${secret}_y`],
];

/** Text that is base64, as a sealed token is, also as what it says. */
function decoded(text: string): string {
  const parts = text.match(/[A-Za-z0-9_-]{40,}/g) ?? [];
  return parts.map((part) => Buffer.from(part, 'base64url').toString('utf8')).join(' ');
}

/** Which secrets, or large parts of them, a text tells, plainly or in base64. */
export function seenOf(text: string, secrets: readonly string[]): readonly string[] {
  const shown = `${text}\n${decoded(text)}`;
  return secrets.flatMap((secret) => {
    const middle = secret.slice(9, -6);
    const forms = [middle, base64(secret).slice(3, -4), base64(`${secret}:`).slice(3, -4)];
    return forms.filter((part) => shown.includes(part));
  });
}
