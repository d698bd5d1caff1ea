import type {
  ObjectProperties,
  PropertyState,
  SetupStep,
  SetupStepId,
  SetupTexts,
} from '@stripe-payments/core';
import {
  brief,
  differenceLines,
  knownText,
  propertyLabel,
  setupStepId,
  setupSteps,
  toDoText,
} from '@stripe-payments/core';

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
  const labels = texts.setup.properties;
  const records = knownText(labels.objectTypes, objectType);
  const unusable = states.filter(isUnusable).length;
  const steps = setupSteps(objectType, states);
  if (steps.length === 0 && unusable === 0) {
    return { records, isComplete: true, text: labels.allPresent(states.length) };
  }
  const parts = [
    ...(steps.length > 0 ? [toDoText(steps, texts)] : []),
    ...(unusable > 0 ? [labels.unusable(unusable)] : []),
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

/** A step as a person reads it before it is done. */
export interface PlanLine {
  readonly id: SetupStepId;
  readonly records: string;
  readonly property: string;
  readonly name: string;
  readonly action: string;
  readonly details: readonly string[];
}

function planLine(step: SetupStep, texts: SetupTexts): PlanLine {
  const labels = texts.setup.properties;
  const { objectType, name, action, differences } = step;
  return {
    id: setupStepId(step),
    records: knownText(labels.objectTypes, objectType),
    property: propertyLabel(name, texts),
    name,
    action: action === 'restore' ? labels.restoreNote : labels.actions[action],
    details: differences.flatMap((difference) => differenceLines(difference, texts)),
  };
}

/** Everything that the setup would do, in the order in which it does it. */
export const planLines = (
  objects: readonly ObjectProperties[],
  texts: SetupTexts,
): readonly PlanLine[] =>
  objects.flatMap(({ objectType, states }) =>
    setupSteps(objectType, states).map((step) => planLine(step, texts)),
  );

/** A name that a person gave, in a sentence. */
const MAX_OF_NAME = 80;

/** A property of the contract's name that the app did not make. */
export interface ForeignLine {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly isUsable: boolean;
}

export const foreignLines = (
  objects: readonly ObjectProperties[],
  texts: SetupTexts,
): readonly ForeignLine[] =>
  objects.flatMap(({ objectType, states }) =>
    states.flatMap((state) => {
      if (state.status !== 'foreign') return [];
      const labels = texts.setup.properties;
      const { name, groupName, isUsable } = state;
      const group = brief(groupName, MAX_OF_NAME);
      return [
        {
          key: `${objectType}/${name}`,
          title: `${knownText(labels.objectTypes, objectType)}: ${propertyLabel(name, texts)} (${name})`,
          text: isUsable ? labels.foreignUsable(group) : labels.foreignUnusable(group),
          isUsable,
        },
      ];
    }),
  );
