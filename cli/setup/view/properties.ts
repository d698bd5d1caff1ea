import type {
  ObjectProperties,
  PropertyState,
  SetupReport,
  TerminalTexts,
} from '@stripe-payments/core';
import { differenceLines, failureParagraph } from '@stripe-payments/core';
import type { Block, Row } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';

const STATUSES = ['present', 'missing', 'archived', 'different', 'foreign'] as const;

const countOf = (states: readonly PropertyState[], status: PropertyState['status']): number =>
  states.filter((state) => state.status === status).length;

/** `24 present, 1 modified`. */
function countsText(states: readonly PropertyState[], { setup, terminal }: TerminalTexts): string {
  if (countOf(states, 'present') === states.length) {
    return setup.properties.allPresent(states.length);
  }
  return STATUSES.filter((status) => countOf(states, status) > 0)
    .map((status) => terminal.counts[status](countOf(states, status)))
    .join(', ');
}

const isComplete = (states: readonly PropertyState[]): boolean =>
  states.every(
    (state) => state.status === 'present' || (state.status === 'foreign' && state.isUsable),
  );

function countsRow({ objectType, states }: ObjectProperties, texts: TerminalTexts): Row {
  return {
    label: texts.setup.properties.objectTypes[objectType],
    text: countsText(states, texts),
    tone: isComplete(states) ? 'plain' : 'attention',
  };
}

/** A property with the app's name that was created outside the app. */
export function foreignText(
  { groupName, isUsable }: Extract<PropertyState, { readonly status: 'foreign' }>,
  { setup }: TerminalTexts,
): string {
  const texts = setup.properties;
  return isUsable ? texts.foreignUsable(groupName) : texts.foreignUnusable(groupName);
}

/** Everything that is not as it should be of one property; nothing where it is, or is not there yet. */
function stateLines(state: PropertyState, texts: TerminalTexts): readonly string[] {
  switch (state.status) {
    case 'present':
    case 'missing':
      return [];
    case 'foreign':
      return [foreignText(state, texts)];
    case 'archived':
    case 'different': {
      const lines = state.differences.flatMap((difference) => differenceLines(difference, texts));
      return [texts.setup.properties.statuses[state.status], ...lines];
    }
  }
}

function detailBlocks(
  { objectType, states }: ObjectProperties,
  texts: TerminalTexts,
): readonly Block[] {
  const blocks = states.flatMap((state) => {
    const lines = stateLines(state, texts);
    if (lines.length === 0) return [];
    return [
      paragraph(state.name, { depth: 2 }),
      ...lines.map((line) => paragraph(line, { depth: 3, tone: 'attention' })),
    ];
  });
  const missing = states.filter(({ status }) => status === 'missing');
  const isPartlyMissing = missing.length > 0 && missing.length < states.length;
  const names = missing.map(({ name }) => name).join(', ');
  const { statuses, objectTypes } = texts.setup.properties;
  const missingBlock = paragraph(`${statuses.missing}: ${names}`, { depth: 2, tone: 'attention' });
  const all = [...blocks, ...(isPartlyMissing ? [missingBlock] : [])];
  return all.length === 0
    ? []
    : [paragraph(objectTypes[objectType], { depth: 1, tone: 'strong' }), ...all];
}

/** The app's properties on each kind of record: how many stand how, and every difference. */
export function propertyBlocks(
  properties: SetupReport['properties'],
  texts: TerminalTexts,
): readonly Block[] {
  if (!properties.isReadable) {
    return [paragraph(failureParagraph(properties.error, texts), { depth: 1, tone: 'bad' })];
  }
  const { objects } = properties;
  return [
    { kind: 'rows', rows: objects.map((object) => countsRow(object, texts)) },
    ...objects.flatMap((object) => detailBlocks(object, texts)),
  ];
}
