import { validationError } from '../api-error.ts';
import type { Behavior } from '../behavior.ts';
import type { PropertyDefinition } from '../entities.ts';
import { parsePropertyValue } from '../values/property-value.ts';
import { optionInUse } from './property-errors.ts';

/** Refuses a changed definition that the values of records forbid. */
export function checkHeldValues(
  found: PropertyDefinition,
  changed: PropertyDefinition,
  heldValues: readonly string[],
  { usedOptions }: Behavior,
): void {
  if (changed.type !== found.type) {
    const fit = heldValues.every((value) => parsePropertyValue(changed, value).ok);
    if (found.hasUniqueValue || !fit) {
      throw validationError(`The type of property "${found.name}" cannot be changed`);
    }
  }
  if (usedOptions === 'removable') return;
  const kept = new Set(changed.options.map((option) => option.value));
  const removed = found.options.map((option) => option.value).filter((value) => !kept.has(value));
  const held = new Set(heldValues.flatMap((value) => value.split(';')));
  const inUse = removed.find((value) => held.has(value));
  if (inUse !== undefined) throw optionInUse(found.name, inUse);
}
