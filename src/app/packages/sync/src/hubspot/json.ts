/** A field of parsed JSON, whatever that is. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

export function textOf(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'string' ? field : undefined;
}

export function listOf(value: unknown, name: string): readonly unknown[] {
  const field = fieldOf(value, name);
  return Array.isArray(field) ? field : [];
}

/** Ids are text, or numbers where HubSpot's newer endpoints send them so. */
export function idIn(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'number' ? String(field) : textOf(value, name);
}

/** What a page says about the next one. */
export const nextAfter = (page: unknown): string | undefined =>
  idIn(fieldOf(fieldOf(page, 'paging'), 'next'), 'after');

/** Property values: text or null, nothing else. */
export function propertiesIn(record: unknown): Readonly<Record<string, string | null>> {
  const properties = fieldOf(record, 'properties');
  if (typeof properties !== 'object' || properties === null) return {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : null,
    ]),
  );
}
