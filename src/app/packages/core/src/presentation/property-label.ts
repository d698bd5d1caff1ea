import type { PropertyName } from '../properties/definitions.ts';
import type { Texts } from '../texts/english.ts';

/** What the reader calls a property; its name, where a newer function names one that this build has not. */
export function propertyLabel(name: PropertyName, { properties }: Texts): string {
  return Object.hasOwn(properties, name) ? properties[name].label : name;
}
