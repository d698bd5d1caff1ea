import type { LoggedRun, RunsLogged, SetupPresentation } from '@stripe-payments/core';
import { ageText, failureMessage, knownText, momentText } from '@stripe-payments/core';

interface RunLine {
  readonly testId: string;
  readonly label: string;
  readonly texts: readonly string[];
}

function lastLines(
  last: LoggedRun,
  asOfMs: number,
  presentation: SetupPresentation,
): readonly RunLine[] {
  const { texts, language } = presentation;
  const { runLog } = texts.health;
  const atMs = last.endedMs ?? last.startedMs;
  const when = `${momentText(atMs, presentation)} (${ageText(asOfMs - atMs, language)})`;
  const failures = last.failures.map(
    ({ code, count }) => `${String(count)}: ${failureMessage({ code }, texts).message}`,
  );
  return [
    {
      testId: 'last-catch-up',
      label: runLog.last,
      texts: [
        when,
        knownText(runLog.doors, last.door),
        ...(last.isFinished ? [] : [runLog.notFinished]),
      ],
    },
    {
      testId: 'last-records',
      label: runLog.result,
      texts: [runLog.resultOf(last.lookedAt, last.changed)],
    },
    {
      testId: 'last-failures',
      label: runLog.failures,
      texts: failures.length === 0 ? [runLog.noFailures] : failures,
    },
  ];
}

/** What the run log tells: the last catch-up, and the reads of the month. */
export function runLines(
  { last, month }: RunsLogged,
  asOfMs: number,
  presentation: SetupPresentation,
): readonly RunLine[] {
  const { runLog } = presentation.texts.health;
  const lastRun =
    last === null
      ? [{ testId: 'last-catch-up', label: runLog.last, texts: [runLog.noCatchUp] }]
      : lastLines(last, asOfMs, presentation);
  const { reads, runs, isAll } = month;
  return [
    ...lastRun,
    { testId: 'month-reads', label: runLog.reads, texts: [runLog.readsOf(reads, runs, isAll)] },
  ];
}
