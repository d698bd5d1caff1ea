import type { TerminalPresentation, SetupPart, SetupReport } from '@stripe-payments/core';
import { momentText, verdictsOf } from '@stripe-payments/core';
import { inAccount } from '../../presentation.ts';
import type { Block, Section } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';
import { exitCodeOfReport, EXIT } from '../exit-code.ts';
import { crmBlocks } from './crm.ts';
import { nextStepText } from './next-step.ts';
import { propertyBlocks } from './properties.ts';
import { stripeAccountBlocks } from './stripe-account.ts';
import { stripeKeyBlocks } from './stripe-key.ts';
import { verdictHeading } from './verdict-heading.ts';

/** Live or test, before anything else. */
export function modeBlocks(
  mode: 'live' | 'test' | null,
  { texts }: TerminalPresentation,
): readonly Block[] {
  if (mode === null) return [];
  const { modes, testModeNote } = texts.setup;
  return mode === 'live'
    ? [paragraph(`${modes.live}.`, { tone: 'strong' })]
    : [paragraph(`${modes.test}. ${testModeNote}`, { tone: 'attention' })];
}

/** The whole report for a person. */
export function reportSections(
  report: SetupReport,
  keyFile: string | null | undefined,
  terminal: TerminalPresentation,
): readonly Section[] {
  const { stripeKey, crm, properties, asOfMs } = report;
  const account = crm.isReadable && crm.account.isReadable ? crm.account : null;
  const presentation = inAccount(terminal, account);
  const { texts, timeZone } = presentation;
  const verdicts = verdictsOf(report);
  const part = (name: SetupPart, blocks: readonly Block[]): Section => [
    verdictHeading(name, verdicts[name], texts),
    ...blocks,
  ];
  const checkedAt = texts.setup.checkedAt(momentText(asOfMs, presentation));
  const mode = stripeKey.status === 'usable' ? stripeKey.mode : null;
  const tone = exitCodeOfReport(report) === EXIT.done ? 'good' : 'strong';
  return [
    [...modeBlocks(mode, presentation), paragraph(`${checkedAt} (${timeZone})`, { tone: 'faint' })],
    part('stripeKey', stripeKeyBlocks(stripeKey, keyFile, texts)),
    part('stripeAccount', stripeAccountBlocks(stripeKey, presentation)),
    part('crm', crmBlocks(crm, stripeKey, texts)),
    part('properties', propertyBlocks(properties, texts)),
    [paragraph(nextStepText(report, texts), { tone })],
  ];
}
