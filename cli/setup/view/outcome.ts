import type {
  AppliedInParts,
  FailedStep,
  TerminalPresentation,
  TerminalTexts,
} from '@stripe-payments/core';
import { failureParagraph } from '@stripe-payments/core';
import type { RemovedProperties } from '@stripe-payments/sync/setup';
import type { Block, Section } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';

/** Each reason once, below the properties that it is about: a missing scope is about all of a kind. */
function reasonBlocks(failed: readonly FailedStep[], texts: TerminalTexts): readonly Block[] {
  const { objectTypes } = texts.setup.properties;
  const reasons: { records: string; text: string; names: string[] }[] = [];
  for (const { objectType, name, error } of failed) {
    const records = objectTypes[objectType];
    const text = failureParagraph(error, texts);
    const known = reasons.find((reason) => reason.records === records && reason.text === text);
    if (known === undefined) reasons.push({ records, text, names: [name] });
    else known.names.push(name);
  }
  return reasons.flatMap(({ records, text, names }) => [
    paragraph(`${records}: ${names.join(', ')}`, { depth: 1 }),
    paragraph(text, { depth: 2, tone: 'bad' }),
  ]);
}

function failedSection(
  title: string,
  failed: readonly FailedStep[],
  texts: TerminalTexts,
): Section {
  if (failed.length === 0) return [];
  return [{ kind: 'heading', text: title }, ...reasonBlocks(failed, texts)];
}

/** What became of the steps: how many are right, each that failed, and what was not reached. */
export function appliedSections(
  { done, failed, left, error }: AppliedInParts,
  { texts }: TerminalPresentation,
): readonly Section[] {
  const labels = texts.setup.properties;
  const why = error === null ? [] : [paragraph(failureParagraph(error, texts), { tone: 'bad' })];
  return [
    [paragraph(`${labels.applied(done.length)}.`, { tone: 'good' })],
    failedSection(labels.failedTitle(failed.length), failed, texts),
    left.length === 0
      ? []
      : [
          paragraph(`${labels.stopped} (${String(left.length)}).`, { tone: 'bad' }),
          ...why,
          paragraph(labels.stoppedNote),
        ],
  ];
}

/** What was archived, what HubSpot kept and why. */
export function removedSections(
  { removed, failed }: RemovedProperties,
  { texts }: TerminalPresentation,
): readonly Section[] {
  const labels = texts.setup.removal;
  return [
    [paragraph(`${labels.done(removed.length)}.`, { tone: 'good' })],
    failedSection(labels.kept(failed.length), failed, texts),
  ];
}
