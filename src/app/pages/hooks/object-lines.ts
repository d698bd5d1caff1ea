import type { ObjectProperties, PropertyState, SetupTexts } from '@stripe-payments/core';
import { knownText, setupSteps, toDoText } from '@stripe-payments/core';

/** A kind of record and how its properties stand. */
export interface ObjectLine {
  readonly records: string;
  readonly text: string;
  readonly isComplete: boolean;
}

const isUnusable = (state: PropertyState): boolean => state.status === 'foreign' && !state.isUsable;

export function objectLine(
  { objectType, states }: ObjectProperties,
  texts: SetupTexts,
): ObjectLine {
  const words = texts.setup.properties;
  const records = knownText(words.objectTypes, objectType);
  const unusable = states.filter(isUnusable).length;
  const steps = setupSteps(objectType, states);
  if (steps.length === 0 && unusable === 0) {
    return { records, isComplete: true, text: words.allPresent(states.length) };
  }
  const parts = [
    ...(steps.length > 0 ? [toDoText(steps, texts)] : []),
    ...(unusable > 0 ? [words.unusable(unusable)] : []),
  ];
  return { records, isComplete: false, text: parts.join(', ') };
}

/** True where there is something of the app's that a removal would archive. */
export const isAnythingOurs = (objects: readonly ObjectProperties[]): boolean =>
  objects.some(({ states }) =>
    states.some(({ status }) => status === 'present' || status === 'different'),
  );

/** True where no step would make everything usable. */
export const isAnythingUnusable = (objects: readonly ObjectProperties[]): boolean =>
  objects.some(({ states }) => states.some(isUnusable));
