import { Accordion, Flex, Heading, List, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import type { Failure, SetupPart as Part, SetupReport, Verdict } from '@stripe-payments/core';
import { hiddenByRemoval } from '@stripe-payments/core';
import { checkSetup, useCall } from '@stripe-payments/ui';
import { FailureAlert } from '../failures.tsx';
import type { ReactNode } from 'react';
import { useCallback, useEffect } from 'react';
import { TryIt } from '../try-it/TryIt.tsx';
import { Actions } from './Actions.tsx';
import { CrmAccount } from './HubSpotAccount.tsx';
import { PaymentRecords } from './PaymentRecords.tsx';
import { Properties } from './Properties.tsx';
import { isAnythingOurs } from './property-lines.ts';
import { SetupHeader, useVerdicts } from './SetupHeader.tsx';
import { StripeAccount } from './StripeAccount.tsx';
import { StripeKey } from './StripeKey.tsx';
import type { Changes } from './use-changes.ts';
import { useChanges } from './use-changes.ts';
import { useTexts } from '../use-presentation.ts';

interface Setup {
  /** The newest that is known; it stays while it is checked again. */
  readonly report: SetupReport | null;
  /** Why the newest check brought nothing. */
  readonly error: Failure | null;
  readonly isChecking: boolean;
  readonly check: () => void;
}

/** Checks when the page opens, and when the user asks. */
function useSetup(): Setup {
  const { state, run } = useCall<null, { readonly report: SetupReport }>({
    whileRunning: 'replace',
    send: checkSetup,
  });
  const check = useCallback(() => {
    run(null);
  }, [run]);
  useEffect(check, [check]);
  return {
    report: state.answer?.report ?? null,
    error: state.phase === 'failed' ? state.failure : null,
    isChecking: state.phase === 'idle' || state.phase === 'running',
    check,
  };
}

interface ChecklistProps {
  readonly report: SetupReport;
  readonly changes: Changes;
  readonly isChecking: boolean;
}

function Checklist({ report, changes, isChecking }: ChecklistProps) {
  const verdicts = useVerdicts(report);
  return (
    <>
      <SetupPart part="stripeKey" verdict={verdicts.stripeKey}>
        <StripeKey check={report.stripeKey} />
      </SetupPart>
      <SetupPart part="stripeAccount" verdict={verdicts.stripeAccount}>
        <StripeAccount check={report.stripeKey} />
      </SetupPart>
      <SetupPart part="crm" verdict={verdicts.crm}>
        <CrmAccount crm={report.crm} stripeKey={report.stripeKey} />
      </SetupPart>
      <SetupPart part="properties" verdict={verdicts.properties}>
        <Properties {...{ changes, isChecking }} properties={report.properties} />
      </SetupPart>
      {report.paymentRecords !== undefined && <PaymentRecords check={report.paymentRecords} />}
      <Actions report={report} />
      {Object.values(verdicts).every((verdict) => verdict !== 'blocked') && (
        <AddCards hasActions={(report.actions ?? []).length > 0} />
      )}
      <TryIt report={report} />
      <Removal report={report} />
    </>
  );
}

/** As the cards' hsmeta files name them. */
const CARD = 'Stripe payments';
const SIDEBAR_CARD = 'Stripe payment status';
const ACTING_CARD = 'Stripe actions';

/** What is left once payments can sync: where they show is decided on each record page. */
function AddCards({ hasActions }: { readonly hasActions: boolean }) {
  const { title, open, add, others, acting, link } = useTexts().setup.cards;
  const steps = [
    open,
    add(CARD, SIDEBAR_CARD),
    others,
    ...(hasActions ? [acting(ACTING_CARD)] : []),
    link,
  ];
  return (
    <Tile testId="add-cards">
      <Flex direction="column" gap="small">
        <Heading>{title}</Heading>
        <List variant="ordered-styled">
          {steps.map((step) => (
            <Text key={step}>{step}</Text>
          ))}
        </List>
      </Flex>
    </Tile>
  );
}

/** The checklist, which runs itself when the page opens. */
export function SetupTab() {
  const { setup: texts } = useTexts();
  const { report, error, isChecking, check } = useSetup();
  const changes = useChanges(check);
  const checkAgain = (): void => {
    changes.forget();
    check();
  };
  return (
    <Flex direction="column" gap="medium">
      <SetupHeader
        {...{ report, isChecking, checkAgain }}
        isBusy={isChecking || changes.isRunning}
      />
      {error !== null && (
        <FailureAlert
          title={texts.checkFailed}
          failures={[error]}
          consequence={report === null ? undefined : texts.checkFailedNote}
          testId="check-problem"
        />
      )}
      {report !== null && <Checklist {...{ report, changes, isChecking }} />}
    </Flex>
  );
}

const VARIANTS = { done: 'success', attention: 'warning', blocked: 'danger' } as const;

interface SetupPartProps {
  readonly part: Part;
  readonly verdict: Verdict;
  readonly children: ReactNode;
}

/** One part of the checklist: title, verdict and content. */
function SetupPart({ part, verdict, children }: SetupPartProps) {
  const { setup } = useTexts();
  return (
    <Tile testId={`part-${part}`}>
      <Flex direction="column" gap="medium">
        <Flex direction="row" justify="between" align="center" wrap gap="small">
          <Heading>{setup.parts[part]}</Heading>
          <StatusTag variant={VARIANTS[verdict]} testId={`verdict-${part}`}>
            {setup.verdicts[verdict]}
          </StatusTag>
        </Flex>
        {children}
      </Flex>
    </Tile>
  );
}

/** Unread properties may exist, so the removal is explained. */
const isAnythingToRemove = ({ properties }: SetupReport): boolean =>
  !properties.isReadable || isAnythingOurs(properties.objects);

/** What removing the app's properties hides, and the command for it: a function cannot ask who calls it. */
function Removal({ report }: { readonly report: SetupReport }) {
  const texts = useTexts();
  const labels = texts.setup.removal;
  return (
    <Tile testId="removal">
      <Accordion title={labels.title} size="sm">
        {isAnythingToRemove(report) ? (
          <Flex direction="column" gap="small">
            <Text testId="hidden-by-removal">{hiddenByRemoval(report, texts)}</Text>
            <Text>{labels.alsoLost}</Text>
            <Text>{labels.back}</Text>
            <Text testId="removal-command">{labels.command}</Text>
          </Flex>
        ) : (
          <Text testId="nothing-to-remove">{labels.nothing}</Text>
        )}
      </Accordion>
    </Tile>
  );
}
