import type {
  AdoptedLink,
  Adoption,
  TerminalPresentation,
  TerminalTexts,
} from '@stripe-payments/core';
import { ADOPTIONS, failureParagraph } from '@stripe-payments/core';
import type {
  AdoptionDone,
  AdoptionPlan,
  FoundSources,
  LinkSource,
} from '@stripe-payments/sync/setup';
import type { Block, Section, Tone } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';

/** Of each kind; a script gets all. */
const MAX_SHOWN = 20;

const TONES: Partial<Record<Adoption, Tone>> = { 'to-link': 'good', linked: 'faint' };

export const sourceText = ({ objectType, property }: LinkSource): string =>
  `${objectType}.${property}`;

/** The properties that could be adopted, and the command for the first. */
export function sourcesSections(
  { sources, unread }: FoundSources,
  { terminal: { adopt } }: TerminalTexts,
): readonly Section[] {
  const [first] = sources;
  const more = unread === 0 ? [] : [paragraph(adopt.unread(unread), { tone: 'attention' })];
  if (first === undefined) return [[paragraph(adopt.none), ...more]];
  const rows = sources.map(({ label, total, sampled, customerIds, ...source }) => ({
    label: sourceText(source),
    text: `${label}: ${adopt.found(total, customerIds, sampled)}`,
  }));
  return [[{ kind: 'rows', rows }], [...more, paragraph(adopt.choose(sourceText(first)))]];
}

function linkBlocks(links: readonly AdoptedLink[], texts: TerminalTexts): readonly Block[] {
  const shown = links.slice(0, MAX_SHOWN).map(({ recordId, customerIds }) => ({
    label: recordId,
    text: customerIds.join(', '),
  }));
  const rest = links.length - shown.length;
  const more = rest === 0 ? [] : [paragraph(texts.terminal.adopt.more(rest), { depth: 1 })];
  return [{ kind: 'rows', rows: shown, depth: 1 }, ...more];
}

/** The dry run: how many records of each kind, and which. */
export function planSections(
  { source, links, later }: AdoptionPlan,
  mode: readonly Block[],
  texts: TerminalTexts,
): readonly Section[] {
  const { adopt } = texts.terminal;
  const kinds = ADOPTIONS.map((adoption) => ({
    adoption,
    of: links.filter((link) => link.adoption === adoption),
  })).filter(({ of }) => of.length > 0);
  return [
    [...mode, paragraph(adopt.title(sourceText(source)), { tone: 'strong' })],
    ...kinds.map(({ adoption, of }): Section => [
      paragraph(`${adopt.adoptions[adoption]}: ${String(of.length)}`, {
        tone: TONES[adoption] ?? 'attention',
      }),
      ...(adoption === 'linked' ? [] : linkBlocks(of, texts)),
    ]),
    later === 0 ? [] : [paragraph(adopt.later(later))],
  ];
}

/** What was linked, and what is next. */
export function doneSections(
  { linked, skipped, error }: AdoptionDone,
  later: number,
  { texts }: TerminalPresentation,
): readonly Section[] {
  const { adopt } = texts.terminal;
  return [
    [
      paragraph(adopt.done(linked.length), { tone: 'good' }),
      ...(skipped.length === 0
        ? []
        : [paragraph(adopt.skipped(skipped.length), { tone: 'attention' })]),
      ...(error === null
        ? []
        : [
            paragraph(failureParagraph(error.failure, texts), { tone: 'bad' }),
            paragraph(adopt.stopped),
          ]),
      ...(linked.length === 0 ? [] : [paragraph(adopt.thenSync)]),
      ...(later === 0 ? [] : [paragraph(adopt.later(later))]),
    ],
  ];
}
