import type { ReplyError, SetupReport, TerminalTexts } from '@stripe-payments/core';
import { errorTexts, setupSteps, verdictsOf } from '@stripe-payments/core';
import { isIncomplete } from '../exit-code.ts';

const hasSteps = ({ properties }: SetupReport): boolean =>
  properties.isReadable &&
  properties.objects.some(({ objectType, states }) => setupSteps(objectType, states).length > 0);

const stepAfter = (error: ReplyError, texts: TerminalTexts): string => {
  const { message, nextStep } = errorTexts(error, texts);
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
export function nextStepText(report: SetupReport, texts: TerminalTexts): string {
  const { setup, terminal } = texts;
  const verdicts = verdictsOf(report);
  const standing = Object.values(verdicts);
  const blocked = standing.filter((verdict) => verdict === 'blocked').length;
  if (blocked > 0) return `${setup.blocked(blocked)} ${setup.nextStep(firstStep(report, texts))}`;
  if (verdicts.properties === 'attention') return `${setup.ready} ${terminal.next.plan}`;
  const worthALook = standing.filter((verdict) => verdict === 'attention').length;
  return worthALook > 0 ? `${setup.ready} ${setup.attention(worthALook)}` : setup.ready;
}
