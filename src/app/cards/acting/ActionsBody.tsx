import {
  ButtonRow,
  EmptyState,
  Flex,
  Heading,
  LoadingSpinner,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import type { PaymentRequest, Reply, RequestDone, RequestOverview } from '@stripe-payments/core';
import { FailureAlert, requestPayment, SmallLines, useCall } from '@stripe-payments/ui';
import { useCallback, useEffect, useState } from 'react';
import type { Sync } from '../sync/use-sync.ts';
import { useNewerSync, useSavedAtMs } from '../sync/use-newer-sync.ts';
import { useSync } from '../sync/use-sync.ts';
import { pageOf, tablePaging } from '../tables/paging.ts';
import { ActingFailure } from './ActingFailure.tsx';
import type { Changeable } from './ChangePanel.tsx';
import { ChangeButton } from './ChangePanel.tsx';
import { CopyAndOpen } from './CopyAndOpen.tsx';
import { methodsOf } from './form.ts';
import type { OverviewProps } from './Subscriptions.tsx';
import { Failing, Subscriptions } from './Subscriptions.tsx';
import { requestRow } from './lines.ts';
import { RefundButton } from './RefundPanel.tsx';
import { RehearsalButton } from './RehearsalPanel.tsx';
import { LateOutcome, RequestButton } from './RequestPanel.tsx';
import { isCovered } from './standing.ts';
import { StandingLines } from './StandingLines.tsx';
import type { Acted, ActedType } from './use-acting.ts';
import { answerOf, failureOf, useActingPresentation, useActingTexts } from './use-acting.ts';

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
  const [late, setLate] = useState<Reply<RequestDone> | null>(null);
  const acted: Acted = {
    setOpen,
    onDone: (isSyncNeeded) => {
      if (isSyncNeeded) runSync();
    },
    onSeen: read,
    onLate: (reply) => {
      setLate(reply);
      if (reply !== null) read();
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
          {answer.kinds.includes('refunds') && (
            <RefundButton objectType={objectType} acted={acted} />
          )}
          {isAdmin && <RehearsalButton objectType={objectType} />}
        </ButtonRow>
      )}
      {late !== null && <LateOutcome reply={late} />}
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

function Requests({ overview, objectType, acted }: OverviewProps) {
  const presentation = useActingPresentation();
  const { acting: texts } = presentation.texts;
  const [wantedPage, setWantedPage] = useState(1);
  const { requests, requestsProblem, standing } = overview;
  const page = pageOf(requests, wantedPage);
  if (requestsProblem !== null) {
    return (
      <ActingFailure
        variant="warning"
        title={texts.requestsProblem}
        failures={[requestsProblem]}
        testId="requests-problem"
      />
    );
  }
  if (requests.length === 0) {
    // The lines above say what asks for the money, or that there is nothing to ask for.
    if (standing.asked.length > 0 || isCovered(overview)) return null;
    return (
      <EmptyState title={texts.noRequests} layout="vertical" flush testId="no-requests">
        <Text>{texts.noRequestsHint}</Text>
      </EmptyState>
    );
  }
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.requestsTitle(requests.length)}</Heading>
      <Table bordered density="condensed" testId="requests" {...tablePaging(page, setWantedPage)}>
        <TableHead>
          <TableRow>
            <TableHeader>{texts.requestColumn}</TableHeader>
            <TableHeader align="right">{texts.amount}</TableHeader>
            <TableHeader>{texts.status}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {page.items.map((request) => (
            <RequestRows key={request.id} {...{ request, overview, objectType, acted }} />
          ))}
        </TableBody>
      </Table>
      {!overview.areRequestsComplete && (
        <Text variant="microcopy" testId="requests-incomplete">
          {texts.requestsIncomplete}
        </Text>
      )}
    </Flex>
  );
}

interface RequestRowsProps extends OverviewProps {
  readonly request: PaymentRequest;
}

function changesOf(request: PaymentRequest, overview: RequestOverview): readonly Changeable[] {
  const { kind, status } = request;
  const isOpen = status === 'open';
  if (kind === 'subscription') return [];
  const isOn = methodsOf(overview).includes(
    kind === 'link' && request.isRecurring ? 'subscription-link' : kind,
  );
  if (!isOn) return [];
  if (kind === 'link') return isOpen ? [{ kind: 'deactivate-link', request }] : [];
  if (!isOpen && status !== 'uncollectible') return [];
  const paid: Changeable = { kind: 'mark-paid', request };
  const voided: Changeable = { kind: 'void-invoice', request };
  return isOpen
    ? [{ kind: 'send-invoice', request }, paid, { kind: 'mark-uncollectible', request }, voided]
    : [paid, voided];
}

function RequestRows({ request, overview, objectType, acted }: RequestRowsProps) {
  const row = requestRow(request, useActingPresentation());
  const isOpen = request.status === 'open' || request.status === 'uncollectible';
  return (
    <>
      <TableRow>
        <TableCell>
          <Text format={{ fontWeight: 'demibold' }}>{row.title}</Text>
          <SmallLines lines={row.details} />
        </TableCell>
        <TableCell align="right">
          <Text>{row.amount}</Text>
          {row.open !== null && <Text variant="microcopy">{row.open}</Text>}
        </TableCell>
        <TableCell>
          <StatusTag variant={row.status.variant}>{row.status.label}</StatusTag>
        </TableCell>
      </TableRow>
      {isOpen && (
        <TableRow>
          <TableCell colSpan={3}>
            <Flex direction="row" align="center" wrap gap="extra-small">
              <CopyAndOpen url={row.url} id={request.id} />
              {changesOf(request, overview).map((of) => (
                <ChangeButton key={of.kind} objectType={objectType} of={of} acted={acted} />
              ))}
            </Flex>
          </TableCell>
        </TableRow>
      )}
    </>
  );
}
