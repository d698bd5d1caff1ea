import type { ObjectProperties, PropertyState, Texts } from '@stripe-payments/core';
import { knownWord } from './known-word.ts';

/** A kind of record and how its properties stand. */
export interface ObjectLine {
  readonly records: string;
  readonly text: string;
  readonly isComplete: boolean;
}

const countOf = (states: readonly PropertyState[], status: PropertyState['status']): number =>
  states.filter((state) => state.status === status).length;

const isUnusable = (state: PropertyState): boolean => state.status === 'foreign' && !state.isUsable;

export function objectLine({ objectType, states }: ObjectProperties, texts: Texts): ObjectLine {
  const words = texts.setup.properties;
  const records = knownWord(words.objectTypes, objectType);
  const unusable = states.filter(isUnusable).length;
  const missing = countOf(states, 'missing');
  const archived = countOf(states, 'archived');
  const different = countOf(states, 'different');
  const isToDo = missing + archived + different > 0;
  if (!isToDo && unusable === 0) {
    return { records, isComplete: true, text: words.allPresent(states.length) };
  }
  const parts = [
    ...(isToDo ? [words.summary(missing, archived, different)] : []),
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
