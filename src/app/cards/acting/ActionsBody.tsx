import { ButtonRow, Flex, LoadingSpinner, Text, useExtensionContext } from '@hubspot/ui-extensions';
import type { RequestOverview } from '@stripe-payments/core';
import { FailureAlert, requestPayment, useCall } from '@stripe-payments/ui';
import { useCallback, useEffect, useState } from 'react';
import type { Sync } from '../sync/use-sync.ts';
import { useNewerSync, useSavedAtMs } from '../sync/use-newer-sync.ts';
import { useSync } from '../sync/use-sync.ts';
import { ActingFailure } from './ActingFailure.tsx';
import { methodsOf } from './form.ts';
import { Failing, Subscriptions } from './Subscriptions.tsx';
import { RefundButton } from './RefundPanel.tsx';
import { RehearsalButton } from './RehearsalPanel.tsx';
import { RequestButton } from './RequestPanel.tsx';
import { LateOutcome } from './LateOutcome.tsx';
import { Requests } from './Requests.tsx';
import { StandingLines } from './StandingLines.tsx';
import type { Acted, ActedType, Late } from './use-acting.ts';
import { answerOf, failureOf, useActingTexts } from './use-acting.ts';

interface ActionsProps {
  readonly objectType: ActedType;
}

/** HubSpot's name of what a user needs to manage apps. */
const ADMIN = 'integrations-management-write';

const NOTHING_EXPECTED = () => () => undefined;

/** What was requested on the record, and what can be: one read on opening, and one after each action. */
export function ActionsBody({ objectType }: ActionsProps) {
  const texts = useActingTexts();
  const { state, run } = useCall<null, RequestOverview>({
    whileRunning: 'replace',
    send: async () => answerOf(await requestPayment({ objectType, step: 'overview' }), 'overview'),
  });
  const read = useCallback(() => {
    run(null);
  }, [run]);
  useEffect(read, [read]);
  const sync = useSync(objectType, '', NOTHING_EXPECTED);
  const { run: runSync } = sync;
  const [isPanelOpen, setOpen] = useState(false);
  const [late, setLate] = useState<Late | null>(null);
  const acted: Acted = {
    setOpen,
    onDone: (isSyncNeeded) => {
      if (isSyncNeeded) runSync();
    },
    onSeen: read,
    onLate: (given) => {
      setLate(given);
      if (given !== null) read();
    },
  };
  const { permissions } = useExtensionContext<'crm.record.tab'>().user;
  // Hides a button: HubSpot decides who may edit the property.
  const isAdmin = !Array.isArray(permissions) || permissions.includes(ADMIN);
  const failure = failureOf(state);
  const { answer } = state;
  useNewerSync({
    savedAtMs: useSavedAtMs(),
    shownAtMs: answer === null ? null : (answer.syncedAtMs ?? 0),
    isBusy: isPanelOpen || state.phase === 'running' || sync.state.phase === 'running',
    read,
  });
  return (
    <Flex direction="column" gap="medium">
      {answer !== null && <StandingLines overview={answer} objectType={objectType} />}
      {answer !== null && (
        <ButtonRow>
          {methodsOf(answer).length > 0 && (
            <RequestButton objectType={objectType} overview={answer} acted={acted} />
          )}
          {answer.kinds.includes('refunds') && answer.hasRefundable && (
            <RefundButton objectType={objectType} acted={acted} />
          )}
          {isAdmin && <RehearsalButton objectType={objectType} />}
        </ButtonRow>
      )}
      {answer?.kinds.includes('refunds') === true && !answer.hasRefundable && (
        <Text variant="microcopy" testId="nothing-refundable">
          {texts.refunds.nothing}
        </Text>
      )}
      {late !== null && <LateOutcome late={late} />}
      <SyncLine sync={sync} />
      {failure !== null && (
        <ActingFailure
          title={texts.notLoaded}
          failures={[failure]}
          onRetry={read}
          testId="requests-not-loaded"
        />
      )}
      {answer === null && failure === null && (
        <LoadingSpinner label={texts.loading} showLabel layout="centered" testId="loading" />
      )}
      {answer !== null && <Failing overview={answer} objectType={objectType} acted={acted} />}
      {answer !== null && <Requests overview={answer} objectType={objectType} acted={acted} />}
      {answer !== null && <Subscriptions overview={answer} objectType={objectType} acted={acted} />}
    </Flex>
  );
}

/** Whether the figures after an action are saved. */
function SyncLine({ sync: { state } }: { readonly sync: Sync }) {
  const { done } = useActingTexts();
  switch (state.phase) {
    case 'idle':
      return null;
    case 'running':
      return <LoadingSpinner label={done.syncing} showLabel size="sm" testId="syncing" />;
    case 'done':
      return (
        <Text variant="microcopy" testId="synced">
          {done.synced}
        </Text>
      );
    case 'failed':
      return (
        <FailureAlert
          variant="warning"
          title={done.notSynced}
          failures={[state.failure]}
          testId="not-synced"
        />
      );
  }
}
