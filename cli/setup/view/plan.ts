import type {
  ObjectProperties,
  SetupReport,
  SetupStep,
  TerminalTexts,
} from '@stripe-payments/core';
import {
  crmAccountText,
  differenceLines,
  confirmationPropertyIn,
  PROPERTIES,
  setupSteps,
  toDoText,
} from '@stripe-payments/core';
import type { Block, Row, Section, Tone } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';
import { foreignText } from './properties.ts';

type Action = SetupStep['action'];

const SIGNS: Readonly<Record<Action, string>> = { create: '+', restore: '+', change: '~' };
const TONES: Readonly<Record<Action, Tone>> = {
  create: 'good',
  restore: 'good',
  change: 'attention',
};

/** Every step, in the order in which they are done. */
export const stepsIn = (objects: readonly ObjectProperties[]): readonly SetupStep[] =>
  objects.flatMap(({ objectType, states }) => setupSteps(objectType, states));

/** What a step does; a new property by the label that it gets, in the account's language. */
function stepText({ name, action, differences }: SetupStep, texts: TerminalTexts): string {
  const labels = texts.setup.properties;
  const all = [...PROPERTIES, confirmationPropertyIn('en')];
  const label = all.find((property) => property.name === name)?.label ?? name;
  const lines = differences.flatMap((difference) => differenceLines(difference, texts));
  switch (action) {
    case 'create':
      return `${labels.actions.create} "${label}"`;
    case 'restore':
      return [labels.restoreNote, ...lines].join('; ');
    case 'change':
      return `${labels.actions.change}: ${lines.join('; ')}`;
  }
}

const stepRow = (step: SetupStep, texts: TerminalTexts): Row => ({
  label: `${SIGNS[step.action]} ${step.name}`,
  text: stepText(step, texts),
  tone: TONES[step.action],
});

function objectSection(object: ObjectProperties, texts: TerminalTexts): Section {
  const steps = stepsIn([object]);
  if (steps.length === 0) return [];
  const records = texts.setup.properties.objectTypes[object.objectType];
  return [
    { kind: 'heading', text: `${records}: ${toDoText(steps, texts)}` },
    { kind: 'rows', rows: steps.map((step) => stepRow(step, texts)) },
  ];
}

function foreignRows(
  { objectType, states }: ObjectProperties,
  texts: TerminalTexts,
): readonly Row[] {
  const records = texts.setup.properties.objectTypes[objectType];
  return states.flatMap((state) =>
    state.status === 'foreign'
      ? [
          {
            label: `${records}: ${state.name}`,
            text: foreignText(state, texts),
            tone: state.isUsable ? 'faint' : 'bad',
          } as const,
        ]
      : [],
  );
}

function foreignSection(objects: readonly ObjectProperties[], texts: TerminalTexts): Section {
  const rows = objects.flatMap((object) => foreignRows(object, texts));
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: texts.terminal.plan.notTouched },
    { kind: 'rows', rows },
  ];
}

/** A property that the app did not make and a sync could not write: no step of the app fixes it. */
export const isInTheWay = (objects: readonly ObjectProperties[]): boolean =>
  objects.some(({ states }) =>
    states.some((state) => state.status === 'foreign' && !state.isUsable),
  );

/** The account that is about to be changed, so that the user sees when it is the wrong one. */
export function accountText({ crm }: SetupReport, texts: TerminalTexts): string {
  const isKnown = crm.isReadable && crm.account.isReadable;
  return isKnown ? crmAccountText(crm.account, texts) : texts.terminal.plan.unknownAccount;
}

/** Every creation and change, line by line, and what is not touched. */
export function planSections(
  objects: readonly ObjectProperties[],
  account: string,
  mode: readonly Block[],
  texts: TerminalTexts,
): readonly Section[] {
  const isDone = stepsIn(objects).length === 0 && !isInTheWay(objects);
  return [
    [...mode, paragraph(texts.terminal.plan.title(account), { tone: 'strong' })],
    ...objects.map((object) => objectSection(object, texts)),
    foreignSection(objects, texts),
    ...(isDone ? [[paragraph(texts.setup.properties.nothingToDo, { tone: 'good' })]] : []),
  ];
}
