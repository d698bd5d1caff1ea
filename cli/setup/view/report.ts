import type {
  Failure,
  SetupPart,
  SetupReport,
  TerminalPresentation,
  TerminalTexts,
  Verdict,
} from '@stripe-payments/core';
import {
  CONFIRMATION_PROPERTY,
  failureMessage,
  knownText,
  momentText,
  setupSteps,
  stepsLeft,
  verdictsOf,
} from '@stripe-payments/core';
import { inAccount } from '../../presentation.ts';
import type { Block, Section, Tone } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';
import { EXIT, exitCodeOfReport, isIncomplete } from '../exit-code.ts';
import { crmBlocks } from './crm.ts';
import { propertyBlocks } from './properties.ts';
import { stripeAccountBlocks } from './stripe-account.ts';
import { stripeKeyBlocks } from './stripe-key.ts';

const SIGNS: Readonly<Record<Verdict, string>> = {
  done: '\u2713',
  attention: '!',
  blocked: '\u2717',
};

const TONES: Readonly<Record<Verdict, Tone>> = {
  done: 'good',
  attention: 'attention',
  blocked: 'bad',
};

/** `✓ Stripe key  Done`. */
const verdictHeading = (part: SetupPart, verdict: Verdict, { setup }: TerminalTexts): Block => ({
  kind: 'heading',
  text: setup.parts[part],
  status: { sign: SIGNS[verdict], text: setup.verdicts[verdict], tone: TONES[verdict] },
});

const hasSteps = ({ properties }: SetupReport): boolean =>
  properties.isReadable &&
  properties.objects.some(({ objectType, states }) => setupSteps(objectType, states).length > 0);

const stepAfter = (error: Failure, texts: TerminalTexts): string => {
  const { message, nextStep } = failureMessage(error, texts);
  return nextStep ?? message;
};

/** What to do first, of the parts that are in the way, in the order of the report. */
function firstStep(report: SetupReport, texts: TerminalTexts): string {
  const { next } = texts.terminal;
  const { stripeKey, crm, properties } = report;
  const verdicts = verdictsOf(report);
  if (isIncomplete(report)) return next.tryAgain;
  if (verdicts.stripeKey === 'blocked') {
    return stripeKey.status === 'unusable' ? stepAfter(stripeKey.error, texts) : next.permissions;
  }
  if (verdicts.crm === 'blocked') return crm.isReadable ? next.scopes : stepAfter(crm.error, texts);
  if (!properties.isReadable) return stepAfter(properties.error, texts);
  return hasSteps(report) ? next.apply : next.foreign;
}

/** The report's last line: whether it is ready, and what is next. */
function nextStepText(report: SetupReport, texts: TerminalTexts): string {
  const { setup, terminal } = texts;
  const verdicts = verdictsOf(report);
  const standing = Object.values(verdicts);
  const blocked = stepsLeft(verdicts);
  if (blocked > 0) return `${setup.blocked(blocked)} ${setup.nextStep(firstStep(report, texts))}`;
  if (verdicts.properties === 'attention') return `${setup.ready} ${terminal.next.plan}`;
  const worthALook = standing.filter((verdict) => verdict === 'attention').length;
  return worthALook > 0 ? `${setup.ready} ${setup.attention(worthALook)}` : setup.ready;
}

/** The mode, as the first line of a report. */
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

/** What the app may do at Stripe, as the project declares it. Of the key only the uploaded functions know. */
function actionsSection({ actions, properties }: SetupReport, texts: TerminalTexts): Section {
  const { title, off } = texts.setup.actions;
  const { kinds, report } = texts.terminal.actions;
  const heading: Block = { kind: 'heading', text: title };
  if (actions === undefined || actions.length === 0) {
    return [heading, paragraph(off('npm run actions -- on'), { depth: 1 })];
  }
  const isMissing =
    properties.isReadable &&
    properties.objects.some(({ states }) =>
      states.some(({ name, status }) => name === CONFIRMATION_PROPERTY && status === 'missing'),
    );
  const names = actions.map((kind) => knownText(kinds, kind)).join(', ');
  return [
    heading,
    paragraph(texts.terminal.actions.areOn(names), { depth: 1 }),
    ...(isMissing ? [paragraph(report.noProperty, { depth: 1, tone: 'attention' })] : []),
    paragraph(report.keyElsewhere, { depth: 1, tone: 'faint' }),
  ];
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
    actionsSection(report, texts),
    [paragraph(nextStepText(report, texts), { tone })],
  ];
}
