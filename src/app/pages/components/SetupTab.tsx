import { Flex } from '@hubspot/ui-extensions';
import type { SetupReport } from '@stripe-payments/core';
import type { Changes } from '../hooks/use-changes.ts';
import { useChanges } from '../hooks/use-changes.ts';
import { useTexts } from '../hooks/use-presentation.ts';
import { useSetup } from '../hooks/use-setup.ts';
import { useVerdicts } from '../hooks/use-verdicts.ts';
import { CrmAccount } from './CrmAccount.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';
import { Properties } from './Properties.tsx';
import { Removal } from './Removal.tsx';
import { SetupHeader } from './SetupHeader.tsx';
import { SetupPart } from './SetupPart.tsx';
import { StripeAccount } from './StripeAccount.tsx';
import { StripeKey } from './StripeKey.tsx';
import { TryIt } from './TryIt.tsx';

interface ChecklistProps {
  readonly report: SetupReport;
  readonly changes: Changes;
  readonly isChecking: boolean;
}

function Checklist({ report, changes, isChecking }: ChecklistProps) {
  const verdicts = useVerdicts(report);
  const { apply, removal, isRunning } = changes;
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
        <Properties {...{ apply, isRunning, isChecking }} properties={report.properties} />
      </SetupPart>
      <TryIt report={report} />
      <Removal {...{ report, removal }} isBusy={isRunning || isChecking} />
    </>
  );
}

/** The checklist, which runs itself when the page opens. */
export function SetupTab() {
  const { setup: words } = useTexts();
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
        <ProblemAlert
          title={words.checkFailed}
          error={error}
          note={report === null ? undefined : words.checkFailedNote}
          testId="check-problem"
        />
      )}
      {report !== null && <Checklist {...{ report, changes, isChecking }} />}
    </Flex>
  );
}
