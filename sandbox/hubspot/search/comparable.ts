import type { PropertyDefinition } from '../entities.ts';
import { parseDateMs } from '../values/date-values.ts';

export type Comparable = number | string;

/** A value in the form in which its type compares; undefined when the text is none of that type. */
export function comparableOf(definition: PropertyDefinition, text: string): Comparable | undefined {
  switch (definition.type) {
    case 'number': {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      return Number.isFinite(value) ? value : undefined;
    }
    case 'date':
    case 'datetime':
      return parseDateMs(text);
    case 'string':
    case 'enumeration':
    case 'bool':
      return text.toLowerCase();
  }
}

export function compare(left: Comparable, right: Comparable): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
