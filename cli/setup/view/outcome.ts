import type { ApplySetupReply, FailedStep, Presentation, Texts } from '@stripe-payments/core';
import { problemText } from '@stripe-payments/core';
import type { Row, Section } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';
import type { Applied } from '../apply-in-parts.ts';

type Removed = Extract<ApplySetupReply, { readonly action: 'remove' }>;

function failedRows(failed: readonly FailedStep[], texts: Texts): readonly Row[] {
  const { objectTypes } = texts.setup.properties;
  return failed.map(({ objectType, name, error }) => ({
    label: `${objectTypes[objectType]}: ${name}`,
    text: problemText(error, texts),
    tone: 'bad',
  }));
}

function failedSection(title: string, failed: readonly FailedStep[], texts: Texts): Section {
  if (failed.length === 0) return [];
  return [
    { kind: 'heading', text: title },
    { kind: 'rows', rows: failedRows(failed, texts) },
  ];
}

/** What became of the steps: how many are right, each that failed, and what was not reached. */
export function appliedSections(
  { done, failed, left, error }: Applied,
  { texts }: Presentation,
): readonly Section[] {
  const words = texts.setup.properties;
  const why = error === null ? [] : [paragraph(problemText(error, texts), { tone: 'bad' })];
  return [
    [paragraph(`${words.applied(done.length)}.`, { tone: 'good' })],
    failedSection(words.failedTitle(failed.length), failed, texts),
    left.length === 0
      ? []
      : [
          paragraph(`${words.stopped} (${String(left.length)}).`, { tone: 'bad' }),
          ...why,
          paragraph(words.stoppedNote),
        ],
  ];
}

/** What was archived, what HubSpot kept and why. */
export function removedSections(
  { removed, failed }: Pick<Removed, 'removed' | 'failed'>,
  { texts }: Presentation,
): readonly Section[] {
  const words = texts.setup.removal;
  return [
    [paragraph(`${words.done(removed.length)}.`, { tone: 'good' })],
    failedSection(words.kept(failed.length), failed, texts),
  ];
}
