/** What the catalogue calls a value of one of Stripe's open lists; Stripe's own word for a new one. */
export function catalogueName(names: Readonly<Record<string, string>>, value: string): string {
  const name = Object.hasOwn(names, value) ? names[value] : undefined;
  return name ?? value.replaceAll('_', ' ');
}
