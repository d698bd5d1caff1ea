import type { ObjectProperties, SetupStep, SetupStepId, SetupTexts } from '@stripe-payments/core';
import {
  differenceLines,
  knownText,
  propertyLabel,
  setupStepId,
  setupSteps,
} from '@stripe-payments/core';

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
  const words = texts.setup.properties;
  const { objectType, name, action, differences } = step;
  return {
    id: setupStepId(step),
    records: knownText(words.objectTypes, objectType),
    property: propertyLabel(name, texts),
    name,
    action: action === 'restore' ? words.restoreNote : words.actions[action],
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
