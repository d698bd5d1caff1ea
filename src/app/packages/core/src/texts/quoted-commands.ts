/** Any text, list or group of texts, or what makes one. */
function quoted(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('`', '"');
  if (typeof value === 'function') {
    const make = value as (...given: readonly unknown[]) => unknown;
    const made = (...given: readonly unknown[]): unknown => quoted(make(...given));
    // A text says by its length how many parts it takes.
    return Object.defineProperty(made, 'length', { value: make.length });
  }
  if (Array.isArray(value)) return value.map(quoted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, quoted(each)]));
}

/** A page prints backticks as they are: its texts have terminal commands in quotation marks. */
export const quotedCommands = <T extends object>(texts: T): T => quoted(texts) as T;
