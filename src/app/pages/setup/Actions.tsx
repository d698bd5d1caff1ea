import { Flex, Heading, LoadingSpinner, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import type { ActionKind, ActionsChecked, SetupReport } from '@stripe-payments/core';
import {
  ACTION_KINDS,
  CONFIRMATION_PROPERTY,
  knownText,
  writePermissionNames,
} from '@stripe-payments/core';
import { checkActions, useCall } from '@stripe-payments/ui';
import { useCallback, useEffect } from 'react';
import { FailureAlert } from '../failures.tsx';
import { useTexts } from '../use-presentation.ts';

const TURN_ON = 'npm run actions -- on';

const VARIANTS = {
  granted: 'success',
  missing: 'danger',
  unknown: 'warning',
  off: 'default',
} as const;

type Checked = ActionsChecked['kinds'][number];

function Kind({ kind, check }: { readonly kind: ActionKind; readonly check: Checked | undefined }) {
  const texts = useTexts().setup.actions;
  const status = check?.status ?? 'off';
  const missing = check?.missing ?? [];
  const { write, read } = writePermissionNames(missing);
  return (
    <>
      <Flex direction="row" align="center" wrap gap="small">
        <Text>{texts.kinds[kind]}</Text>
        <StatusTag variant={VARIANTS[status]} testId={`action-${kind}`}>
          {knownText(texts.statuses, status)}
        </StatusTag>
      </Flex>
      {missing.length > 0 && (
        <Text testId={`action-${kind}-missing`}>{texts.missing(write, read)}</Text>
      )}
    </>
  );
}

const lacksProperty = ({ properties }: SetupReport): boolean =>
  properties.isReadable &&
  properties.objects.some(({ states }) =>
    states.some(({ name, status }) => name === CONFIRMATION_PROPERTY && status === 'missing'),
  );

/** What is on, and whether the key may do it, which the function that has the key finds out. */
function TurnedOn({ report }: { readonly report: SetupReport }) {
  const texts = useTexts().setup.actions;
  const { state, run } = useCall<null, ActionsChecked>({
    whileRunning: 'replace',
    send: checkActions,
  });
  const check = useCallback(() => {
    run(null);
  }, [run]);
  // Again with each check of the setup.
  useEffect(check, [check, report]);
  const { answer } = state;
  return (
    <>
      {state.phase === 'failed' && (
        <FailureAlert title={texts.failed} failures={[state.failure]} testId="actions-problem" />
      )}
      {state.phase === 'running' && answer === null && (
        <LoadingSpinner label={texts.checking} showLabel size="sm" testId="actions-checking" />
      )}
      {answer !== null &&
        ACTION_KINDS.map((kind) => (
          <Kind key={kind} kind={kind} check={answer.kinds.find((each) => each.kind === kind)} />
        ))}
      {lacksProperty(report) && <Text testId="actions-no-property">{texts.noProperty}</Text>}
      <Text variant="microcopy">{texts.test}</Text>
    </>
  );
}

/** What the app may do at Stripe. Only the terminal and an upload change it. */
export function Actions({ report }: { readonly report: SetupReport }) {
  const texts = useTexts().setup.actions;
  const { actions } = report;
  // Functions of an earlier version do nothing at Stripe.
  if (actions === undefined) return null;
  return (
    <Tile testId="actions">
      <Flex direction="column" gap="small">
        <Heading>{texts.title}</Heading>
        {actions.length === 0 ? (
          <Text testId="actions-off">{texts.off(TURN_ON)}</Text>
        ) : (
          <TurnedOn report={report} />
        )}
      </Flex>
    </Tile>
  );
}
