import {
  Alert,
  DescriptionList,
  DescriptionListItem,
  EmptyState,
  Flex,
  Heading,
  Text,
  Tile,
} from '@hubspot/ui-extensions';
import type { HealthReport } from '@stripe-payments/core';
import type { CatchingUp } from '@stripe-payments/ui';
import { checkHealth, useCall } from '@stripe-payments/ui';
import { useCallback, useEffect } from 'react';
import { CheckHeader } from '../CheckHeader.tsx';
import { FailureAlert, FailureDescription } from '../failures.tsx';
import { usePresentation, useTexts } from '../use-presentation.ts';
import { CatchUpPanel } from './CatchUpPanel.tsx';
import { freshnessLines, isFine, isNotSetUp } from './health-lines.ts';
import { KeptRecords } from './KeptRecords.tsx';
import { RunLog } from './RunLog.tsx';
import { SyncListPanel } from './SyncListPanel.tsx';
import { Webhook, WorkflowAction } from './Webhook.tsx';

/** Checks when the tab opens, after a catch-up, and when the user asks. */
function useHealth(finished: number) {
  const { state, run } = useCall<null, { readonly report: HealthReport }>({
    whileRunning: 'replace',
    send: checkHealth,
  });
  const check = useCallback(() => {
    run(null);
  }, [run]);
  useEffect(check, [check, finished]);
  return {
    report: state.answer?.report ?? null,
    failure: state.phase === 'failed' ? state.failure : null,
    isChecking: state.phase === 'idle' || state.phase === 'running',
    check,
  };
}

interface HealthTabProps {
  readonly catchingUp: CatchingUp;
  /** A sync of a list. */
  readonly syncing: CatchingUp;
}

/** Whether records are kept current, which ones are not, and what brings them there. */
export function HealthTab({ catchingUp, syncing }: HealthTabProps) {
  const { health: texts } = useTexts();
  const { report, failure, isChecking, check } = useHealth(
    [catchingUp, syncing].filter(({ state }) => state.phase === 'done').length,
  );
  return (
    <Flex direction="column" gap="medium">
      <Flex direction="column" gap="small">
        <CheckHeader
          checkedAtMs={report?.asOfMs}
          isDisabled={isChecking}
          testIds={{ checkedAt: 'health-checked-at', check: 'check-health' }}
          {...{ isChecking, check, texts }}
        />
      </Flex>
      {failure !== null && (
        <FailureAlert title={texts.checkFailed} failures={[failure]} testId="health-problem" />
      )}
      {report !== null && <Report {...{ report, catchingUp, syncing }} />}
    </Flex>
  );
}

interface ReportProps extends HealthTabProps {
  readonly report: HealthReport;
}

function Report({ report, catchingUp, syncing }: ReportProps) {
  const { health: texts } = useTexts();
  if (isNotSetUp(report)) {
    return (
      <EmptyState title={texts.notSetUpTitle} layout="horizontal" flush testId="health-not-set-up">
        <Text>{texts.notSetUp}</Text>
      </EmptyState>
    );
  }
  return (
    <>
      {isFine(report) && <Alert title={texts.fine} variant="success" testId="health-fine" />}
      <Freshness report={report} />
      <RunLog report={report} />
      <KeptRecords report={report} />
      <CatchUpPanel report={report} catchingUp={catchingUp} />
      <SyncListPanel syncing={syncing} report={report} />
      <Webhook report={report} />
      <WorkflowAction isOn={report.hasWorkflowAction} />
    </>
  );
}

function Freshness({ report }: { readonly report: HealthReport }) {
  const presentation = usePresentation();
  const { health: texts } = presentation.texts;
  const { events } = report;
  return (
    <Tile testId="freshness">
      <Flex direction="column" gap="small">
        <Heading>{texts.freshness}</Heading>
        <DescriptionList direction="row">
          {freshnessLines(report, presentation).map(({ testId, label, text }) => (
            <DescriptionListItem key={testId} label={label}>
              <Text testId={testId}>{text}</Text>
            </DescriptionListItem>
          ))}
        </DescriptionList>
        {!events.isReadable && <FailureDescription failure={events.error} />}
        <Text variant="microcopy">{texts.oldestNote}</Text>
      </Flex>
    </Tile>
  );
}
